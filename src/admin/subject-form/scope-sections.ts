import { CAPACITIES } from '../../domain/subjects/scope.ts';
import { optionsOf, select, texts } from './controls.ts';
import type { Form } from './form.ts';
import type { FormSection } from './form-part.ts';
import { nameParts } from './name-parts.ts';
import { linesOf } from './processing-parts.ts';

/** The form of a scope. */
export function scopeSections(form: Form): FormSection[] {
  const { words } = form;
  return [
    {
      id: 'scope',
      title: words.t('form.section.scope'),
      lead: words.t('form.section.scope.lead'),
      parts: [
        ...nameParts(form),
        select(
          form,
          'capacity',
          optionsOf(form, CAPACITIES, (one) => `capacity.${one}` as const),
          {
            required: true,
            hint: words.t('form.capacity.hint'),
          },
        ),
        texts(form, 'description', { hint: words.t('form.description.hint') }),
        linesOf(form, 'domains', words.t('form.domains.hint')),
      ],
    },
  ];
}

import { idOf } from '../../forms/field-view.ts';
import { firstOf } from '../../forms/form-values.ts';
import { folded, inLanguage, labelOf, languagesOf, outdatedMark } from './controls.ts';
import type { Form } from './form.ts';
import type { FormPart } from './form-part.ts';

/** A name: mostly one that reads the same in every language, as brand names do, and seldom one of its own in some. */
export function nameParts(form: Form): FormPart[] {
  const { words } = form;
  const own = languagesOf(form, 'name').filter((language) => language !== 'und');
  return [
    nameIn(form, 'und', words.t('form.name.hint')),
    folded(
      form,
      words.t('form.more.names'),
      own.map((language) => `name.${language}`),
      [
        {
          kind: 'columns',
          parts: own.map((language): FormPart => ({
            kind: 'stack',
            parts: [nameIn(form, language), ...outdatedMark(form, `name.${language}`, labelOf(form, 'name'))],
          })),
        },
      ],
    ),
  ];
}

function nameIn(form: Form, language: string, hint?: string): FormPart {
  const name = `name.${language}`;
  const label = labelOf(form, 'name');
  return {
    kind: 'control',
    control: {
      id: idOf(name),
      name,
      type: 'line',
      label: language === 'und' ? label : inLanguage(form, label, language),
      hint,
      error: form.errors.get(name),
      lang: language === 'und' || language === form.words.language ? undefined : language,
      value: firstOf(form.values, name),
    },
  };
}

import { leafAt } from '../../domain/fields/table.ts';
import type { Json } from '../../domain/json.ts';
import type { Subject } from '../../domain/subjects/subject.ts';
import { idOf, type ChoicesView } from '../../forms/field-view.ts';
import { firstOf, type FormValues } from '../../forms/form-values.ts';
import { membersInWords, valueInWords, type ValueContext } from '../../language/field-values.ts';
import type { Pair } from '../../register/views/pairs.ts';
import type { Collision } from './collision.ts';
import { textName } from './marks.ts';

/** That somebody else saved meanwhile, and what is to be chosen where both changed the same. */
export interface CollisionView {
  readonly title: string;
  readonly lead: string;
  readonly choices: readonly ChoicesView[];
  readonly pairs: readonly Pair[];
}

/** The name of the choice between two versions of a field. */
export function choiceName(field: string): string {
  return `choice.${field}`;
}

export function collisionView(
  context: ValueContext,
  subject: Subject,
  collisions: readonly Collision[],
  values: FormValues,
  errors: ReadonlyMap<string, string>,
): CollisionView {
  const { t } = context.words;
  return {
    title: t('form.collision'),
    lead: t(collisions.length === 0 ? 'form.collision.merged' : 'form.collision.choose'),
    pairs: collisions.map(({ field }) => ({ name: 'collided', value: field })),
    choices: collisions.map(({ field, mine, theirs }) => {
      const name = choiceName(field);
      const option = (value: 'theirs' | 'mine', what: Json | undefined) => ({
        value,
        label: t(`form.collision.${value}`),
        hint: inWords(context, subject, field, what),
        checked: firstOf(values, name) === value,
      });
      return {
        id: idOf(name),
        name,
        type: 'radio' as const,
        required: true,
        legend: textName(context.words, subject, field),
        error: errors.get(name),
        options: [option('theirs', theirs), option('mine', mine)],
      };
    }),
  };
}

function inWords(context: ValueContext, { kind }: Subject, field: string, value: Json | undefined): string {
  const leaf = leafAt(kind, field);
  if (value === undefined || !leaf) return context.words.t('general.not-stated');
  const { path } = leaf.field;
  return Array.isArray(value)
    ? membersInWords(context, kind, path, value).join(context.words.t('general.separator'))
    : valueInWords(context, kind, path, value);
}

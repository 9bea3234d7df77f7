import type { ChangeType, Direction, NoticeClass } from '../domain/change-types.ts';
import type { FieldChange } from '../domain/field-change.ts';
import type { Effect } from '../domain/notice.ts';
import type { Subject } from '../domain/subjects/subject.ts';
import { changeFacts, type FactsInWords } from './change-facts.ts';
import type { ChangeKind } from './change-kind.ts';
import { fieldGroups, type FieldsInWords } from './changed-fields.ts';
import type { ValueContext } from './field-values.ts';
import type { MeaningInWords } from './meanings/meanings-in-words.ts';
import { useMeanings } from './meanings/use.ts';
import type { ToldChange } from './notice-title.ts';
import { contextOf, type Named, type Tagged, type TellingOfChanges } from './telling.ts';

/** What a change means in one scope. */
export interface EffectInWords {
  /** Absent: it concerns all scopes, or none in particular. */
  readonly scope?: Named;
  readonly types: readonly Tagged<ChangeType>[];
  readonly direction: Tagged<Direction>;
  readonly class: Tagged<NoticeClass>;
}

/** One thing that a notice does, in words. A replacement is one; it tells of both third parties. */
export interface ChangeInWords {
  readonly subject: Subject;
  readonly name: string;
  readonly kind: ChangeKind | 'replaced';
  /** The third parties whose place it takes, gone by the same notice, with the facts of what they did. */
  readonly replaces: readonly (Named & { readonly facts: readonly FactsInWords[] })[];
  readonly effects: readonly EffectInWords[];
  /** What begins and ends, in sentences. */
  readonly meanings: readonly MeaningInWords[];
  /** Everything needed to judge what begins, and what it was that ends. */
  readonly facts: readonly FactsInWords[];
  /** Before and after of everything else, field by field. */
  readonly fields: readonly FieldsInWords[];
  /** All its fields, exactly as the ledger has them. */
  readonly recorded: readonly FieldChange[];
}

export function changeInWords(telling: TellingOfChanges, told: ToldChange): ChangeInWords {
  const { change, position, name, kind, replaced } = told;
  const context = contextOf(telling);
  const around = telling.around(position);
  const effects = [change, ...replaced.map((one) => one.change)].flatMap((one) => one.effects);
  return {
    subject: change.subject,
    name,
    kind,
    replaces: replaced.map((one) => ({
      id: one.change.subject.id,
      name: one.name,
      facts: changeFacts(telling, context, telling.around(one.position), one.change),
    })),
    effects: effects.map((effect) => effectInWords(telling, effect)),
    meanings: [...replacing(context, told), ...useMeanings(context, around)],
    facts: changeFacts(telling, context, around, change),
    fields: fieldGroups(telling, context, around, change),
    recorded: change.fields,
  };
}

/** A replacement is one change to its readers: whose place is taken stands first. */
function replacing({ words }: ValueContext, { replaced }: ToldChange): MeaningInWords[] {
  if (replaced.length === 0) return [];
  const names = words.list(replaced.map(({ name }) => name));
  return [{ mark: 'changed', sentence: words.t('meaning.replaces', { names }) }];
}

function effectInWords({ words, scope }: TellingOfChanges, effect: Effect): EffectInWords {
  const { direction } = effect;
  return {
    ...(effect.scope === null ? {} : { scope: scope(effect.scope) }),
    types: effect.types.map((id) => ({ id, label: words.type(id) })),
    direction: {
      id: direction,
      label: words.t(`direction.${direction}`),
      hint: words.t(`direction.${direction}.hint`),
    },
    class: {
      id: effect.class,
      label: words.t(`class.${effect.class}`),
      hint: words.t(`class.${effect.class}.hint`),
    },
  };
}

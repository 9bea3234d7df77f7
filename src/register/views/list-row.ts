import type { Day } from '../../domain/days.ts';
import type { OutdatedMarks } from '../../language/choose-text.ts';
import { transferInWords } from '../../language/transfer-in-words.ts';
import type { Words } from '../../language/words.ts';
import type { Category, Use } from '../../domain/subjects/processing.ts';
import { locationsInOrder } from '../places-of.ts';
import type { Reader } from '../reader.ts';
import type { ProcessingInTime } from '../use-in-time.ts';
import type { Label } from './labels.ts';
import { notStated, phraseInList, type Phrase } from './phrase.ts';
import type { Tag } from './tag.ts';

/** One processing in the list: what it is for, with which data, how long, where and under which safeguard. */
export interface ListRow {
  readonly purpose: Phrase;
  /** `Only when`: `the user turns that function on`. */
  readonly condition: { readonly label: string; readonly phrase: Phrase } | undefined;
  readonly use: string | undefined;
  readonly role: string | undefined;
  /** From when, or until when, if not now. */
  readonly tag: Tag | undefined;
  readonly data: readonly Label[];
  /** Said in place of the labels where there are none. */
  readonly noData: Phrase | undefined;
  readonly retention: Phrase;
  readonly places: readonly Phrase[];
}

/** What the rows of one third party have in common. */
export interface RowContext {
  readonly day: Day;
  readonly showRole: boolean;
  readonly labels: (categories: readonly Category[]) => readonly Label[];
}

export function listRow(
  reader: Reader,
  row: ProcessingInTime,
  { day, showRole, labels }: RowContext,
): ListRow {
  const { words } = reader;
  const { processing, thirdParty, id } = row;
  const { use, role, data = [], locations = [] } = processing;
  const marks = (name: string) => ({ paths: thirdParty.outdated, path: `processings/${id}/${name}` });
  const condition = phraseInList(words, words.text(processing.condition, marks('condition')));
  return {
    purpose: phraseInList(words, words.text(processing.purpose, marks('purpose'))) ?? notStated(words),
    condition: condition && {
      label: words.fieldName('third-party', 'processings/*/condition'),
      phrase: condition,
    },
    use: useOf(words, use, condition !== undefined),
    role: showRole ? words.role(role) : undefined,
    tag: timeTag(words, row),
    data: labels(data),
    noData: data.length === 0 ? notStated(words) : undefined,
    retention: retentionOf(words, row, marks('retentionTerms')),
    places: transferInWords(
      words,
      thirdParty,
      { ...processing, locations: locationsInOrder(locations) },
      // Of one that is not there on the day, what holds on its first or last day.
      row.from ?? row.until ?? day,
    ),
  };
}

/** That it must be switched on is told by the condition, where one is stated. */
function useOf(words: Words, use: Use | undefined, hasCondition: boolean): string | undefined {
  if (use === undefined || use === 'always' || (use === 'opt-in' && hasCondition)) return undefined;
  return words.t(`use.${use}`);
}

/** Terms in another language are the larger part of it: the whole is read out in theirs. */
function retentionOf(words: Words, { processing }: ProcessingInTime, marks: OutdatedMarks): Phrase {
  const { retention, retentionTerms } = processing;
  if (!retention && !retentionTerms) return notStated(words);
  return phraseInList(words, words.retentionText(retention, retentionTerms, marks)) ?? notStated(words);
}

function timeTag(words: Words, { state, from, until }: ProcessingInTime): Tag | undefined {
  if (state === 'planned' && from !== undefined)
    return { text: words.t('register.added-from', { day: words.dayShort(from) }), tone: 'soon' };
  if (state === 'ended' && until !== undefined)
    return { text: words.t('register.removed-from', { day: words.dayShort(until) }), tone: 'over' };
  return undefined;
}

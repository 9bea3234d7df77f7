import type { Day } from '../../domain/days.ts';
import { lastEdition, noticeOf, type Ledger } from '../../domain/ledger.ts';
import type { Reader } from '../reader.ts';

/** One end of a comparison, as it is chosen. */
export interface CompareChoice {
  readonly name: 'from' | 'to';
  readonly id: string;
  readonly label: string;
  readonly type: 'select' | 'number' | 'date';
  readonly value: string;
  readonly min: string;
  readonly max: string | undefined;
  readonly options: readonly { readonly value: string; readonly text: string; readonly selected: boolean }[];
}

/** A form that asks for two editions, or for two days. */
export interface CompareForm {
  readonly title: string;
  readonly hint: string;
  readonly action: string;
  readonly choices: readonly CompareChoice[];
  readonly button: string;
}

// More editions than this are no list to look through: their number is typed.
const LISTED = 60;

/** Both forms, set to what is compared now. */
export function compareForms(reader: Reader, from: Day | number, to: Day | number): CompareForm[] {
  return [editionForm(reader, from, to), dayForm(reader, from, to)];
}

function editionForm(reader: Reader, from: Day | number, to: Day | number): CompareForm {
  const { words, addresses, context } = reader;
  const last = lastEdition(context.ledger.current());
  const choice = (name: 'from' | 'to', asked: Day | number, otherwise: number): CompareChoice => {
    const value = typeof asked === 'number' ? asked : otherwise;
    return {
      name,
      id: `edition-${name}`,
      label: words.t(`compare.${name}`),
      type: last > LISTED ? 'number' : 'select',
      value: String(value),
      min: '1',
      max: String(last),
      options: last > LISTED ? [] : editionOptions(reader, context.ledger.current(), value),
    };
  };
  return {
    title: words.t('compare.editions'),
    hint: words.t('compare.editions.hint'),
    action: addresses.compare(),
    choices: [choice('from', from, 1), choice('to', to, last)],
    button: words.t('compare.show'),
  };
}

function editionOptions({ words }: Reader, { notices }: Ledger, value: number): CompareChoice['options'] {
  return notices.map(({ edition, announcedOn }) => ({
    value: String(edition),
    text: words.t('compare.edition-option', { edition, day: words.dayShort(announcedOn) }),
    selected: edition === value,
  }));
}

function dayForm(
  { words, addresses, context, today }: Reader,
  from: Day | number,
  to: Day | number,
): CompareForm {
  const first = noticeOf(context.ledger.current(), 1)?.effectiveOn ?? today;
  const choice = (name: 'from' | 'to', asked: Day | number, otherwise: Day): CompareChoice => ({
    name,
    id: `day-${name}`,
    label: words.t(`compare.${name}`),
    type: 'date',
    value: typeof asked === 'string' ? asked : otherwise,
    min: first,
    max: undefined,
    options: [],
  });
  return {
    title: words.t('compare.days'),
    hint: words.t('compare.days.hint'),
    action: addresses.compare(),
    choices: [choice('from', from, first), choice('to', to, today)],
    button: words.t('compare.show'),
  };
}

import type { Words } from '../../language/words.ts';
import { inOneLine } from './categories.ts';
import type { FactValue } from './fact.ts';
import { notStated, type Phrase } from './phrase.ts';
import type { PlacedField } from './third-party-fields.ts';

/** A field with what is stated of it in one place; no value: it is not stated. */
export interface PlacedFact {
  readonly label: string;
  readonly missing: PlacedField['missing'];
  readonly values: readonly FactValue[];
}

/** What holds for one processing or, when it has no name, for all there is. */
export interface Answering {
  readonly name?: Phrase;
  /** The same fields in the same order as in any other. */
  readonly facts: readonly PlacedFact[];
}

/** Values, and the names of the processings for which they are the same. */
export interface Answer {
  /** Empty: they hold for all. */
  readonly of: readonly Phrase[];
  readonly values: readonly FactValue[];
}

/** A fact that is told once where all processings agree, and next to one another where they differ. */
export interface AnsweredFact {
  readonly label: string;
  readonly answers: readonly Answer[];
}

export interface Answers {
  readonly facts: readonly AnsweredFact[];
  /** Names of fields of which nothing is stated anywhere. */
  readonly unstated: readonly string[];
}

/** The answers of several processings put together, so that they can be compared and none is repeated. */
export function together(words: Words, answering: readonly Answering[]): Answers {
  const facts: AnsweredFact[] = [];
  const unstated: string[] = [];
  for (const [index, { label, missing }] of (answering[0]?.facts ?? []).entries()) {
    const column = answering.map(({ name, facts: row }) => ({ name, values: row[index]?.values ?? [] }));
    if (column.some(({ values }) => values.length > 0))
      facts.push({ label, answers: answersIn(words, column, missing) });
    else if (missing === 'asked') unstated.push(label);
  }
  return { facts, unstated };
}

interface Cell {
  readonly name: Phrase | undefined;
  readonly values: readonly FactValue[];
}

function answersIn(words: Words, column: readonly Cell[], missing: PlacedField['missing']): Answer[] {
  const groups = [...Map.groupBy(column, ({ values }) => JSON.stringify(values)).values()];
  if (groups.length === 1) return [{ of: [], values: column[0]?.values ?? [] }];
  // Where there need not be anything to state, those of which nothing is stated are passed over.
  const told = groups.filter(([cell]) => missing === 'asked' || cell?.values.length !== 0);
  const rest = told.length === groups.length ? restOf(told) : undefined;
  const named = told.filter((group) => group !== rest).map((group) => answer(words, group, namesOf(group)));
  if (!rest) return named;
  const others: Phrase = { text: words.t('third-party.all-others', { count: rest.length }) };
  return [...named, answer(words, rest, [others])];
}

function answer(words: Words, [cell]: readonly Cell[], of: readonly Phrase[]): Answer {
  const { values = [] } = cell ?? {};
  return { of, values: values.length === 0 ? [notStated(words)] : values };
}

/** The one long group beside short ones: it is told as "all others", not by a list that hides its answer. */
function restOf(groups: readonly (readonly Cell[])[]): readonly Cell[] | undefined {
  const long = groups.filter(({ length }) => length > MOST_NAMES);
  return long.length === 1 ? long[0] : undefined;
}

const MOST_NAMES = 3;

function namesOf(group: readonly Cell[]): readonly Phrase[] {
  return inOneLine(group.flatMap(({ name }) => name ?? []));
}

import { z } from 'zod';
import { isCountry } from '../domain/countries.ts';
import { isDay, type Day } from '../domain/days.ts';
import type { Known } from './known.ts';

/** What is wrong with a value: `error.400.<fault>` among the interface messages says it in words. */
export type QueryFault =
  'repeated' | 'day' | 'edition' | 'day-or-edition' | 'month' | 'page' | 'too-long' | 'text' | 'unknown';

/** A query parameter: whether it may repeat, how a value is read, and which values there are, where they can be listed. */
export interface Parameter<Value, Repeats extends boolean = boolean> {
  readonly repeats: Repeats;
  /** The schema's error message is a {@link QueryFault}. */
  readonly schema: (known: Known) => z.ZodType<Value, string>;
  readonly values?: (known: Known) => readonly string[];
  /** The value that says the same as leaving the parameter out. */
  readonly absent?: (language: string) => Value;
}

/** The query of a route as its page receives it: a list for what may repeat, a value or undefined for the rest. */
export type QueryOf<Parameters> = {
  readonly [Name in keyof Parameters]: Parameters[Name] extends Parameter<infer Value, infer Repeats>
    ? Repeats extends true
      ? readonly Value[]
      : Value | undefined
    : never;
};

const fault = (name: QueryFault): { error: string } => ({ error: name });

/** A calendar day, `YYYY-MM-DD`. */
export const day: Parameter<Day, false> = {
  repeats: false,
  schema: () => z.string().refine(isDay, fault('day')),
};

const COUNTING = /^[1-9]\d{0,8}$/;

/** The number of an edition that was published. */
export const edition: Parameter<number, false> = {
  repeats: false,
  schema: ({ editions }) =>
    z
      .string()
      .refine((text) => COUNTING.test(text) && Number(text) <= editions, fault('edition'))
      .transform(Number),
};

/** A calendar day, or the number of an edition: two ways of saying when. */
export const dayOrEdition: Parameter<Day | number, false> = {
  repeats: false,
  schema: (known) => z.union([day.schema(known), edition.schema(known)], fault('day-or-edition')),
};

/** A month of the calendar, `YYYY-MM`. */
export const month: Parameter<string, false> = {
  repeats: false,
  schema: () => z.string().refine((text) => isDay(`${text}-01`), fault('month')),
};

/** The number of a page of a long list, from 1. */
export const page: Parameter<number, false> = {
  repeats: false,
  schema: () =>
    z
      .string()
      .regex(/^[1-9]\d{0,5}$/, fault('page'))
      .transform(Number),
  absent: () => 1,
};

export const LONGEST_SEARCH = 200;

/** Words to search for: at most 200 characters, white space collapsed. */
export const search: Parameter<string, false> = {
  repeats: false,
  schema: () =>
    z
      .string()
      .transform((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim())
      .refine((text) => text.length <= LONGEST_SEARCH, fault('too-long'))
      .refine(isWritten, fault('text')),
};

// Control characters cannot stand in a page; the replacement character is what is left of broken UTF-8.
function isWritten(text: string): boolean {
  return !/[\p{Cc}\p{Cs}\uFFFD\uFFFE\uFFFF]/u.test(text);
}

/** One or more of a fixed list of values. */
export function oneOf<const Value extends string>(values: readonly Value[]): Parameter<Value, true> {
  return { repeats: true, schema: () => z.enum(values, fault('unknown')), values: () => values };
}

/** At most one of a fixed list of values. */
export function atMostOneOf<const Value extends string>(values: readonly Value[]): Parameter<Value, false> {
  return { ...oneOf(values), repeats: false };
}

/** One or more of the ids that the ledger or a vocabulary knows. */
export function anyKnown(which: 'scopes' | 'thirdParties' | 'data'): Parameter<string, true> {
  return {
    repeats: true,
    schema: (known) => z.string().refine((id) => known[which].has(id), fault('unknown')),
    values: (known) => [...known[which]].sort(),
  };
}

/** A language of the interface, for files: pages have theirs in the path. */
export const language: Parameter<string, false> = {
  repeats: false,
  schema: ({ languages }) => z.string().refine((tag) => languages.has(tag), fault('unknown')),
  values: ({ languages }) => [...languages].sort(),
  absent: (byDefault) => byDefault,
};

/** Places beside countries that a reader may ask for; `outside-eea` is every country that is not in the EEA. */
export const PLACES = ['EEA', 'EU', 'worldwide', 'outside-eea', 'chosen-by-customer', 'not-stated'] as const;

/** A country (ISO 3166-1 alpha-2) or one of {@link PLACES}. */
export const place: Parameter<string, true> = {
  repeats: true,
  schema: () =>
    z
      .string()
      .refine((text) => isCountry(text) || (PLACES as readonly string[]).includes(text), fault('unknown')),
  values: () => ['NL', 'US', '…', ...PLACES],
};

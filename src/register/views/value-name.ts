import type { Role } from '../../domain/subjects/processing.ts';
import type { FilterName } from '../match-processing.ts';
import type { Moment } from '../moment.ts';
import type { Reader } from '../reader.ts';
import { categoryPhrase } from './categories.ts';
import type { Phrase } from './phrase.ts';
import { scopeAt, scopeName } from './scope-name.ts';

/** Places beside countries that a processing can be found by, in the order in which readers should meet them. */
export const GROUP_PLACES = [
  'outside-eea',
  'EEA',
  'EU',
  'worldwide',
  'chosen-by-customer',
  'not-stated',
] as const;
export type GroupPlace = (typeof GROUP_PLACES)[number];

export function isGroupPlace(value: string): value is GroupPlace {
  return (GROUP_PLACES as readonly string[]).includes(value);
}

/** What a value of a filter is called. The value is one the register knows. */
export function valueName(reader: Reader, moment: Moment, name: FilterName, value: string): string {
  return valuePhrase(reader, moment, name, value).text;
}

/** The same with its language, where that is not the reader's. */
export function valuePhrase(reader: Reader, moment: Moment, name: FilterName, value: string): Phrase {
  const { words } = reader;
  switch (name) {
    case 'scope':
      return scopeName(reader, scopeAt(moment, value), value);
    case 'role':
      return { text: words.role(value as Role) };
    case 'country':
      return { text: isGroupPlace(value) ? words.t(`place.${value}`) : words.country(value) };
    case 'data':
      return categoryPhrase(reader, 'data', { term: value });
    case 'safeguard':
      // Grounds and `not-stated` have a message each; the address was checked against the list of them.
      return { text: words.t(`safeguard.short.${value}` as 'safeguard.short.not-stated') };
  }
}

import type { Role } from '../../domain/subjects/processing.ts';
import type { FilterName } from '../match-processing.ts';
import type { Moment } from '../moment.ts';
import type { Reader } from '../reader.ts';
import { termName } from './categories.ts';
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
  const { words } = reader;
  switch (name) {
    case 'scope':
      return scopeName(reader, scopeAt(moment, value), value).text;
    case 'role':
      return words.role(value as Role);
    case 'country':
      return isGroupPlace(value) ? words.t(`place.${value}`) : words.country(value);
    case 'data':
      return termName(reader, words, 'data', value);
    case 'safeguard':
      // Grounds and `not-stated` have a message each; the address was checked against the list of them.
      return words.t(`safeguard.short.${value}` as 'safeguard.short.not-stated');
  }
}

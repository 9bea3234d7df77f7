import type { CountryGroups } from '../content/reference.ts';
import { safeguardStated } from '../domain/transfers.ts';
import { placesOf } from './places-of.ts';
import type { ProcessingInTime } from './use-in-time.ts';

/** What a reader narrows the list to: any value within one name, all names together. An empty list narrows nothing. */
export interface ListFilter {
  readonly scope: readonly string[];
  readonly role: readonly string[];
  readonly country: readonly string[];
  readonly data: readonly string[];
  readonly safeguard: readonly string[];
}
export const FILTER_NAMES = ['scope', 'role', 'country', 'data', 'safeguard'] as const;
export type FilterName = (typeof FILTER_NAMES)[number];

/** What a processing can be found by, under each name of a filter. */
export function foundBy(
  { thirdParty, processing }: ProcessingInTime,
  groups: CountryGroups,
): Record<FilterName, () => Iterable<string>> {
  return {
    scope: () => [processing.scope],
    role: () => [processing.role],
    country: () => placesOf(thirdParty, processing, groups),
    data: () => (processing.data ?? []).flatMap((category) => ('term' in category ? [category.term] : [])),
    safeguard: () => {
      const stated = safeguardStated(thirdParty, processing, groups.EEA);
      if (stated !== 'stated') return stated === 'not-stated' ? ['not-stated'] : [];
      return (processing.safeguards ?? []).map(({ ground }) => ground);
    },
  };
}

/** Whether a processing is one of those asked for. */
export function matches(found: ProcessingInTime, filter: ListFilter, groups: CountryGroups): boolean {
  const by = foundBy(found, groups);
  return FILTER_NAMES.every((name) => {
    const wanted = filter[name];
    if (wanted.length === 0) return true;
    for (const value of by[name]()) if (wanted.includes(value)) return true;
    return false;
  });
}

import type { CountryGroups } from '../content/reference.ts';
import { LOCATION_KINDS, type Location, type Processing } from '../domain/subjects/processing.ts';
import type { ThirdParty } from '../domain/subjects/third-party.ts';
import { transferOf } from '../domain/transfers.ts';

/**
 * Every place by which a reader may look for a processing: the countries of its locations and of the legal entity, the
 * groups they are in, `outside-eea` for a transfer, `chosen-by-customer`, `not-stated`.
 */
export function placesOf(thirdParty: ThirdParty, processing: Processing, groups: CountryGroups): Set<string> {
  const { locations = [] } = processing;
  const places = new Set(locations.map(nameOf));
  if (locations.length === 0) places.add('not-stated');
  const seat = thirdParty.entity?.country;
  if (seat !== undefined) places.add(seat);
  for (const place of [...places]) {
    if (place === 'EU' || groups.EEA.has(place)) places.add('EEA');
    if (groups.EU.has(place)) places.add('EU');
  }
  if (transferOf(thirdParty, processing, groups.EEA)) places.add('outside-eea');
  return places;
}

function nameOf(location: Location): string {
  if (location.place === 'country') return location.country;
  return location.place === 'group' ? location.group : location.place;
}

/** Where data is kept before where else it goes. */
export function locationsInOrder(locations: readonly Location[]): Location[] {
  const place = ({ kind }: Location): number => LOCATION_KINDS.indexOf(kind);
  return [...locations].sort((a, b) => place(a) - place(b));
}

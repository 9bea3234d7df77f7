import type { CountryGroups } from '../content/reference.ts';
import type { Location, Processing } from '../domain/subjects/processing.ts';
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

/**
 * Whether a safeguard is stated, is not needed because everything that is stated lies within the EEA, or is not stated
 * although it may be needed.
 */
export function safeguardStated(
  thirdParty: ThirdParty,
  processing: Processing,
  { EEA }: CountryGroups,
): 'stated' | 'not-needed' | 'not-stated' {
  if ((processing.safeguards ?? []).length > 0) return 'stated';
  if (processing.role === 'none') return 'not-needed';
  const seat = thirdParty.entity?.country;
  const { locations = [] } = processing;
  const within = seat !== undefined && EEA.has(seat) && locations.length > 0 && locations.every(inEea);
  return within ? 'not-needed' : 'not-stated';

  function inEea(location: Location): boolean {
    return location.place === 'country'
      ? EEA.has(location.country)
      : location.place === 'group' && location.group !== 'worldwide';
  }
}

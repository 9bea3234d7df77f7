import type { Day } from './days.ts';
import type { Location, Processing, Safeguard } from './subjects/processing.ts';
import type { ThirdParty } from './subjects/third-party.ts';

/** Why a processing is a transfer to a third country: its places, or the seat of the importer. */
export interface Transfer {
  /** ISO 3166-1 codes outside the EEA, sorted; `worldwide` where no country is named. */
  readonly destinations: readonly string[];
}

/**
 * Whether the processing transfers data out of the EEA: computed from where data is processed and where the legal entity
 * sits (GDPR article 44; EDPB Guidelines 05/2021). A parent company alone is no transfer.
 *
 * @param eea the countries of the European Economic Area
 * @returns undefined when nothing that is stated makes it one
 */
export function transferOf(
  thirdParty: Pick<ThirdParty, 'entity'>,
  processing: Pick<Processing, 'locations' | 'role'>,
  eea: ReadonlySet<string>,
): Transfer | undefined {
  if (processing.role === 'none') return undefined;
  const places = (processing.locations ?? []).flatMap(destination);
  const seat = thirdParty.entity?.country;
  const outside = [...places, ...(seat === undefined ? [] : [seat])].filter((place) => !eea.has(place));
  return outside.length === 0 ? undefined : { destinations: [...new Set(outside)].sort() };
}

function destination(location: Location): string[] {
  if (location.place === 'country') return [location.country];
  return location.place === 'group' && location.group === 'worldwide' ? ['worldwide'] : [];
}

/**
 * Whether a safeguard is stated, is not needed because everything that is stated lies within the EEA, or is not stated
 * although it may be needed: where data is or who gets it is unknown, or lies outside.
 *
 * @param eea the countries of the European Economic Area
 */
export function safeguardStated(
  thirdParty: Pick<ThirdParty, 'entity'>,
  processing: Pick<Processing, 'locations' | 'role' | 'safeguards'>,
  eea: ReadonlySet<string>,
): 'stated' | 'not-needed' | 'not-stated' {
  if ((processing.safeguards ?? []).length > 0) return 'stated';
  if (processing.role === 'none') return 'not-needed';
  const seat = thirdParty.entity?.country;
  const { locations = [] } = processing;
  const within = seat !== undefined && eea.has(seat) && locations.length > 0;
  return within && locations.every((location) => isWithin(location, eea)) ? 'not-needed' : 'not-stated';
}

function isWithin(location: Location, eea: ReadonlySet<string>): boolean {
  if (location.place === 'country') return eea.has(location.country);
  return location.place === 'group' && location.group !== 'worldwide';
}

/** Where a day lies in the time for which a safeguard is valid: in it, after it or before it. */
export type Validity = 'valid' | 'over' | 'ahead';

/** Its first and last day are days on which it is valid; one that states no days always is. */
export function validityOn(
  { validFrom, validUntil }: Pick<Safeguard, 'validFrom' | 'validUntil'>,
  day: Day,
): Validity {
  if (validUntil !== undefined && validUntil < day) return 'over';
  return validFrom !== undefined && validFrom > day ? 'ahead' : 'valid';
}

import type { Location } from '../domain/subjects/processing.ts';
import type { ThirdParty } from '../domain/subjects/third-party.ts';
import type { ProcessingInTime } from './use-in-time.ts';

/** What happens at a place: data is kept there, handled there, or reached from there; or a legal entity sits there. */
export const DATA_ASPECTS = ['stored', 'processed', 'accessed'] as const;
export const ASPECTS = [...DATA_ASPECTS, 'seat'] as const;
export type Aspect = (typeof ASPECTS)[number];

const ASPECT_OF: Readonly<Record<Location['kind'], Aspect>> = {
  storage: 'stored',
  backup: 'stored',
  processing: 'processed',
  cdn: 'processed',
  access: 'accessed',
};

/** A third party at a place, with what it states of that place; nothing, where the place is that of its seat. */
export interface Presence {
  readonly thirdPartyId: string;
  readonly thirdParty: ThirdParty;
  readonly locations: readonly Location[];
}

/** Who is at one place, and why. */
export type Presences = Readonly<Record<Aspect, readonly Presence[]>>;

/** A third party that leaves open where data is: wholly, or in some of what it does. */
export interface Unstated {
  readonly thirdPartyId: string;
  readonly thirdParty: ThirdParty;
  readonly partly: boolean;
}

/** Where personal data is, by place. */
export interface DataPlaces {
  /** By ISO 3166-1 code. */
  readonly countries: ReadonlyMap<string, Presences>;
  /** By what stands in place of a country: `EEA`, `EU`, `worldwide`, `chosen-by-customer`. */
  readonly others: ReadonlyMap<string, Presences>;
  readonly unstated: readonly Unstated[];
}

/** Where the processings take place, as far as it is stated. Who receives no personal data (role `none`) is nowhere. */
export function dataPlaces(all: readonly ProcessingInTime[]): DataPlaces {
  const rows = all.filter(({ processing }) => processing.role !== 'none');
  const countries = new Map<string, Gathered>();
  const others = new Map<string, Gathered>();
  for (const row of rows) {
    const seat = row.thirdParty.entity?.country;
    if (seat !== undefined) gather(countries, seat, 'seat', row);
    for (const location of row.processing.locations ?? [])
      if (location.place === 'country')
        gather(countries, location.country, ASPECT_OF[location.kind], row, location);
      else if (location.place !== 'not-stated')
        gather(others, otherPlace(location), ASPECT_OF[location.kind], row, location);
  }
  return { countries: presences(countries), others: presences(others), unstated: unstatedIn(rows) };
}

function otherPlace(location: Exclude<Location, { place: 'country' }>): string {
  return location.place === 'group' ? location.group : location.place;
}

interface Party {
  readonly thirdParty: ThirdParty;
  readonly locations: Location[];
}
type Gathered = Record<Aspect, Map<string, Party>>;

function gather(
  places: Map<string, Gathered>,
  place: string,
  aspect: Aspect,
  { thirdPartyId, thirdParty }: ProcessingInTime,
  location?: Location,
): void {
  let gathered = places.get(place);
  if (!gathered)
    places.set(
      place,
      (gathered = { stored: new Map(), processed: new Map(), accessed: new Map(), seat: new Map() }),
    );
  let party = gathered[aspect].get(thirdPartyId);
  if (!party) gathered[aspect].set(thirdPartyId, (party = { thirdParty, locations: [] }));
  if (location) party.locations.push(location);
}

function presences(places: ReadonlyMap<string, Gathered>): Map<string, Presences> {
  const listed = (parties: ReadonlyMap<string, Party>): Presence[] =>
    [...parties].map(([thirdPartyId, party]) => ({ thirdPartyId, ...party }));
  return new Map(
    [...places].map(([place, { stored, processed, accessed, seat }]) => [
      place,
      {
        stored: listed(stored),
        processed: listed(processed),
        accessed: listed(accessed),
        seat: listed(seat),
      },
    ]),
  );
}

function unstatedIn(rows: readonly ProcessingInTime[]): Unstated[] {
  const open = new Map(
    rows.filter((row) => !statesAll(row)).map(({ thirdPartyId, thirdParty }) => [thirdPartyId, thirdParty]),
  );
  const stating = new Set(rows.filter(statesSome).map(({ thirdPartyId }) => thirdPartyId));
  return [...open].map(([thirdPartyId, thirdParty]) => ({
    thirdPartyId,
    thirdParty,
    partly: stating.has(thirdPartyId),
  }));
}

function statesAll({ processing: { locations = [] } }: ProcessingInTime): boolean {
  return locations.length > 0 && locations.every(({ place }) => place !== 'not-stated');
}

function statesSome({ processing: { locations = [] } }: ProcessingInTime): boolean {
  return locations.some(({ place }) => place !== 'not-stated');
}

/** Whether data is stated to be there, and not merely a seat. */
export function holdsData(presences: Presences): boolean {
  return DATA_ASPECTS.some((aspect) => presences[aspect].length > 0);
}

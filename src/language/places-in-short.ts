import { LOCATION_KINDS, type Location } from '../domain/subjects/processing.ts';
import type { Words } from './words.ts';

/** Places of one kind that can be named in one breath, and the country or group each is. */
export interface PlacesOfKind {
  /** `at`: data is stored and processed there alike, or only one of the two is told. */
  readonly kind: 'at' | Location['kind'];
  readonly places: readonly NamedPlace[];
}

/** A country with everything of it that is named, a group of countries, or where the service's customer chooses. */
export interface NamedPlace {
  /** ISO 3166-1 code, `EEA`, `EU`, `worldwide`, `chosen-by-customer`, `not-stated`. */
  readonly place: string;
  /** Cities and regions. */
  readonly details: readonly string[];
}

/**
 * Where data is, each place once: what is stored and processed at the same places is told together, and who backs up,
 * looks in or delivers from where the data is anyway is not told apart.
 */
export function placesInShort(locations: readonly Location[]): PlacesOfKind[] {
  const of = (kind: Location['kind']): NamedPlace[] =>
    named(locations.filter((location) => location.kind === kind));
  const [storage, processing] = [of('storage'), of('processing')];
  const alike = storage.length === 0 || processing.length === 0 || sameCountries(storage, processing);
  const main = named(locations.filter(({ kind }) => kind === 'storage' || kind === 'processing'));
  const known = new Set(main.map(({ place }) => place));
  const others = LOCATION_KINDS.slice(2).map((kind) => ({
    kind,
    places: of(kind).filter(({ place }) => !known.has(place)),
  }));
  const first: PlacesOfKind[] = alike
    ? [{ kind: 'at', places: main }]
    : [
        { kind: 'storage', places: storage },
        { kind: 'processing', places: processing },
      ];
  return [...first, ...others].filter(({ places }) => places.length > 0);
}

function named(locations: readonly Location[]): NamedPlace[] {
  const byPlace = Map.groupBy(locations, placeOf);
  return [...byPlace].map(([place, some]) => ({ place, details: [...new Set(some.flatMap(detailOf))] }));
}

function placeOf(location: Location): string {
  if (location.place === 'country') return location.country;
  return location.place === 'group' ? location.group : location.place;
}

function detailOf(location: Location): string[] {
  if (location.place !== 'country') return [];
  const detail = [location.city, location.region].filter((part) => part !== undefined).join(', ');
  return detail === '' ? [] : [detail];
}

function sameCountries(one: readonly NamedPlace[], other: readonly NamedPlace[]): boolean {
  const places = new Set(other.map(({ place }) => place));
  return one.length === other.length && one.every(({ place }) => places.has(place));
}

/** More countries or cities than these are counted: the page of the third party names all. */
const TOLD = 6;
const DETAILS_TOLD = 3;

/** `United States (Chicago)`, `Stored in Germany and the Netherlands`, `Backed up where the service’s customer chooses`. */
export function placesOfKind(words: Words, { kind, places }: PlacesOfKind): string {
  const [{ place } = { place: '' }] = places;
  if (kind === 'at')
    return isNamed(place) ? namesOf(words, places, true) : words.t(`place.${place as 'not-stated'}`);
  return words.t(`location.${kind}`, {
    at: formOf(place),
    place: isNamed(place) ? namesOf(words, places, false) : '',
  });
}

/** Countries and groups have a name; of the others it is told in a sentence of their own. */
export function isNamed(place: string): boolean {
  return place !== 'worldwide' && place !== 'chosen-by-customer' && place !== 'not-stated';
}

function formOf(place: string): string {
  if (place === 'chosen-by-customer') return 'chosen';
  if (place === 'not-stated') return 'unstated';
  return place === 'worldwide' ? 'worldwide' : 'named';
}

function namesOf(words: Words, places: readonly NamedPlace[], begins: boolean): string {
  const names = places.map(({ place, details }, index) => {
    const name = begins && index === 0 ? words.placeName(place) : words.inSentence(place);
    return details.length === 0 || details.length > DETAILS_TOLD
      ? name
      : words.t('place.detail', { place: name, detail: details.join(', ') });
  });
  if (names.length <= TOLD) return words.list(names);
  const told = names.slice(0, TOLD - 1);
  return words.t('general.and-others', { names: told.join(', '), count: names.length - told.length });
}

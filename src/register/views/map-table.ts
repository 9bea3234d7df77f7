import { isCountry } from '../../domain/countries.ts';
import type { Location } from '../../domain/subjects/processing.ts';
import type { Query } from '../../language/addresses.ts';
import {
  ASPECTS,
  holdsData,
  type Aspect,
  type DataPlaces,
  type Presence,
  type Presences,
} from '../data-places.ts';
import type { Reader } from '../reader.ts';
import { mapParties, type MapParty } from './map-party.ts';
import { GROUP_PLACES } from './value-name.ts';

export interface MapRow {
  /** For links to the row of a country: `place-NL`. */
  readonly id: string | undefined;
  readonly place: string;
  readonly cells: readonly {
    readonly aspect: Aspect;
    readonly label: string;
    readonly parties: readonly MapParty[];
  }[];
}

/** Places and who is there: the map in words. */
export interface MapTable {
  readonly title: string;
  readonly place: string;
  readonly columns: readonly { readonly aspect: Aspect; readonly label: string }[];
  readonly groups: readonly { readonly title: string; readonly rows: readonly MapRow[] }[];
}

/** Countries in which data is, then what is named in place of a country, then countries in which only a seat is. */
export function mapTable(reader: Reader, { countries, others }: DataPlaces, moment: Query): MapTable {
  const { words } = reader;
  const row = ([place, presences]: readonly [string, Presences]): MapRow => ({
    id: isCountry(place) ? `place-${place}` : undefined,
    place: placeName(reader, place),
    cells: ASPECTS.map((aspect) => ({
      aspect,
      label: words.t(`map.aspect.${aspect}`),
      parties: mapParties(reader, presences[aspect], moment, (at) => detailsOf(reader, at)),
    })),
  });
  const named = [...countries].filter(([, presences]) => holdsData(presences));
  const seats = [...countries].filter(([, presences]) => !holdsData(presences));
  const byName = (rows: readonly MapRow[]) => [...rows].sort((a, b) => words.compare(a.place, b.place));
  return {
    title: words.t('map.table'),
    place: words.t('map.place'),
    columns: ASPECTS.map((aspect) => ({ aspect, label: words.t(`map.aspect.${aspect}`) })),
    groups: [
      { title: words.t('map.rows.countries'), rows: byName(named.map(row)) },
      { title: words.t('map.rows.others'), rows: inOrder([...others]).map(row) },
      { title: words.t('map.rows.seats'), rows: byName(seats.map(row)) },
    ].filter(({ rows }) => rows.length > 0),
  };
}

function placeName({ words }: Reader, place: string): string {
  return place === 'chosen-by-customer' ? words.t(`place.${place}`) : words.placeName(place);
}

function inOrder(others: readonly (readonly [string, Presences])[]) {
  const order: readonly string[] = GROUP_PLACES;
  return [...others].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
}

/** Cities and regions, and that there are no more than backups or a delivery network. */
function detailsOf({ words }: Reader, { locations }: Presence): string[] {
  const spots = locations.flatMap((location) =>
    location.place === 'country'
      ? [location.city ?? location.region].filter((spot) => spot !== undefined)
      : [],
  );
  const all = (kind: Location['kind']) =>
    locations.length > 0 && locations.every((location) => location.kind === kind);
  return [
    ...new Set(spots),
    ...(all('backup') ? [words.t('map.backups')] : []),
    ...(all('cdn') ? [words.t('map.delivery')] : []),
  ];
}

import type { Day } from '../domain/days.ts';
import { dataPlaces, type Aspect, type DataPlaces, ASPECTS } from './data-places.ts';
import { hasBegun, momentOf, type Moment } from './moment.ts';
import type { Reader } from './reader.ts';
import { currentProcessings, type ProcessingInTime } from './use-in-time.ts';
import { asOf, type AsOf } from './views/as-of.ts';
import { beforeBeginning, type Beginning } from './views/beginning.ts';
import { frameOf, type Frame } from './views/frame.ts';
import { mapDrawings, type MapDrawing } from './views/map-drawing.ts';
import { mapLead, type MapLead } from './views/map-lead.ts';
import { scopePlaces, type ScopePlaces } from './views/map-scopes.ts';
import { mapTable, type MapTable } from './views/map-table.ts';
import { unstatedParties, type UnstatedParties } from './views/map-unstated.ts';
import { momentQuery } from './views/moment-query.ts';
import { organisationName } from './views/organisation-name.ts';

/** What the map is asked; every value is known to be valid. */
export interface MapQuery {
  readonly on?: Day | undefined;
  readonly edition?: number | undefined;
  readonly scope: readonly string[];
}

/** The map, ready to be placed. */
export interface MapPage {
  readonly frame: Frame;
  readonly title: string;
  readonly asOf: AsOf | undefined;
  /** Before the first edition, or for a day before it. There is no map then. */
  readonly beginning: Beginning | undefined;
  readonly map: RegisterMap | undefined;
}

export interface RegisterMap {
  readonly lead: MapLead;
  readonly scopes: ScopePlaces | undefined;
  readonly drawings: readonly MapDrawing[];
  readonly description: string;
  readonly key: MapKey;
  readonly source: string;
  readonly table: MapTable | undefined;
  readonly unstated: UnstatedParties | undefined;
}

/** What the signs on the map mean. */
export interface MapKey {
  readonly title: string;
  readonly signs: readonly { readonly aspect: Aspect; readonly text: string }[];
  readonly named: string;
  /** Which groups of countries are hatched. */
  readonly group: string | undefined;
  /** That there are points without a sign. */
  readonly crowded: string | undefined;
  readonly count: string;
}

export function readMapPage(reader: Reader, query: MapQuery): MapPage {
  const { words, addresses, context, today } = reader;
  const moment = momentOf(context.ledger.current(), today, query);
  const begun = hasBegun(moment);
  const { scope } = query;
  return {
    frame: frameOf(reader, {
      title: words.t('map.title'),
      description: words.t('map.meta', { organisation: organisationName(reader) }),
      address: addresses.map({ ...momentQuery(moment), scope }),
      canonical: addresses.map(),
      section: 'map',
    }),
    title: words.t('map.title'),
    asOf: asOf(reader, moment, (at) => addresses.map({ ...at, scope })),
    beginning: begun ? undefined : beforeBeginning(reader, moment),
    map: begun ? registerMap(reader, moment, scope) : undefined,
  };
}

function registerMap(reader: Reader, moment: Moment, scope: readonly string[]): RegisterMap {
  const { words } = reader;
  const all = currentProcessings(moment.known, moment.day);
  const rows = scope.length === 0 ? all : all.filter(({ processing }) => scope.includes(processing.scope));
  const places = dataPlaces(rows);
  const groups = (['EEA', 'EU'] as const).filter((group) => places.others.has(group));
  const drawings = mapDrawings(reader, places, membersOf(reader, groups));
  const table = mapTable(reader, places, momentQuery(moment));
  return {
    lead: leadOf(reader, rows, places),
    scopes: scopePlaces(reader, moment, all, scope),
    drawings,
    description: words.t('map.desc'),
    key: keyOf(reader, groups, drawings),
    source: words.t('map.source'),
    table: table.groups.length === 0 ? undefined : table,
    unstated: unstatedParties(reader, places.unstated, momentQuery(moment)),
  };
}

function leadOf({ words }: Reader, rows: readonly ProcessingInTime[], places: DataPlaces): MapLead {
  return rows.length === 0 ? { first: words.t('register.empty'), rest: '' } : mapLead(words, places);
}

function membersOf({ context }: Reader, groups: readonly ('EEA' | 'EU')[]): Set<string> {
  return new Set(groups.flatMap((group) => [...context.content.countryGroups[group]]));
}

function keyOf({ words }: Reader, groups: readonly string[], drawings: readonly MapDrawing[]): MapKey {
  const places = words.list(groups.map((group) => words.placeName(group)));
  const crowded = drawings.some(({ points }) => points.some(({ seat }) => !seat));
  return {
    title: words.t('map.legend'),
    signs: ASPECTS.map((aspect) => ({ aspect, text: words.t(`map.legend.${aspect}`) })),
    named: words.t('map.legend.named'),
    group: groups.length === 0 ? undefined : words.t('map.legend.group', { places }),
    crowded: crowded ? words.t('map.legend.crowded') : undefined,
    count: words.t('map.legend.count'),
  };
}

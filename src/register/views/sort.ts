import { Temporal } from 'temporal-polyfill';
import type { Retention } from '../../domain/subjects/processing.ts';
import { isNamed, placesInShort } from '../../language/places-in-short.ts';
import { locationsInOrder } from '../places-of.ts';
import type { Reader } from '../reader.ts';
import type { ProcessingInTime } from '../use-in-time.ts';
import { nameOf } from './party-name.ts';

/** The columns of the list, each of which can order it. */
export const SORT_COLUMNS = ['name', 'purpose', 'data', 'retention', 'place'] as const;
export type SortColumn = (typeof SORT_COLUMNS)[number];

/** As the address says it: by a column, from the other end with `-`; nothing for the order of names. */
export type Sort = Exclude<SortColumn | `-${SortColumn}`, 'name'>;

/** By which column, and from which end, the third parties of a scope stand. */
export interface Order {
  readonly column: SortColumn;
  readonly descending: boolean;
}

export function orderOf(sort: Sort | undefined): Order {
  const column = SORT_COLUMNS.find((name) => sort?.endsWith(name)) ?? 'name';
  return { column, descending: sort?.startsWith('-') ?? false };
}

/** What a heading leads to: first its order, then the same from the other end, then the order of names again. */
export function nextSort(column: SortColumn, now: Order): Sort | undefined {
  if (now.column !== column) return column === 'name' ? undefined : column;
  return now.descending ? undefined : `-${column}`;
}

const STATES = ['current', 'planned', 'ended'];

/**
 * The processings of one scope, by third party, in the order asked for. A third party with several stands by its first:
 * what is in use before what is to come, and that before what is over. What is not stated stands last from either end.
 */
export function partiesInOrder(
  reader: Reader,
  order: Order,
  rows: readonly ProcessingInTime[],
): ProcessingInTime[][] {
  const { words } = reader;
  const byParty = Map.groupBy(rows, ({ thirdPartyId }) => thirdPartyId);
  const parties = [...byParty].map(([id, some]) => {
    const sorted = some
      .map((row) => ({ row, key: keyOf(reader, order.column, row) }))
      .sort(
        (a, b) =>
          STATES.indexOf(a.row.state) - STATES.indexOf(b.row.state) ||
          compareKeys(reader, order, a.key, b.key) ||
          words.compare(a.row.id, b.row.id),
      );
    const [first] = sorted;
    return {
      id,
      key: first?.key,
      name: nameOf(reader, first?.row.thirdParty, id).text,
      rows: sorted.map(({ row }) => row),
    };
  });
  return parties
    .sort(
      (a, b) =>
        compareKeys(reader, order, a.key, b.key) ||
        words.compare(a.name, b.name) ||
        words.compare(a.id, b.id),
    )
    .map(({ rows: sorted }) => sorted);
}

/** What a row is ordered by; undefined where it is not stated. */
type Key = string | number | undefined;

function compareKeys({ words }: Reader, { descending }: Order, a: Key, b: Key): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  const order = typeof a === 'number' && typeof b === 'number' ? a - b : words.compare(String(a), String(b));
  return descending ? -order : order;
}

function keyOf(reader: Reader, column: SortColumn, row: ProcessingInTime): Key {
  const { words } = reader;
  const { purpose, data = [], retention, locations = [] } = row.processing;
  switch (column) {
    case 'name':
      return nameOf(reader, row.thirdParty, row.thirdPartyId).text;
    case 'purpose':
      return words.plain(purpose) || undefined;
    case 'data':
      return data.length || undefined;
    case 'retention':
      return lengthOf(retention);
    case 'place': {
      const place = placesInShort(locationsInOrder(locations))[0]?.places[0]?.place;
      return place !== undefined && isNamed(place) ? words.placeName(place) : undefined;
    }
  }
}

// Months and years are as long as from this day on: an order needs a day, a reader does not.
const COUNTED_FROM = Temporal.PlainDate.from('2026-01-01');

/** In days; a criterion or a legal duty without a period has a length that nobody knows. */
function lengthOf(retention: Retention | undefined): number | undefined {
  if (!retention) return undefined;
  const period = retention.form === 'criterion' ? retention.atMost : retention.period;
  return period === undefined
    ? undefined
    : Temporal.Duration.from(period).total({ unit: 'days', relativeTo: COUNTED_FROM });
}

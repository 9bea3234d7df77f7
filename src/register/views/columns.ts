import type { MessageKey } from '../../language/words.ts';
import type { Reader } from '../reader.ts';
import { listAddress, type Listing } from './listing.ts';
import { nextSort, orderOf, type SortColumn } from './sort.ts';

/** The headings of the list; on a narrow screen each value carries its own. */
export type Columns = Readonly<Record<SortColumn, Column>>;

export interface Column {
  readonly text: string;
  /** The list in the order of this column, without a place on the page; none where there is one order only. */
  readonly address?: string;
  /** The order that the address is of, in words. */
  readonly leadsTo?: string;
  /** The list stands in this order now (`aria-sort`). */
  readonly sorted?: 'ascending' | 'descending';
}

const HEADINGS = {
  name: 'register.column.name',
  purpose: 'register.column.purpose',
  data: 'register.column.data',
  retention: 'register.column.kept',
  place: 'register.column.place',
} as const satisfies Record<SortColumn, MessageKey>;

/** @param listing undefined where there is one order only */
export function columnsIn(reader: Reader, listing?: Listing): Columns {
  const column = (name: SortColumn): Column => columnOf(reader, listing, name);
  return {
    name: column('name'),
    purpose: column('purpose'),
    data: column('data'),
    retention: column('retention'),
    place: column('place'),
  };
}

function columnOf(reader: Reader, listing: Listing | undefined, name: SortColumn): Column {
  const text = reader.words.t(HEADINGS[name]);
  if (!listing) return { text };
  const order = orderOf(listing.query.sort);
  const sort = nextSort(name, order);
  const address = listAddress(reader, listing, { sort });
  const leadsTo = reader.words.t(`register.sort.${sort ?? 'name'}`);
  if (order.column !== name) return { text, address, leadsTo };
  return { text, address, leadsTo, sorted: order.descending ? 'descending' : 'ascending' };
}

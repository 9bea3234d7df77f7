import type { Query } from '../../language/addresses.ts';
import type { Reader } from '../reader.ts';
import { filterQuery, type ListQuery } from './filters.ts';
import type { Tag } from './tag.ts';

/** Third parties that stand out in the list, and the tag that says why. */
export interface Marked {
  readonly ids: ReadonlySet<string>;
  readonly tag: Tag;
}

/** How the list is asked for; a preview of it is not, and offers no way to ask for less of it. */
export interface Listing {
  readonly query: ListQuery;
  /** The part of the address that is not a filter: the day, the editions. */
  readonly kept: Query;
  readonly marked?: Marked | undefined;
}

/** The address of the list with something asked for differently and all else kept, without a place on the page. */
export function listAddress({ addresses }: Reader, { query, kept }: Listing, changed: Query): string {
  return addresses.register({ ...kept, ...filterQuery(query), ...changed });
}

/** Who narrows the list wants to see the list again, not what stands above it. */
export function atList(address: string): string {
  return `${address}#list`;
}

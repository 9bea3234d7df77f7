import { inArray } from 'drizzle-orm';
import type { Selecting } from '../../db/client.ts';
import { draft } from '../../db/schema/draft.ts';

/** What staff call the drafts with these ids, by id: the log itself holds no titles. */
export async function draftTitles(
  reader: Selecting,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await reader
    .select({ id: draft.id, title: draft.title })
    .from(draft)
    .where(inArray(draft.id, [...ids]));
  return new Map(rows.map(({ id, title }) => [id, title]));
}

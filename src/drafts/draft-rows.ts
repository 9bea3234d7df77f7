import { desc, eq, inArray, sql } from 'drizzle-orm';
import type { Selecting } from '../../db/client.ts';
import { draft } from '../../db/schema/draft.ts';
import type { Draft, DraftContent, DraftState } from './draft-content.ts';

type Row = typeof draft.$inferSelect;

/** The draft as the reader sees it; in a write transaction nobody else can change it any more. */
export async function draftIn(reader: Selecting, id: string): Promise<Draft | undefined> {
  const [row] = await reader.select().from(draft).where(eq(draft.id, id));
  return row && draftFrom(row);
}

/** The draft that was begun with the key. */
export async function draftOfKey(reader: Selecting, key: string): Promise<Draft | undefined> {
  const [row] = await reader.select().from(draft).where(eq(draft.key, key));
  return row && draftFrom(row);
}

/** Drafts in the states, the one touched last first. */
export async function draftsIn(reader: Selecting, states: readonly DraftState[]): Promise<Draft[]> {
  const rows = await reader
    .select()
    .from(draft)
    .where(inArray(draft.state, [...states]))
    .orderBy(desc(draft.updatedAt), desc(sql`rowid`));
  return rows.map(draftFrom);
}

function draftFrom(row: Row): Draft {
  return {
    id: row.id,
    title: row.title,
    state: row.state,
    version: row.version,
    content: contentFrom(row.content),
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    approvedBy: row.approvedBy ?? undefined,
    approvedAt: row.approvedAt ?? undefined,
    edition: row.edition ?? undefined,
  };
}

/** What stands in the table went through the schema of drafts. */
export function contentFrom(text: string): DraftContent {
  return JSON.parse(text) as DraftContent;
}

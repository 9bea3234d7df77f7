import { and, eq, or, sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { draft } from '../../db/schema/draft.ts';
import { draftStep } from '../../db/schema/draft-step.ts';
import { draftVersion } from '../../db/schema/draft-version.ts';
import { canonical, type Json } from '../domain/json.ts';
import { withoutText } from '../domain/redaction.ts';

const LONGEST_TITLE = 200;

/** Under these stands what people wrote; ids, places and days beside them hold a draft together. */
const WRITTEN: ReadonlySet<string> = new Set(['reason', 'arguments', 'before', 'after', 'added', 'removed']);

/**
 * Takes a text that is being redacted out of all that staff drafted, too: every version, title and note, also of drafts
 * that are over. The same mark takes its place as in the ledger, so that what is drafted still fits what is published.
 */
export async function redactDrafts(transaction: Transaction, text: string, mark: string): Promise<void> {
  const cleaned = (row: { readonly title: string; readonly content: string }) => ({
    title: line(row.title, text, mark).slice(0, LONGEST_TITLE),
    content: canonical(written(JSON.parse(row.content) as Json, text, mark)),
  });
  for (const row of await transaction.select().from(draft).where(draftedIn(draft, text)))
    await transaction.update(draft).set(cleaned(row)).where(eq(draft.id, row.id));
  for (const row of await transaction.select().from(draftVersion).where(draftedIn(draftVersion, text)))
    await transaction
      .update(draftVersion)
      .set(cleaned(row))
      .where(and(eq(draftVersion.draft, row.draft), eq(draftVersion.version, row.version)));
  for (const { id, note } of await transaction.select().from(draftStep).where(holds(draftStep.note, text)))
    await transaction
      .update(draftStep)
      .set({ note: line(note ?? '', text, mark) })
      .where(eq(draftStep.id, id));
}

function draftedIn(table: typeof draft | typeof draftVersion, text: string): SQL | undefined {
  // In JSON the text stands with its escapes, without the quotes around it.
  return or(holds(table.title, text), holds(table.content, JSON.stringify(text).slice(1, -1)));
}

function holds(column: SQLWrapper, text: string): SQL {
  return sql`instr(${column}, ${text}) > 0`;
}

function written(value: Json, text: string, mark: string): Json {
  if (Array.isArray(value)) return value.map((item: Json) => written(item, text, mark));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, item]): [string, Json] => [
    key,
    WRITTEN.has(key) ? withoutText(item, text, mark) : written(item, text, mark),
  ]);
  return Object.fromEntries(entries);
}

function line(words: string, text: string, mark: string): string {
  return withoutText(words, text, mark) as string;
}

import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { isInstant, isUuidV7 } from './formats.ts';
import { ledger } from './ledger.ts';

/** A notice in the making. Never public; what it says as published stands in the ledger alone. */
export const draft = sqliteTable(
  'draft',
  {
    id: text('id').primaryKey(),
    /** Random text of the form it was begun with, so that a double click begins one draft. */
    key: text('key').notNull().unique(),
    /** What staff call it among themselves. */
    title: text('title').notNull(),
    state: text('state', { enum: ['open', 'submitted', 'approved', 'published', 'discarded'] }).notNull(),
    /** Counts what was saved: an edit names the version it began from. */
    version: integer('version').notNull(),
    /** Canonical JSON text of the content of that version. */
    content: text('content').notNull(),
    createdAt: text('created_at').notNull(),
    updatedAt: text('updated_at').notNull(),
    approvedBy: text('approved_by'),
    approvedAt: text('approved_at'),
    /** The edition that it became. */
    edition: integer('edition')
      .unique()
      .references(() => ledger.edition),
  },
  (table) => [
    index('draft_state').on(table.state, table.updatedAt),
    check('draft_id', isUuidV7(table.id)),
    check('draft_key', sql`length(${table.key}) between 16 and 80`),
    check('draft_title', sql`length(${table.title}) between 1 and 200`),
    check('draft_state', sql`${table.state} in ('open', 'submitted', 'approved', 'published', 'discarded')`),
    check('draft_version', sql`${table.version} > 0`),
    check('draft_content', sql`json_valid(${table.content})`),
    check('draft_created_at', isInstant(table.createdAt)),
    check('draft_updated_at', isInstant(table.updatedAt)),
    check('draft_approved_at', sql`${table.approvedAt} is null or (${isInstant(table.approvedAt)})`),
    check('draft_approved', sql`(${table.approvedBy} is null) = (${table.approvedAt} is null)`),
    check(
      'draft_approval_stands',
      sql`(${table.approvedBy} is not null) = (${table.state} in ('approved', 'published'))`,
    ),
    check('draft_edition', sql`(${table.edition} is not null) = (${table.state} = 'published')`),
  ],
);

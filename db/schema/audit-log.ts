import { sql } from 'drizzle-orm';
import { check, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { isInstant, isUuidV7 } from './formats.ts';

/**
 * Who wrote what, in the same transaction as the write. Append-only, and opaque ids only: the people behind them can be
 * forgotten elsewhere without touching a row here.
 */
export const auditLog = sqliteTable(
  'audit_log',
  {
    id: text('id').primaryKey(),
    at: text('at').notNull(),
    actorKind: text('actor_kind').notNull(),
    actorId: text('actor_id').notNull(),
    /** What was done: `notice.published`. */
    action: text('action').notNull(),
    /** What it was done to: `edition:12`. */
    subject: text('subject').notNull(),
    /** JSON text of what was, and of what is now; never a text that a redaction would have to reach. */
    before: text('before'),
    after: text('after'),
  },
  (table) => [
    check('audit_log_id', isUuidV7(table.id)),
    check('audit_log_at', isInstant(table.at)),
    check('audit_log_actor_kind', sql`${table.actorKind} in ('staff', 'subscriber', 'system', 'import')`),
    check('audit_log_actor_id', sql`length(${table.actorId}) between 1 and 80`),
    check('audit_log_action', sql`${table.action} glob '[a-z]*.[a-z]*' and length(${table.action}) <= 80`),
    check('audit_log_subject', sql`length(${table.subject}) between 1 and 200`),
    check('audit_log_before', sql`${table.before} is null or json_valid(${table.before})`),
    check('audit_log_after', sql`${table.after} is null or json_valid(${table.after})`),
  ],
);

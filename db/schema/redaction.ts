import { sql } from 'drizzle-orm';
import { check, integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core';
import { isHash, isInstant, isUuidV7 } from './formats.ts';
import { ledger } from './ledger.ts';

/** Every redaction of a row of the ledger: what allows, once, the text of that row to be exchanged. Append-only. */
export const redaction = sqliteTable(
  'redaction',
  {
    id: text('id').primaryKey(),
    edition: integer('edition')
      .notNull()
      .references(() => ledger.edition),
    redactedAt: text('redacted_at').notNull(),
    /** SHA-256 of the payload as it reads with the marks; the announcing notice prints the same. */
    digest: text('digest').notNull(),
    /** The edition of the notice that announces the redaction. */
    announcedBy: integer('announced_by')
      .notNull()
      .references(() => ledger.edition),
    actorKind: text('actor_kind').notNull(),
    /** Opaque: never a name or an address. */
    actorId: text('actor_id').notNull(),
  },
  (table) => [
    unique('redaction_once_a_notice').on(table.edition, table.announcedBy),
    check('redaction_id', isUuidV7(table.id)),
    check('redaction_redacted_at', isInstant(table.redactedAt)),
    check('redaction_digest', isHash(table.digest)),
    check('redaction_announced_later', sql`${table.announcedBy} > ${table.edition}`),
    check('redaction_actor_kind', sql`${table.actorKind} in ('staff', 'subscriber', 'system', 'import')`),
    check('redaction_actor_id', sql`length(${table.actorId}) between 1 and 80`),
  ],
);

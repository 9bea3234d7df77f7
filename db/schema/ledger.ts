import { sql } from 'drizzle-orm';
import { check, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { isHash, isInstant } from './formats.ts';

/**
 * The ledger: one row a notice, numbered without gaps. Triggers refuse every change to a row but a redaction that a row
 * of `redaction` vouches for.
 */
export const ledger = sqliteTable(
  'ledger',
  {
    edition: integer('edition').primaryKey(),
    /** Format of the payload. */
    format: integer('format').notNull(),
    /** hash(n) = SHA-256(hash(n−1) ‖ payload_digest). */
    hash: text('hash').notNull().unique(),
    /** The exact canonical JSON text (RFC 8785) that was hashed; after a redaction with marks in place of what was. */
    payload: text('payload').notNull(),
    /** SHA-256 of the payload as it was published; a redaction leaves it. */
    payloadDigest: text('payload_digest').notNull(),
    /** The instant of recording, UTC, taken under the write lock. */
    recordedAt: text('recorded_at').notNull(),
    redactedAt: text('redacted_at'),
  },
  (table) => [
    check('ledger_edition', sql`${table.edition} > 0`),
    check('ledger_format', sql`${table.format} > 0`),
    check('ledger_hash', isHash(table.hash)),
    check('ledger_payload_digest', isHash(table.payloadDigest)),
    check(
      'ledger_payload',
      sql`json_valid(${table.payload}) and json_extract(${table.payload}, '$.edition') is ${table.edition}`,
    ),
    check('ledger_recorded_at', isInstant(table.recordedAt)),
    check('ledger_redacted_at', sql`${table.redactedAt} is null or (${isInstant(table.redactedAt)})`),
  ],
);

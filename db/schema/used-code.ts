import { sql } from 'drizzle-orm';
import { check, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { isHash, isInstant } from './formats.ts';
import { staff } from './staff.ts';

/** One-time codes that were used while they might still be accepted: each serves once (RFC 6238, 5.2). */
export const usedCode = sqliteTable(
  'used_code',
  {
    staff: text('staff')
      .notNull()
      .references(() => staff.id, { onDelete: 'cascade' }),
    /** SHA-256 of staff id and code. */
    digest: text('digest').notNull(),
    usedAt: text('used_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.staff, table.digest] }),
    check('used_code_digest', isHash(table.digest)),
    check('used_code_used_at', isInstant(table.usedAt)),
    check('used_code_staff', sql`length(${table.staff}) > 0`),
  ],
);

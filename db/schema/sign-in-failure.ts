import { check, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { sql } from 'drizzle-orm';
import { isHash, isInstant } from './formats.ts';

/**
 * How often somebody failed to sign in from one place, by which the next try has to wait. Kept by digest of what was
 * tried and from where: neither can be read back, and failures of one place never slow another.
 */
export const signInFailure = sqliteTable(
  'sign_in_failure',
  {
    digest: text('digest').primaryKey(),
    count: integer('count').notNull(),
    lastAt: text('last_at').notNull(),
  },
  (table) => [
    check('sign_in_failure_digest', isHash(table.digest)),
    check('sign_in_failure_count', sql`${table.count} > 0`),
    check('sign_in_failure_last_at', isInstant(table.lastAt)),
  ],
);

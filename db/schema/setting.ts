import { sql } from 'drizzle-orm';
import { check, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Facts about this database that are no part of the public register. */
export const setting = sqliteTable(
  'setting',
  {
    /**
     * `origin`: where the register came from, `sample:<name>` or `own`; written once.
     * `purge-due`: the instant of a redaction whose text may still lie in free pages of the file.
     */
    key: text('key').primaryKey(),
    value: text('value').notNull(),
  },
  (table) => [
    check('setting_key', sql`${table.key} in ('origin', 'purge-due')`),
    check(
      'setting_origin',
      sql`${table.key} <> 'origin' or ${table.value} = 'own' or ${table.value} glob 'sample:?*'`,
    ),
  ],
);

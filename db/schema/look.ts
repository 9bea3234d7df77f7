import { sql } from 'drizzle-orm';
import { check, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** How the organisation wants its pages to look: one row, or none. No legal fact: no edition, no hash. */
export const look = sqliteTable(
  'look',
  {
    id: text('id', { enum: ['look'] }).primaryKey(),
    /** Counts what was saved, logos included: an edit names the version it began from. */
    version: integer('version').notNull(),
    /** `#0a5bd3`, as it was asked for: what is shown is computed from it. */
    accent: text('accent'),
    /** What is read out in place of a logo that stands alone; without it, the organisation's name. */
    alternative: text('alternative'),
    /** Whether the logo shows the name, so that it need not stand beside it. */
    saysName: integer('says_name', { mode: 'boolean' }).notNull().default(false),
  },
  (table) => [
    check('look_id', sql`${table.id} = 'look'`),
    check('look_version', sql`${table.version} > 0`),
    check(
      'look_accent',
      sql`${table.accent} is null or (length(${table.accent}) = 7 and substr(${table.accent}, 1, 1) = '#' and substr(${table.accent}, 2) not glob '*[^0-9a-f]*')`,
    ),
    check(
      'look_alternative',
      sql`${table.alternative} is null or length(${table.alternative}) between 1 and 200`,
    ),
    check('look_says_name', sql`${table.saysName} in (0, 1)`),
  ],
);

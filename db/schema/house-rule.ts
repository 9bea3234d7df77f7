import { sql } from 'drizzle-orm';
import { check, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** What an organisation decides about how its staff work. What is absent has its strict or usual value. */
export const houseRule = sqliteTable(
  'house_rule',
  {
    /**
     * `second-factor`: `optional` (usual) or `required`; `own-approval`: `refused` (usual) or `allowed`, for a company
     * of one person.
     */
    rule: text('rule', { enum: ['second-factor', 'own-approval'] }).primaryKey(),
    value: text('value', { enum: ['optional', 'required', 'refused', 'allowed'] }).notNull(),
  },
  (table) => [
    check(
      'house_rule_value',
      sql`(${table.rule} = 'second-factor' and ${table.value} in ('optional', 'required')) or (${table.rule} = 'own-approval' and ${table.value} in ('refused', 'allowed'))`,
    ),
  ],
);

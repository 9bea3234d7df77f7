import { sql } from 'drizzle-orm';
import { check, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { isUuidV7 } from './formats.ts';

/**
 * People who may enter the admin form. The id is opaque and stays for ever, since the audit log names it; name and
 * address can be taken away. Columns beside role, state and language are those that the library for sign-in asks for.
 */
export const staff = sqliteTable(
  'staff',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    /** In lower case; after a person is forgotten an address that no mail reaches. */
    email: text('email').notNull(),
    emailVerified: integer('email_verified', { mode: 'boolean' }).notNull().default(false),
    image: text('image'),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    updatedAt: integer('updated_at', { mode: 'timestamp_ms' }).notNull(),
    twoFactorEnabled: integer('two_factor_enabled', { mode: 'boolean' }).notNull().default(false),
    role: text('role', { enum: ['viewer', 'editor', 'approver', 'admin'] })
      .notNull()
      .default('viewer'),
    /** `invited` until a link is used, `removed` for good: whoever comes back is a new member of staff. */
    state: text('state', { enum: ['invited', 'active', 'removed'] })
      .notNull()
      .default('invited'),
  },
  (table) => [
    uniqueIndex('staff_email').on(table.email),
    check('staff_id', isUuidV7(table.id)),
    check('staff_email_lower', sql`${table.email} = lower(${table.email})`),
    check('staff_role', sql`${table.role} in ('viewer', 'editor', 'approver', 'admin')`),
    check('staff_state', sql`${table.state} in ('invited', 'active', 'removed')`),
  ],
);

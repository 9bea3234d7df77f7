import { integer, sqliteTable, text, index } from 'drizzle-orm/sqlite-core';
import { staff } from './staff.ts';

/** Who is signed in where. Read and written by the library for sign-in. */
export const session = sqliteTable(
  'session',
  {
    id: text('id').primaryKey(),
    expiresAt: integer('expires_at', { mode: 'timestamp_ms' }).notNull(),
    token: text('token').notNull().unique(),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    updatedAt: integer('updated_at', { mode: 'timestamp_ms' }).notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    userId: text('user_id')
      .notNull()
      .references(() => staff.id, { onDelete: 'cascade' }),
    /** When its holder last showed again who they are: asked for before publishing and before changing staff. */
    confirmedAt: integer('confirmed_at', { mode: 'timestamp_ms' }),
  },
  (table) => [index('session_user').on(table.userId)],
);

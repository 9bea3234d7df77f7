import { sql } from 'drizzle-orm';
import { check, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { isHash, isInstant, isUuidV7 } from './formats.ts';
import { staff } from './staff.ts';

/** A link that lets one person set a password, once. The link itself is told once and kept nowhere: only its digest is. */
export const staffLink = sqliteTable(
  'staff_link',
  {
    id: text('id').primaryKey(),
    /** SHA-256 of the token in the link. */
    digest: text('digest').notNull().unique(),
    purpose: text('purpose', { enum: ['first-admin', 'invitation', 'new-password'] }).notNull(),
    /** For whom; none for the first admin, who tells who they are. */
    staff: text('staff').references(() => staff.id, { onDelete: 'cascade' }),
    createdAt: text('created_at').notNull(),
    expiresAt: text('expires_at').notNull(),
    usedAt: text('used_at'),
  },
  (table) => [
    check('staff_link_id', isUuidV7(table.id)),
    check('staff_link_digest', isHash(table.digest)),
    check('staff_link_purpose', sql`${table.purpose} in ('first-admin', 'invitation', 'new-password')`),
    check('staff_link_staff', sql`(${table.staff} is null) = (${table.purpose} = 'first-admin')`),
    check('staff_link_created_at', isInstant(table.createdAt)),
    check('staff_link_expires_at', isInstant(table.expiresAt)),
    check('staff_link_used_at', sql`${table.usedAt} is null or (${isInstant(table.usedAt)})`),
  ],
);

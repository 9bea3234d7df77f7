import { sql } from 'drizzle-orm';
import { blob, check, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** The organisation's logo: one for light ground, and perhaps another for dark. Its changes count in `look.version`. */
export const logo = sqliteTable(
  'logo',
  {
    ground: text('ground', { enum: ['light', 'dark'] }).primaryKey(),
    type: text('type', { enum: ['image/png', 'image/svg+xml', 'image/webp'] }).notNull(),
    /** In pixels. */
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    bytes: blob('bytes', { mode: 'buffer' }).notNull(),
  },
  (table) => [
    check('logo_ground', sql`${table.ground} in ('light', 'dark')`),
    check('logo_type', sql`${table.type} in ('image/png', 'image/svg+xml', 'image/webp')`),
    check('logo_width', sql`${table.width} between 1 and 4096`),
    check('logo_height', sql`${table.height} between 1 and 4096`),
    check('logo_bytes', sql`typeof(${table.bytes}) = 'blob' and length(${table.bytes}) between 1 and 65536`),
  ],
);

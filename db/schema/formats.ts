import { sql, type SQL } from 'drizzle-orm';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';

/** A SHA-256 in hex: 64 lower case digits. */
export function isHash(column: AnySQLiteColumn): SQL {
  return sql`length(${column}) = 64 and ${column} not glob '*[^0-9a-f]*'`;
}

const DIGIT = '[0-9]';
const INSTANT = 'dddd-dd-ddTdd:dd:dd.dddZ'.replaceAll('d', DIGIT);

/** An instant in UTC with milliseconds, as text that sorts: `2026-11-22T09:30:00.000Z`. */
export function isInstant(column: AnySQLiteColumn): SQL {
  return sql`${column} glob ${sql.raw(`'${INSTANT}'`)}`;
}

const HEX = '[0-9a-f]';
const UUID_V7 = 'hhhhhhhh-hhhh-7hhh-vhhh-hhhhhhhhhhhh'.replaceAll('h', HEX).replace('v', '[89ab]');

/** A UUID of version 7 (RFC 9562): ids that leave the database are text, and these sort by time. */
export function isUuidV7(column: AnySQLiteColumn): SQL {
  return sql`${column} glob ${sql.raw(`'${UUID_V7}'`)}`;
}

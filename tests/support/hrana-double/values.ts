import type { SQLInputValue, SQLOutputValue } from 'node:sqlite';
import type { ErrorMessage, Value } from './protocol.ts';

export function toSql(value: Value): SQLInputValue {
  switch (value.type) {
    case 'null':
      return null;
    case 'integer':
      return BigInt(value.value);
    case 'blob':
      return Buffer.from(value.base64, 'base64');
    case 'float':
    case 'text':
      return value.value;
  }
}

export function fromSql(value: SQLOutputValue | undefined): Value {
  if (value === null || value === undefined) return { type: 'null' };
  if (typeof value === 'bigint') return { type: 'integer', value: value.toString() };
  if (typeof value === 'number') return { type: 'float', value };
  if (typeof value === 'string') return { type: 'text', value };
  return { type: 'blob', base64: Buffer.from(value).toString('base64') };
}

const CODES: Readonly<Record<number, string>> = {
  5: 'SQLITE_BUSY',
  6: 'SQLITE_LOCKED',
  8: 'SQLITE_READONLY',
  19: 'SQLITE_CONSTRAINT',
};

/** Like the server: the base code and SQLite's words, no extended code. */
export function errorMessage(error: unknown): ErrorMessage {
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 1;
  return { message: `SQLite error: ${message}`, code: CODES[code] ?? 'SQLITE_ERROR' };
}

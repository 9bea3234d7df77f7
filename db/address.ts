import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseError } from './database-error.ts';

/** Where a database is: a file on this machine, or a libSQL server. */
export type Address = { readonly kind: 'file'; readonly path: string } | { readonly kind: 'server' };

const IN_MEMORY = /^(?:file:)?:memory:/i;
const SERVER = /^(?:libsql|https?):\/\/[^/]/i;
// A file address may name this machine, and nothing but a path.
const FILE = /^file:(?:\/\/(?:localhost)?(?=\/)|(?!\/\/))([^?#]+)$/i;

/**
 * Reads the address of a database: `file:data/registry.db`, `libsql://host`, `https://host` or `http://host:port`.
 *
 * @throws DatabaseError `bad-address`; the message does not repeat the address, which may hold a token
 */
export function addressOf(url: string): Address {
  if (IN_MEMORY.test(url))
    throw badAddress(
      'An in-memory database cannot hold a register: it has room for one connection, and ends with it.',
    );
  if (SERVER.test(url)) return { kind: 'server' };
  const path = FILE.exec(url)?.[1];
  if (path === undefined)
    throw badAddress(
      'A database is file:path/to/registry.db, or libsql://, https:// or http:// with a host.',
    );
  return { kind: 'file', path: decoded(path) };
}

/** Makes the folder that the file is to be in. */
export function makeFolderOf(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch (cause) {
    throw new DatabaseError('unreachable', `The folder ${dirname(path)} cannot be made.`, { cause });
  }
}

/**
 * Makes the file, if there is none, for this user's eyes only: it will hold digests of passwords. SQLite gives the files
 * beside it the same rights. What stands in the way is told by whoever opens it.
 */
export function makeFile(path: string): void {
  try {
    closeSync(openSync(path, 'ax', 0o600));
  } catch {
    // It is there already, or cannot be made.
  }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    throw badAddress('The path of the database file has a % that is no escape; write it %25.');
  }
}

function badAddress(message: string): DatabaseError {
  return new DatabaseError('bad-address', message);
}

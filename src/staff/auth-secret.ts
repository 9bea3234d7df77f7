import { randomBytes } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { addressOf } from '../../db/address.ts';
import { ConfigurationError, type Configuration } from '../configuration.ts';

/** Where the secret is when the database is a server's, which has no folder here. */
const BESIDE_NO_FILE = 'data/auth-secret';

type Configured = Pick<Configuration, 'authSecret' | 'databaseUrl'>;

/**
 * The secret that signs sessions and encrypts second factors: AUTH_SECRET, or 32 random bytes made once and kept in a
 * file that only its owner can read, beside the database but not in it: who gets hold of the one has not yet the other.
 *
 * @throws ConfigurationError when the file cannot be used; it says what to do about it
 */
export function authSecret({ authSecret: given, databaseUrl }: Configured): string {
  return given ?? keptIn(secretFileOf(databaseUrl));
}

/** `data/registry.db.secret` for `file:data/registry.db`. */
export function secretFileOf(databaseUrl: string): string {
  const address = addressOf(databaseUrl);
  return address.kind === 'file' ? `${address.path}.secret` : BESIDE_NO_FILE;
}

function keptIn(path: string): string {
  const secret = read(path) ?? make(path);
  if (!/^[0-9a-f]{64}$/.test(secret))
    throw unusable(
      `${path} holds no secret. Put it back from a backup, or remove it: a new one is made at the next start, everybody signs in anew, and second factors are set anew.`,
    );
  close(path);
  return secret;
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (cause) {
    if (isCode(cause, 'ENOENT')) return undefined;
    throw unusable(`${path} cannot be read. This user must own it.`, cause);
  }
}

/** Whole or not there: of several processes that start at once, the first to link its file decides for all. */
function make(path: string): string {
  const own = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(own, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
    linkSync(own, path);
  } catch (cause) {
    if (!isCode(cause, 'EEXIST'))
      throw unusable(`${path} cannot be made. Its folder must be writable, or set AUTH_SECRET.`, cause);
  } finally {
    rmSync(own, { force: true });
  }
  return read(path) ?? '';
}

/** Shuts the file to others, should it have been copied or restored without its rights. */
function close(path: string): void {
  if ((statSync(path).mode & 0o077) === 0) return;
  try {
    chmodSync(path, 0o600);
  } catch (cause) {
    throw unusable(
      `Others can read ${path}, and this user cannot change that. Its rights must be 600.`,
      cause,
    );
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

function unusable(problem: string, cause?: unknown): ConfigurationError {
  return Object.assign(new ConfigurationError([problem]), { cause });
}

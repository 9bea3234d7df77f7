import { closeSync, fsyncSync, openSync, rmSync, statSync } from 'node:fs';
import { addressOf } from './address.ts';
import { Connection } from './connection.ts';
import { DatabaseError } from './database-error.ts';
import { nameBeside } from './name-beside.ts';

/**
 * Copies all that a database file holds at this moment into a file beside it, for the same eyes only. When it resolves
 * the copy is on the disk.
 *
 * @param mark what tells the copy's name from the file's
 * @returns the path of the copy
 * @throws DatabaseError `bad-address`: a server keeps its own files; `unreachable`: nothing is left of the copy then
 */
export async function copyBeside(url: string, mark: string): Promise<string> {
  const address = addressOf(url);
  if (address.kind !== 'file') throw new DatabaseError('bad-address', 'Only a file can be copied.');
  const copy = claimName(address.path, mark);
  // A connection of its own: `VACUUM` refuses to run beside statements that wait to be collected.
  const connection = new Connection({ url, authToken: undefined, address, pragmas: [] });
  try {
    await connection.use((client) => client.execute({ sql: 'VACUUM INTO ?', args: [copy] }));
    // SQLite does not wait for the disk here, and what it copied is about to go.
    toDisk(copy);
    return copy;
  } catch (cause) {
    rmSync(copy, { force: true });
    throw new DatabaseError('unreachable', `The copy ${copy} cannot be written.`, { cause });
  } finally {
    await connection.close();
  }
}

/**
 * Makes an empty file under a name that no other has. It will hold what the database holds, digests of passwords among
 * it: no more may read it than that.
 */
function claimName(path: string, mark: string): string {
  const mode = statSync(path).mode & 0o777;
  for (let count = 1; ; count++) {
    const candidate = nameBeside(path, mark, count);
    try {
      closeSync(openSync(candidate, 'wx', mode));
      return candidate;
    } catch (cause) {
      if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') continue;
      throw new DatabaseError('unreachable', `The copy ${candidate} cannot be written.`, { cause });
    }
  }
}

function toDisk(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

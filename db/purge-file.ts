import type { Client } from '@libsql/client';
import type { Purged } from './client.ts';
import type { Connection } from './connection.ts';
import { DatabaseError } from './database-error.ts';

const TRIES = 10;

/**
 * Takes what was overwritten out of the files for good. `secure_delete` has zeroed it in its page; older versions of that
 * page may still stand in the write-ahead log, and others in free pages: so the log is emptied into the file, the file
 * written anew without free pages, and the log emptied again.
 *
 * @throws DatabaseError `busy` when another process reads an old version all the while
 */
export async function purgeFile(writer: Connection, reader: Connection): Promise<Purged> {
  if (!writer.isLocal) return 'left-to-server';
  await emptyLog(writer, reader);
  // A fresh connection: VACUUM refuses to run beside statements that wait to be collected.
  await writer.turns.run(() => writer.heal());
  await writer.use((client) => client.execute('VACUUM'));
  await emptyLog(writer, reader);
  return 'purged';
}

async function emptyLog(writer: Connection, reader: Connection): Promise<void> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    // The reader's connection may still hold the version it read last.
    await reader.turns.run(() => reader.heal());
    if (await writer.use(checkpointed)) return;
    await new Promise((resolve) => setTimeout(resolve, 50 + 10 * attempt));
  }
  throw new DatabaseError('busy', 'Another process keeps reading an old version of the database.');
}

/**
 * Writes what stands in the write-ahead log into the file, so that a copy of the file alone has all of it. Leaves the log
 * where it is while other processes use it, or when the file cannot be written: nothing is lost then either.
 */
export async function foldLog(writer: Connection): Promise<void> {
  if (!writer.isLocal) return;
  await writer.turns.idle();
  // A fresh connection: statements that wait to be collected would be in the way.
  try {
    await writer.turns.run(() => writer.heal());
    await writer.once(checkpointed);
  } catch {
    // Whatever stands in the way now, the log is read at the next start.
  }
}

/** The first column of the answer says whether somebody was in the way. */
async function checkpointed(client: Client): Promise<boolean> {
  const { rows } = await client.execute('PRAGMA wal_checkpoint(TRUNCATE)');
  return rows[0]?.[0] === 0;
}

import { drizzle, type LibSQLDatabase } from 'drizzle-orm/libsql';
import { addressOf, makeFile, makeFolderOf, type Address } from './address.ts';
import { Connection } from './connection.ts';
import { DatabaseError } from './database-error.ts';
import { foldLog, purgeFile } from './purge-file.ts';
import { QueuedClient } from './queued-client.ts';
import * as schema from './schema/index.ts';
import { sqliteCode } from './sqlite-code.ts';

export type Orm = LibSQLDatabase<typeof schema>;
/** What a verb gets to write with. */
export type Transaction = Parameters<Parameters<Orm['transaction']>[0]>[0];
/** What can be selected from: the database, or a transaction that sees its own writes. */
export type Selecting = Pick<Orm, 'select' | 'get' | 'all'>;

/** What became of text that was overwritten: gone from the files, or in the hands of the server that keeps them. */
export type Purged = 'purged' | 'left-to-server';

/** The one way to the database: writes wait their turn, selects go to a connection of their own. */
export interface Database {
  /** Selects read what is committed; writes are autocommitted in their turn. */
  readonly orm: Orm;
  /** The same as a libSQL client, for libraries that bring their own statements. */
  readonly client: QueuedClient;
  /**
   * Runs the work in one write transaction, the lock taken before it begins: all of it is committed when the promise
   * resolves, none of it when it rejects. The work runs once. It must use the transaction it is given.
   *
   * @throws DatabaseError `busy` when other processes hold the lock too long, `nested-write` inside another write
   */
  write<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
  /**
   * Makes sure that what was overwritten or deleted can no longer be found in the files. A server keeps its files
   * itself: there it does nothing.
   */
  purge(): Promise<Purged>;
  /** Lets the writes that wait be done, then closes; a file then holds all of it, and can be copied alone. */
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly url: string;
  readonly authToken?: string | undefined;
}

const WRITER = [
  'journal_mode = WAL',
  'synchronous = FULL',
  'foreign_keys = ON',
  'recursive_triggers = ON',
  'secure_delete = ON',
];
const READER = ['query_only = ON'];

/**
 * Opens the database and makes the folder of its file. No other SQLite library may open the file in this process: file
 * locks belong to the process, and closing one handle would drop the locks of the other.
 *
 * @throws DatabaseError `bad-address`, `unreachable`
 */
export async function openDatabase({ url, authToken }: DatabaseOptions): Promise<Database> {
  const address = addressOf(url);
  if (address.kind === 'file') {
    makeFolderOf(address.path);
    makeFile(address.path);
  }
  const writer = new Connection({ url, authToken, address, pragmas: WRITER });
  const reader = new Connection({ url, authToken, address, pragmas: READER });
  await answers(writer, reader, address);
  const client = new QueuedClient(writer, reader);
  const orm = guarded(drizzle(client, { schema }), client);
  return {
    orm,
    client,
    write: (work) => orm.transaction(work),
    purge: () => purgeFile(writer, reader),
    close: async () => {
      client.close();
      // First the reader: what it read last keeps the log from being emptied.
      await reader.close();
      await foldLog(writer);
      await writer.close();
    },
  };
}

/** The writer first: it is the one that may change the file's journal. */
async function answers(writer: Connection, reader: Connection, address: Address): Promise<void> {
  try {
    await writer.use((client) => client.execute('SELECT 1'));
    await reader.use((client) => client.execute('SELECT 1'));
  } catch (cause) {
    await Promise.all([writer.close(), reader.close()]);
    if (cause instanceof DatabaseError) throw cause;
    throw new DatabaseError('unreachable', whyNoAnswer(address, cause), { cause });
  }
}

/** A file is named, with what can be done about it; a server is not: its address may hold a token. */
function whyNoAnswer(address: Address, cause: unknown): string {
  const words = cause instanceof Error ? cause.message : String(cause);
  if (address.kind === 'server') return `The database does not answer: ${words}`;
  switch (sqliteCode(cause)) {
    case 'SQLITE_NOTADB':
      return `${address.path} is no database. Name another file with DATABASE_URL.`;
    case 'SQLITE_CORRUPT':
      return `The database file ${address.path} is damaged. Put a backup in its place.`;
    case 'SQLITE_READONLY':
      return `The database file ${address.path} cannot be written. This user must be allowed to write it and its folder.`;
    default:
      return `The database file ${address.path} does not answer: ${words}`;
  }
}

/** Every transaction of the ORM, whoever begins it, refuses writes that go past it. */
function guarded(orm: Orm, client: QueuedClient): Orm {
  const transaction = orm.transaction.bind(orm);
  orm.transaction = (work, config) => client.holding(() => transaction(work, config));
  return orm;
}

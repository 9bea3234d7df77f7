import { migrateDatabase } from '../db/migrate.ts';
import { openDatabase, type Database } from '../db/client.ts';
import type { Clock } from './clock.ts';
import type { Configuration } from './configuration.ts';
import { loadContent, type Content } from './content.ts';
import { openLedger, type LedgerKeeper } from './ledger-keeper.ts';
import type { Log } from './log.ts';
import { openLook, type LookKeeper } from './look/look-keeper.ts';
import { projectRoot } from './project-root.ts';
import { join } from 'node:path';

/** What every verb and every page stands on; made once by a composition root, which alone opens a database. */
export interface Context {
  readonly configuration: Configuration;
  readonly clock: Clock;
  readonly database: Database;
  readonly ledger: LedgerKeeper;
  readonly look: LookKeeper;
  readonly content: Content;
  readonly log: Log;
}

export interface ContextOptions {
  readonly configuration: Configuration;
  readonly clock: Clock;
  readonly log: Log;
  /** The folder that holds content/ and db/migrations/. */
  readonly root?: string;
  /** What it speaks with; read from content/ unless given. */
  readonly content?: Content;
}

/**
 * Reads the content, opens the database, brings it to the schema of this version and reads the ledger, in that order:
 * what can fail without touching the database fails first.
 *
 * @throws ContentError, DatabaseError, RegistryError `damaged`
 */
export async function createContext({
  configuration,
  clock,
  log,
  root = projectRoot,
  content = loadContent(root),
}: ContextOptions): Promise<Context> {
  const { databaseUrl: url, databaseAuthToken: authToken } = configuration;
  const database = await openDatabase({ url, authToken });
  try {
    await migrateDatabase(database, join(root, 'db', 'migrations'));
    const ledger = await openLedger({ database, log });
    const look = await openLook({ database, log });
    return { configuration, clock, database, ledger, look, content, log };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Lets writes that wait be done, then closes the database. */
export async function closeContext({ ledger, look, database }: Context): Promise<void> {
  await Promise.all([ledger.close(), look.close()]);
  await database.close();
}

import { readMigrationFiles, type MigrationMeta } from 'drizzle-orm/migrator';
import type { Database } from './client.ts';
import { DatabaseError } from './database-error.ts';

/** The table of drizzle's own migrator, so that its tools understand the database. */
const TABLE = '__drizzle_migrations';

/**
 * Brings the database to the schema of this version. Each migration is applied whole or not at all, and once, however
 * many processes start at the same time.
 *
 * @param folder db/migrations, as written by `npm run migration`
 * @returns how many migrations were applied here
 * @throws DatabaseError `newer-database` when a later version has been here
 */
export async function migrateDatabase(database: Database, folder: string): Promise<number> {
  const known = readMigrationFiles({ migrationsFolder: folder });
  await makeTable(database);
  const there = await appliedAt(database);
  refuseNewer(there, known);
  let applied = 0;
  for (const migration of known)
    if (!there.has(migration.folderMillis) && (await apply(database, migration))) applied++;
  return applied;
}

async function makeTable({ client }: Database): Promise<void> {
  await client.batch([
    `CREATE TABLE IF NOT EXISTS ${TABLE} (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)`,
    `CREATE UNIQUE INDEX IF NOT EXISTS ${TABLE}_once ON ${TABLE} (created_at)`,
  ]);
}

/** A migration is known by the instant at which it was written (milliseconds). */
async function appliedAt({ client }: Database): Promise<Set<number>> {
  const { rows } = await client.execute(`SELECT created_at FROM ${TABLE}`);
  return new Set(rows.map((row) => Number(row['created_at'])));
}

function refuseNewer(there: ReadonlySet<number>, known: readonly MigrationMeta[]): void {
  const unknown = [...there].filter((at) => known.every(({ folderMillis }) => folderMillis !== at));
  if (unknown.length === 0) return;
  const days = unknown.map((at) => new Date(at).toISOString().slice(0, 10)).join(', ');
  throw new DatabaseError(
    'newer-database',
    `A newer version of the registry has used this database (migration of ${days}). Start that version, or restore a copy made before it.`,
  );
}

/**
 * Its row comes first: that takes the write lock, and fails, with all of the migration, when another process was faster.
 *
 * @returns whether it was applied here
 */
async function apply(database: Database, { folderMillis, hash, sql }: MigrationMeta): Promise<boolean> {
  const row = { sql: `INSERT INTO ${TABLE} (hash, created_at) VALUES (?, ?)`, args: [hash, folderMillis] };
  try {
    await database.client.migrate([row, ...sql.map((statement) => ({ sql: statement, args: [] }))]);
    return true;
  } catch (error) {
    if ((await appliedAt(database)).has(folderMillis)) return false;
    throw error;
  }
}

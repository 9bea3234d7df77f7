import { eq } from 'drizzle-orm';
import type { Database, Purged, Transaction } from './client.ts';
import { setting } from './schema/setting.ts';

/** Written with a redaction, so that a purge which a crash or another process prevented is not forgotten. */
export async function markPurgeDue(transaction: Transaction, since: string): Promise<void> {
  await transaction
    .insert(setting)
    .values({ key: 'purge-due', value: since })
    .onConflictDoUpdate({ target: setting.key, set: { value: since } });
}

/**
 * Takes text that was redacted out of the database's files, if that is still to be done.
 *
 * @returns undefined when there was nothing to do
 * @throws DatabaseError `busy` when another process keeps reading an old version; it stays to be done
 */
export async function purgeIfDue(database: Database): Promise<Purged | undefined> {
  const [due] = await database.orm.select().from(setting).where(eq(setting.key, 'purge-due'));
  if (!due) return undefined;
  const purged = await database.purge();
  await database.orm.delete(setting).where(eq(setting.key, 'purge-due'));
  return purged;
}

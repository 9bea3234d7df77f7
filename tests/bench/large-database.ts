import { Temporal } from 'temporal-polyfill';
import { openDatabase } from '../../db/client.ts';
import { migrateDatabase } from '../../db/migrate.ts';
import { ledger } from '../../db/schema/ledger.ts';
import { digest, type LedgerRow } from '../../src/domain/chain.ts';
import { projectPath } from '../../src/project-root.ts';
import { generateLedger } from './generate.ts';

const AT_ONCE = 250;

/** Makes a database with a register of so many notices over so many third parties, announced until yesterday. */
export async function makeDatabase(file: string, notices: number, thirdParties: number): Promise<void> {
  const until = Temporal.Now.plainDateISO('UTC').subtract({ days: 1 });
  const database = await openDatabase({ url: `file:${file}` });
  await migrateDatabase(database, projectPath('db', 'migrations'));
  await database.write(async (transaction) => {
    let rows: LedgerRow[] = [];
    const flush = async (): Promise<void> => {
      await transaction.insert(ledger).values(rows.map(stored));
      rows = [];
    };
    for (const row of generateLedger({ notices, thirdParties, until })) {
      rows.push(row);
      if (rows.length === AT_ONCE) await flush();
    }
    if (rows.length > 0) await flush();
  });
  await database.close();
}

function stored(row: LedgerRow): typeof ledger.$inferInsert {
  const { publishedAt } = JSON.parse(row.payload) as { publishedAt: string };
  return { ...row, format: 1, payloadDigest: digest(row.payload), recordedAt: publishedAt };
}

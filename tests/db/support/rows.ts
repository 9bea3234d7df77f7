import type { Database } from '../../../db/client.ts';
import { ledger } from '../../../db/schema/ledger.ts';
import { digest, FIRST_LINK, link } from '../../../src/domain/chain.ts';
import { canonical } from '../../../src/domain/json.ts';

export type PlainRow = typeof ledger.$inferInsert;

/** A row as it would follow the others: made straight, without the verbs, to try what the database itself allows. */
export function rowAfter(
  previous: PlainRow | undefined,
  said: Readonly<Record<string, string>> = {},
): PlainRow {
  const edition = (previous?.edition ?? 0) + 1;
  const payload = canonical({ edition, ...said });
  return {
    edition,
    format: 1,
    payload,
    payloadDigest: digest(payload),
    hash: link(previous?.hash ?? FIRST_LINK, digest(payload)),
    recordedAt: '2026-01-10T11:00:00.000Z',
  };
}

/** Writes so many rows and returns them. */
export async function writeRows(database: Database, count: number): Promise<PlainRow[]> {
  const rows: PlainRow[] = [];
  for (let edition = 1; edition <= count; edition++) {
    const row = rowAfter(rows.at(-1), { reason: `Row ${String(edition)}` });
    await database.orm.insert(ledger).values(row);
    rows.push(row);
  }
  return rows;
}

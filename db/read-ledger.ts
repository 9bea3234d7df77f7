import { asc, gt, sql } from 'drizzle-orm';
import type { LedgerRow } from '../src/domain/chain.ts';
import type { Selecting } from './client.ts';
import { ledger } from './schema/ledger.ts';
import { redaction } from './schema/redaction.ts';

/** A row as it is stored, with the format of its payload. */
export interface StoredRow {
  readonly row: LedgerRow;
  readonly format: number;
}

/** What a glance at the ledger tells: whether what one holds of it is still all of it, and still it. */
export interface Glance {
  /** The number of the last edition, 0 before the first. */
  readonly edition: number;
  readonly redactions: number;
  /** The hash that stands at the edition one asked about; null when there is no such row. */
  readonly hash: string | null;
}

/** One select, cheap at any length of history. */
export async function glanceAt(database: Selecting, edition: number): Promise<Glance> {
  const [glance] = await database.all<Glance>(sql`
    select
      (select coalesce(max(${ledger.edition}), 0) from ${ledger}) as edition,
      (select count(*) from ${redaction}) as redactions,
      (select ${ledger.hash} from ${ledger} where ${ledger.edition} = ${edition}) as hash`);
  if (!glance) throw new Error('A select without a table gave no row.');
  return glance;
}

const PAGE = 500;

/** All rows after the edition, in order, read in pages so that a long ledger does not hold up everything else. */
export async function readRows(database: Selecting, after: number): Promise<StoredRow[]> {
  const rows: StoredRow[] = [];
  for (let last = after; ;) {
    const page = await readPage(database, last);
    rows.push(...page);
    if (page.length < PAGE) return rows;
    last = page.at(-1)?.row.edition ?? last;
  }
}

async function readPage(database: Selecting, after: number): Promise<StoredRow[]> {
  const page = await database
    .select()
    .from(ledger)
    .where(gt(ledger.edition, after))
    .orderBy(asc(ledger.edition))
    .limit(PAGE);
  return page.map(({ edition, format, hash, payload, payloadDigest, redactedAt }) => ({
    row: { edition, hash, payload, ...(redactedAt === null ? {} : { payloadHash: payloadDigest }) },
    format,
  }));
}

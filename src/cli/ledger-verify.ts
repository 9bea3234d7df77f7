import { openDatabase } from '../../db/client.ts';
import { readRows } from '../../db/read-ledger.ts';
import { loadContent } from '../content.ts';
import type { Hash, LedgerRow } from '../domain/chain.ts';
import { readLedgerLines, type UnreadableLine } from '../exports/ledger-lines.ts';
import { editionWithHash, verifyLedger, type FaultyRow, type Verification } from '../register/verify.ts';
import { counted } from './counted.ts';
import { readInput } from './files.ts';
import { problemLine, Misuse, Refusal } from './refusal.ts';
import type { Terminal } from './terminal.ts';
import { configurationFor, refuseMissing, type DatabaseOption } from './with-context.ts';

export interface VerifyOptions extends DatabaseOption {
  readonly hash?: string;
}

interface Source {
  readonly rows: readonly LedgerRow[];
  readonly unreadable: readonly UnreadableLine[];
}

/**
 * Verifies a ledger: the database, or a `ledger.jsonl` from a file, from standard input (`-`) or from the web. With a
 * hash that somebody kept it also says which edition that is.
 *
 * @throws Refusal naming every row that does not hold, or the hash that is not in the chain
 */
export async function verify(
  terminal: Terminal,
  from: string | undefined,
  options: VerifyOptions,
): Promise<void> {
  const hash = hashIn(options.hash);
  if (from !== undefined && options.database !== undefined)
    throw new Misuse('Name a file or address, or a database, and not both.');
  const { rows, unreadable } =
    from === undefined ? await rowsOfDatabase(terminal, options) : await readSource(terminal, from);
  const verification = verifyLedger(rows);
  const faults = [...unreadable.map(lineInWords), ...verification.faults.map(faultInWords)];
  terminal.out(summaryOf(verification));
  // A download that failed looks the same as a register that has not begun.
  if (from !== undefined && rows.length === 0 && faults.length === 0)
    throw new Refusal('There is no edition in it: nothing was verified.');
  if (faults.length > 0) throw new Refusal(['The ledger does not verify.', ...faults].join('\n'));
  if (hash !== undefined) terminal.out(`${kept(rows, hash)}\n`);
  else if (rows.length > 0) terminal.out(VERIFIED);
}

/** A ledger that was written anew from end to end fits together too: only a hash kept elsewhere tells it apart. */
const VERIFIED =
  'The ledger verifies: it fits together. That it is the one you were shown, a hash you kept tells: --hash.\n';

function hashIn(text: string | undefined): Hash | undefined {
  const hash = text?.trim().toLowerCase();
  if (hash !== undefined && !/^[0-9a-f]{64}$/.test(hash))
    throw new Misuse('A hash has 64 hexadecimal digits.');
  return hash;
}

function kept(rows: readonly LedgerRow[], hash: Hash): string {
  const edition = editionWithHash(rows, hash);
  if (edition === undefined)
    throw new Refusal(
      'No edition of this ledger has that hash. What was told with it is not in this ledger.',
    );
  return `The hash is that of edition ${String(edition)}: all up to it reads as it did when the hash was kept.`;
}

function summaryOf({ editions, register, hash, redacted }: Verification): string {
  if (editions === 0) return 'The ledger is empty.\n';
  const lines = [
    `Register ${register ?? 'without an id'}: ${counted(editions, 'edition')}.`,
    `Hash of edition ${String(editions)}: ${hash ?? ''}`,
    ...(redacted.length === 0 ? [] : [`Redacted: edition ${redacted.join(', ')}.`]),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

/** Straight from the tables: the server's own reader would refuse to show what does not verify. */
async function rowsOfDatabase(terminal: Terminal, options: VerifyOptions): Promise<Source> {
  const configuration = configurationFor(terminal, options);
  refuseMissing(configuration);
  const { databaseUrl: url, databaseAuthToken: authToken } = configuration;
  const database = await openDatabase({ url, authToken });
  try {
    return { rows: (await readRows(database.orm, 0)).map(({ row }) => row), unreadable: [] };
  } catch (error) {
    throw new Refusal(`The database holds no ledger that can be read: ${causeOf(error)}`);
  } finally {
    await database.close();
  }
}

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}

async function readSource(terminal: Terminal, from: string): Promise<Source> {
  return readLedgerLines(/^https?:\/\//i.test(from) ? await fetched(from) : await readInput(terminal, from));
}

const PATIENCE = 60_000;

/** The ledger of a register on the web; its home page is enough of an address. */
async function fetched(from: string): Promise<string> {
  const url = URL.parse(from);
  if (!url) throw new Misuse(`${from} is no address.`);
  if (url.pathname === '/') url.pathname = '/ledger.jsonl';
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE) });
    if (!response.ok) throw new Error(`it answers with status ${String(response.status)}`);
    return await response.text();
  } catch (error) {
    throw new Refusal(`${url.href} cannot be read: ${causeOf(error)}.`);
  }
}

function lineInWords({ line, reason }: UnreadableLine): string {
  return `line ${String(line)} ${reason}`;
}

const FAULTS: Readonly<Record<Extract<FaultyRow['fault'], string>, string>> = {
  'out-of-order': 'is not the one that follows: a row is missing, or stands twice, or elsewhere',
  'hash-differs': 'has a hash that does not follow from its text and the hash before it',
  'payload-says-another-edition': 'says in its text that it is another edition',
  'not-json': 'has a text that is not JSON',
  'redaction-not-announced': 'has a text that was exchanged, and no later notice announces it with this text',
  'not-canonical': 'has a text that is not canonical JSON (RFC 8785)',
  'unknown-format': 'is written in a format that this version does not know',
  'not-a-notice': 'has a text that is no notice',
  'another-register': 'belongs to another register',
  'announced-earlier': 'was published before the edition before it',
  'revises-no-earlier': 'revises an edition that is not an earlier one',
};

function faultInWords({ edition, fault, detail }: FaultyRow): string {
  const words = typeof fault === 'string' ? FAULTS[fault] : problemLine(fault, loadContent());
  return `edition ${String(edition)} ${words}${detail === undefined ? '' : ` (${detail})`}`;
}

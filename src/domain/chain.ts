import { createHash } from 'node:crypto';

/** A hash in hex: 64 lower case digits. */
export type Hash = string;

/** hash(0): 32 zero bytes. */
export const FIRST_LINK: Hash = '0'.repeat(64);

/** SHA-256 of the exact UTF-8 bytes of a payload. */
export function digest(payload: string): Hash {
  return createHash('sha256').update(payload, 'utf8').digest('hex');
}

/** hash(n) = SHA-256(hash(n−1) ‖ SHA-256(payload n)), over the raw 32-byte digests. */
export function link(previous: Hash, payloadDigest: Hash): Hash {
  return createHash('sha256')
    .update(Buffer.from(previous, 'hex'))
    .update(Buffer.from(payloadDigest, 'hex'))
    .digest('hex');
}

/** One row of the ledger, and one line of `ledger.jsonl`. `payloadHash` stands only beside a redacted payload. */
export interface LedgerRow {
  readonly edition: number;
  readonly hash: Hash;
  /** The exact canonical text that was hashed; when redacted, with marks in place of what was taken out. */
  readonly payload: string;
  readonly payloadHash?: Hash;
}

export interface ChainProblem {
  readonly edition: number;
  readonly problem:
    | 'out-of-order'
    | 'hash-differs'
    | 'payload-says-another-edition'
    | 'not-json'
    /** Its text was exchanged, but no later notice announces a redaction with this very text. */
    | 'redaction-not-announced';
}

const HASH = /^[0-9a-f]{64}$/;

/** What the check reads of a payload, of which nothing is known to be as it should. */
interface Said {
  readonly edition?: unknown;
  readonly revises?: { readonly action?: unknown; readonly rows?: unknown } | null;
}

/**
 * Checks the chain from its first link: every row in its place, every hash following from the one before and the
 * payload. Finds any row altered, dropped, swapped or added without its hash. That rows are missing at the end is seen
 * only against a hash that a reader kept.
 *
 * A row with a `payloadHash` was redacted: the digest of what was stands for the text that is gone, and the text that
 * stands there now must be the one that a later notice of redaction vouches for.
 */
export function verifyChain(rows: Iterable<LedgerRow>): ChainProblem[] {
  const problems: ChainProblem[] = [];
  const redacted = new Map<number, { readonly text: Hash; vouched: boolean }>();
  let previous = FIRST_LINK;
  let expected = 1;
  for (const row of rows) {
    const said = parse(row.payload);
    const problem = problemOf(row, said, expected, previous);
    if (problem) problems.push({ edition: row.edition, problem });
    // Redacted more than once, a row must read as the last notice of redaction says.
    for (const [edition, text] of redactionsIn(said)) {
      const earlier = redacted.get(edition);
      if (earlier) earlier.vouched = earlier.text === text;
    }
    if (row.payloadHash !== undefined)
      redacted.set(row.edition, { text: digest(row.payload), vouched: false });
    previous = row.hash;
    expected = row.edition + 1;
  }
  for (const [edition, { vouched }] of redacted)
    if (!vouched) problems.push({ edition, problem: 'redaction-not-announced' });
  return problems;
}

function parse(payload: string): Said | undefined {
  try {
    const said: unknown = JSON.parse(payload);
    return typeof said === 'object' && said !== null ? said : undefined;
  } catch {
    return undefined;
  }
}

function redactionsIn(said: Said | undefined): [edition: number, text: Hash][] {
  const { action, rows } = said?.revises ?? {};
  if (action !== 'redact' || !Array.isArray(rows)) return [];
  return rows.flatMap((row: { edition?: unknown; digest?: unknown } | null): [number, Hash][] =>
    typeof row?.edition === 'number' && typeof row.digest === 'string' ? [[row.edition, row.digest]] : [],
  );
}

function problemOf(
  row: LedgerRow,
  said: Said | undefined,
  expected: number,
  previous: Hash,
): ChainProblem['problem'] | undefined {
  if (row.edition !== expected) return 'out-of-order';
  const payloadHash = row.payloadHash ?? digest(row.payload);
  // Hex in capitals, or followed by anything, would read as the same bytes.
  if (!HASH.test(payloadHash) || link(previous, payloadHash) !== row.hash) return 'hash-differs';
  if (!said) return 'not-json';
  return said.edition === row.edition ? undefined : 'payload-says-another-edition';
}

import { z } from 'zod';
import type { LedgerRow } from '../domain/chain.ts';
import type { Ledger } from '../domain/ledger.ts';

/**
 * `/ledger.jsonl`: a line an edition, oldest first. The payload is the exact text that was hashed, repeated byte for
 * byte; a redacted one has `payloadHash`, the digest of the text that was, beside it.
 */
export function renderLedgerLines(ledger: Ledger): string {
  return ledger.notices.map(({ row }) => `${ledgerLine(row)}\n`).join('');
}

function ledgerLine({ edition, hash, payload, payloadHash }: LedgerRow): string {
  return JSON.stringify({ edition, hash, payload, ...(payloadHash === undefined ? {} : { payloadHash }) });
}

const hash = z.string().regex(/^[0-9a-f]{64}$/, { error: 'is not 64 lower case hexadecimal digits' });

const rowSchema = z.strictObject({
  edition: z.number().int().positive(),
  hash,
  payload: z.string(),
  payloadHash: hash.optional(),
});

/** A line that is no row of a ledger, by its number from 1. */
export interface UnreadableLine {
  readonly line: number;
  readonly reason: string;
}

/** Reads `ledger.jsonl` back. Lines that are no rows are named; what they said is not guessed. */
export function readLedgerLines(text: string): { rows: LedgerRow[]; unreadable: UnreadableLine[] } {
  const rows: LedgerRow[] = [];
  const unreadable: UnreadableLine[] = [];
  const lines = text.replace(/^\uFEFF/, '').split('\n');
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const read = readLine(line);
    if (typeof read === 'string') unreadable.push({ line: index + 1, reason: read });
    else rows.push(read);
  }
  return { rows, unreadable };
}

function readLine(line: string): LedgerRow | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'is not JSON';
  }
  const parsed = rowSchema.safeParse(value);
  if (!parsed.success)
    return parsed.error.issues.map(({ path, message }) => [...path, message].join(' ')).join('; ');
  const { payloadHash, ...row } = parsed.data;
  return payloadHash === undefined ? row : { ...row, payloadHash };
}

import { describe, expect, it } from 'vitest';
import { readLedgerLines, renderLedgerLines } from '../../../src/exports/ledger-lines.ts';
import { digest } from '../../../src/domain/chain.ts';
import { EMPTY_LEDGER, readRow } from '../../../src/domain/ledger.ts';
import { planRedaction } from '../../../src/domain/redaction.ts';
import { sixEditions } from './registers.ts';

const register = sixEditions();

describe('the ledger as lines', () => {
  it('has a line an edition, with the exact text that was hashed', () => {
    const lines = renderLedgerLines(register.ledger).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(
      register.rows().map(({ edition, hash, payload }) => ({ edition, hash, payload })),
    );
    expect(lines[0]).toMatch(/^\{"edition":1,"hash":"[0-9a-f]{64}","payload":"/);
  });

  it('is read back as it was', () => {
    expect(readLedgerLines(renderLedgerLines(register.ledger))).toEqual({
      rows: register.rows(),
      unreadable: [],
    });
  });

  it('keeps, beside a redacted text, the digest of the text that was', () => {
    const plan = planRedaction(register.ledger, 'Hosting of the app', '2026-05-01');
    if ('problems' in plan) throw new Error(JSON.stringify(plan.problems));
    const rows = register.rows().map((row) => {
      const redacted = plan.rows.find(({ edition }) => edition === row.edition);
      return redacted ? { ...row, payload: redacted.payload, payloadHash: digest(row.payload) } : row;
    });
    const text = renderLedgerLines({ notices: rows.map(readRow) });
    expect(text.split('\n')[4]).toContain(`"payloadHash":"${digest(register.rows()[4]?.payload ?? '')}"`);
    expect(readLedgerLines(text).rows).toEqual(rows);
  });

  it('is empty before the first edition', () => {
    expect(renderLedgerLines(EMPTY_LEDGER)).toBe('');
    expect(readLedgerLines('')).toEqual({ rows: [], unreadable: [] });
  });

  it('names lines that are no rows, and goes on', () => {
    const text = `{"edition":1\n${renderLedgerLines(register.ledger).split('\n')[0] ?? ''}\n{"edition":0,"hash":"x","payload":""}\n[]\n`;
    const { rows, unreadable } = readLedgerLines(text);
    expect(rows).toHaveLength(1);
    expect(unreadable.map(({ line }) => line)).toEqual([1, 3, 4]);
    expect(unreadable[0]?.reason).toBe('is not JSON');
    expect(unreadable[1]?.reason).toContain('hash is not 64 lower case hexadecimal digits');
  });
});

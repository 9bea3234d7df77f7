import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digest, FIRST_LINK, link, verifyChain, type LedgerRow } from '../../../src/domain/chain.ts';
import { randomHistory } from '../../support/histories/history.ts';
import { processing, registerWith, thirdParty } from '../../support/register.ts';

const RUNS = { seed: 20_260_110, numRuns: 300 };
const ROWS = randomHistory(7, 30).register.rows();

/** Rows of these payloads, as the ledger would chain them. */
function chained(...payloads: unknown[]): LedgerRow[] {
  let hash = FIRST_LINK;
  return payloads.map((payload, index) => {
    const text = typeof payload === 'string' ? payload : JSON.stringify(payload);
    hash = link(hash, digest(text));
    return { edition: index + 1, hash, payload: text };
  });
}

/** The row with its text exchanged, as a redaction stores it. */
function exchanged(row: LedgerRow, payload: string): LedgerRow {
  return { ...row, payload, payloadHash: row.payloadHash ?? digest(row.payload) };
}

const redaction = (edition: number, ...rows: [number, string][]) => ({
  edition,
  revises: { action: 'redact', rows: rows.map(([of, text]) => ({ edition: of, digest: digest(text) })) },
});

describe('a hash', () => {
  test('is that of the bytes, known from elsewhere', () => {
    expect(digest('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(digest('é')).toBe('4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c');
  });

  test('of edition 1 follows from 32 zero bytes and the digest of its payload', () => {
    // python3: sha256(bytes(32) + sha256(b'').digest()).hexdigest()
    expect(link(FIRST_LINK, digest(''))).toBe(
      '1c9ecec90e28d2461650418635878a5c91e49f47586ecf75f2b0cbb94e897112',
    );
  });
});

describe('the chain', () => {
  test('holds as it was made, and when there is nothing yet', () => {
    expect(verifyChain(ROWS)).toEqual([]);
    expect(verifyChain([])).toEqual([]);
  });

  test('shows any altered character of any payload', () => {
    fc.assert(
      fc.property(
        fc.nat(ROWS.length - 1),
        fc.nat(),
        fc.constantFrom('x', '0', '"', ' ', 'é'),
        (index, at, other) => {
          const row = ROWS[index];
          if (!row) return;
          const place = at % row.payload.length;
          if (row.payload[place] === other) return;
          const payload = row.payload.slice(0, place) + other + row.payload.slice(place + 1);
          expect(verifyChain(ROWS.with(index, { ...row, payload }))).toEqual([
            { edition: row.edition, problem: 'hash-differs' },
          ]);
        },
      ),
      RUNS,
    );
  });

  test('shows any row that is dropped before the last', () => {
    fc.assert(
      fc.property(fc.nat(ROWS.length - 2), (index) => {
        const problems = verifyChain(ROWS.toSpliced(index, 1));
        expect(problems[0]).toEqual({ edition: index + 2, problem: 'out-of-order' });
      }),
      RUNS,
    );
  });

  test('shows any two rows that are swapped', () => {
    fc.assert(
      fc.property(fc.nat(ROWS.length - 1), fc.nat(ROWS.length - 1), (a, b) => {
        const [one, other] = [ROWS[a], ROWS[b]];
        if (a === b || !one || !other) return;
        expect(verifyChain(ROWS.with(a, other).with(b, one))).not.toEqual([]);
        // And when only their numbers were left in place.
        const numbered = ROWS.with(a, { ...other, edition: a + 1 }).with(b, { ...one, edition: b + 1 });
        expect(verifyChain(numbered)).not.toEqual([]);
      }),
      RUNS,
    );
  });

  test('shows a row that is put in, or told twice', () => {
    fc.assert(
      fc.property(fc.nat(ROWS.length - 1), (index) => {
        const row = ROWS[index];
        if (row) expect(verifyChain(ROWS.toSpliced(index, 0, row))).not.toEqual([]);
      }),
      RUNS,
    );
  });

  test('made anew from an altered row on is told only by a hash that a reader kept', () => {
    const payloads = ROWS.map(({ payload }) => payload).with(3, '{"edition":4}');
    const forged = chained(...payloads);
    expect(verifyChain(forged)).toEqual([]);
    expect(forged[2]?.hash).toBe(ROWS[2]?.hash);
    expect(forged[3]?.hash).not.toBe(ROWS[3]?.hash);
    expect(forged.at(-1)?.hash).not.toBe(ROWS.at(-1)?.hash);
  });

  test('shows a payload that is of another edition, or is none', () => {
    expect(verifyChain(chained({ edition: 2 }))).toEqual([
      { edition: 1, problem: 'payload-says-another-edition' },
    ]);
    for (const payload of ['{', 'null', '7', '"text"', ''])
      expect(verifyChain(chained(payload))).toEqual([{ edition: 1, problem: 'not-json' }]);
  });

  test('never breaks on what a stranger wrote', () => {
    const hostile = [
      { edition: 1, revises: null },
      { edition: 2, revises: { action: 'redact', rows: null } },
      { edition: 3, revises: { action: 'redact', rows: [null, 1, 'a', {}, { edition: '1', digest: 2 }] } },
      { edition: 4, revises: 'redact', __proto__: null },
    ];
    expect(verifyChain(chained(...hostile))).toEqual([]);
    const odd = { edition: Number.NaN, hash: 'no hex', payload: '{}', payloadHash: '' };
    expect(verifyChain([odd])).toEqual([
      { edition: Number.NaN, problem: 'out-of-order' },
      { edition: Number.NaN, problem: 'redaction-not-announced' },
    ]);
  });
});

describe('a redacted row', () => {
  const [first, second] = chained({ edition: 1, text: 'a name' }, { edition: 2 });
  const clean = '{"edition":1,"text":"⟦redacted 2026-05-01⟧"}';
  const cleaner = '{"edition":1,"text":"⟦redacted 2026-05-02⟧"}';
  if (!first || !second) throw new Error('There are two rows.');

  const after = (row: LedgerRow, ...notices: unknown[]): LedgerRow[] => {
    const rows = chained(first.payload, second.payload, ...notices);
    return rows.with(0, row);
  };

  test('verifies by the digest of what was, when a later notice vouches for what is', () => {
    expect(verifyChain(after(exchanged(first, clean), redaction(3, [1, clean])))).toEqual([]);
  });

  test('is found out when no notice vouches for it, or one vouches for another text', () => {
    const unvouched = [{ edition: 1, problem: 'redaction-not-announced' }];
    expect(verifyChain(after(exchanged(first, clean)))).toEqual(unvouched);
    expect(verifyChain(after(exchanged(first, clean), redaction(3, [2, clean])))).toEqual(unvouched);
    expect(
      verifyChain(after(exchanged(first, '{"edition":1,"text":"a lie"}'), redaction(3, [1, clean]))),
    ).toEqual(unvouched);
  });

  test('may be redacted again, and then reads as the last redaction says', () => {
    const notices = [redaction(3, [1, clean]), redaction(4, [1, cleaner])];
    expect(verifyChain(after(exchanged(first, cleaner), ...notices))).toEqual([]);
    expect(verifyChain(after(exchanged(first, clean), ...notices))).toEqual([
      { edition: 1, problem: 'redaction-not-announced' },
    ]);
  });

  test('cannot be vouched for by a notice before it', () => {
    const rows = chained(redaction(1, [2, '{"edition":2,"text":"a lie"}']), { edition: 2 });
    const [vouching, row] = rows;
    if (!vouching || !row) throw new Error('There are two rows.');
    expect(verifyChain([vouching, exchanged(row, '{"edition":2,"text":"a lie"}')])).toEqual([
      { edition: 2, problem: 'redaction-not-announced' },
    ]);
  });

  test('has the digest of what was, in the one way a digest is written', () => {
    const vouched = [redaction(3, [1, clean])];
    const row = exchanged(first, clean);
    for (const payloadHash of [
      digest(clean),
      row.payloadHash?.toUpperCase() ?? '',
      `${row.payloadHash ?? ''}00`,
      '',
    ])
      expect(verifyChain(after({ ...row, payloadHash }, ...vouched))).toContainEqual({
        edition: 1,
        problem: 'hash-differs',
      });
  });
});

test('every published payload has 16 random bytes of its own and the hash that its row says', () => {
  const register = registerWith({ heroku: thirdParty('Heroku', { p1: processing() }) });
  const [notice] = register.ledger.notices;
  expect(notice?.salt).toMatch(/^[0-9a-f]{32}$/);
  expect(notice?.hash).toBe(link(FIRST_LINK, digest(notice?.row.payload ?? '')));
});

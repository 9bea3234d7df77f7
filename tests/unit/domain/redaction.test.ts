import { describe, expect, test } from 'vitest';
import { digest, verifyChain, type LedgerRow } from '../../../src/domain/chain.ts';
import { append, EMPTY_LEDGER, readRow, type Ledger } from '../../../src/domain/ledger.ts';
import { planRedaction } from '../../../src/domain/redaction.ts';
import { registerOn } from '../../../src/domain/register-on.ts';
import { outcome } from '../../support/outcome.ts';
import { processing, registerWith, thirdParty, type TestRegister } from '../../support/register.ts';

const DAY = '2026-05-01';
const MARK = '⟦redacted 2026-05-01⟧';

/** A register in which the name of a person slipped into a contact, a purpose, a reason and an amendment. */
function withSlip(): TestRegister {
  const slipped = (purpose: string) =>
    thirdParty(
      'Heroku',
      { p1: processing({ purpose: { en: purpose } }) },
      { contact: { address: 'jan.jansen@example.com' } },
    );
  const register = registerWith({ heroku: slipped('Hosting, ask Jan Jansen') }).goTo('2026-02-01');
  register.publish({
    changes: [register.to('third-party', 'heroku', slipped('Hosting, ask Jan Jansen at the desk'))],
    reason: { en: 'Jan Jansen asked for it.' },
  });
  register.publish({
    changes: [],
    revises: {
      action: 'amend',
      edition: 2,
      amendments: [
        {
          change: 0,
          fields: [
            {
              field: 'processings/p1/purpose/en',
              before: 'Hosting, ask Jan Jansen at the desk',
              after: 'Hosting. Ask Jan Jansen at the desk.',
            },
          ],
        },
      ],
    },
  });
  return register.goTo(DAY);
}

/** Takes a text out and announces it, as the verb that stores it does. */
function redact(register: TestRegister, text: string): Ledger {
  const plan = planRedaction(register.ledger, text, DAY);
  if ('problems' in plan) throw new Error(JSON.stringify(plan.problems));
  register.publish({ changes: [], revises: { action: 'redact', rows: plan.rows } });
  const rows = register.rows().map((row): LedgerRow => {
    const exchanged = plan.rows.find(({ edition }) => edition === row.edition);
    return exchanged
      ? { ...row, payload: exchanged.payload, payloadHash: row.payloadHash ?? digest(row.payload) }
      : row;
  });
  return append(EMPTY_LEDGER, rows.map(readRow));
}

const purposeOn = (ledger: Ledger, day: string, edition?: number) =>
  registerOn(ledger, day, edition).thirdParties.get('heroku')?.processings?.['p1']?.purpose;

describe('a text that is taken out of the ledger', () => {
  test('is gone from every edition, a dated mark in its place, and all else reads on', () => {
    const ledger = redact(withSlip(), 'Jan Jansen');
    expect(ledger.notices.some(({ row }) => row.payload.includes('Jan Jansen'))).toBe(false);
    expect(purposeOn(ledger, '2026-01-10')).toEqual({ en: `Hosting, ask ${MARK}` });
    expect(purposeOn(ledger, DAY, 2)).toEqual({ en: `Hosting, ask ${MARK} at the desk` });
    expect(purposeOn(ledger, DAY)).toEqual({ en: `Hosting. Ask ${MARK} at the desk.` });
    expect(ledger.notices[1]?.reason).toEqual({ en: `${MARK} asked for it.` });
    expect(registerOn(ledger, DAY).thirdParties.get('heroku')?.contact?.address).toBe(
      'jan.jansen@example.com',
    );
  });

  test('may be an address, which then is none any more', () => {
    const ledger = redact(withSlip(), 'jan.jansen@example.com');
    expect(registerOn(ledger, DAY).thirdParties.get('heroku')?.contact?.address).toBe(MARK);
  });

  test('leaves the chain whole, and keeps every hash', () => {
    const register = withSlip();
    const hashes = register.rows().map(({ hash }) => hash);
    const ledger = redact(register, 'Jan Jansen');
    expect(verifyChain(ledger.notices.map(({ row }) => row))).toEqual([]);
    expect(ledger.notices.slice(0, 3).map(({ hash }) => hash)).toEqual(hashes);
    expect(ledger.notices.map(({ row }) => row.payloadHash !== undefined)).toEqual([true, true, true, false]);
  });

  test('is announced: told, of no scope in particular, and each row it touched says so', () => {
    const register = withSlip();
    redact(register, 'Jan Jansen');
    const notice = register.ledger.notices.at(-1);
    if (!notice) throw new Error('It was announced.');
    expect(outcome(notice)).toEqual({
      class: 'told',
      marks: [],
      announcedOn: DAY,
      effectiveOn: DAY,
      says: ['revision in no scope: details-changed, neutral, told'],
    });
    expect(notice.revises).toMatchObject({
      action: 'redact',
      rows: [{ edition: 1 }, { edition: 2 }, { edition: 3 }],
    });
  });

  test('is the start of what comes next: a later notice finds the mark as the before it prints', () => {
    const register = withSlip();
    register.ledger = redact(register, 'Jan Jansen');
    const state = thirdParty(
      'Heroku',
      { p1: processing({ purpose: { en: 'Hosting, ask the desk' } }) },
      {
        contact: { address: 'desk@example.com' },
      },
    );
    register.goTo('2026-05-02');
    expect(register.refusals({ changes: [register.to('third-party', 'heroku', state)] })).toEqual([]);
  });

  test('may be followed by another on the same day, which leaves the mark of the first alone', () => {
    const register = withSlip();
    register.ledger = redact(register, 'Jan Jansen');
    register.ledger = redact(register, 'at the desk');
    expect(purposeOn(register.ledger, DAY)).toEqual({ en: `Hosting. Ask ${MARK} ${MARK}.` });
    expect(verifyChain(register.rows())).toEqual([]);
    expect(planRedaction(register.ledger, 'redacted', '2026-06-01')).toEqual({
      problems: [{ code: 'nothing-found' }],
    });
    expect(planRedaction(register.ledger, '2026-05', '2026-06-01')).toEqual({
      problems: [{ code: 'nothing-found' }],
    });
  });
});

describe('what cannot be taken out', () => {
  test.each([
    ['is too short to mean only itself', 'Ja', { code: 'too-short', value: '3' }],
    ['is nothing but space', '     ', { code: 'too-short', value: '3' }],
    ['stands nowhere, capitals counted', 'JAN JANSEN', { code: 'nothing-found' }],
    [
      'is a term',
      'email-address',
      {
        code: 'not-free-text',
        at: 'third-party/heroku/processings/p1/data/0/term',
        edition: 1,
        value: 'third-party/heroku/processings/p1/data/0/term',
      },
    ],
    [
      'is the id of a scope',
      'websites',
      { code: 'not-free-text', at: 'scope/websites', edition: 1, value: 'scope/websites' },
    ],
    [
      'is the time zone',
      'Amsterdam',
      {
        code: 'not-free-text',
        at: 'organisation/organisation/timeZone',
        edition: 1,
        value: 'organisation/organisation/timeZone',
      },
    ],
  ])('%s', (_, text, problem) => {
    expect(planRedaction(withSlip().ledger, text, DAY)).toMatchObject({ problems: [problem] });
  });

  test('is in the name of a field: it would stay there', () => {
    const register = registerWith({
      heroku: thirdParty('Heroku', { 'jan-jansen': processing({ purpose: { en: 'For jan-jansen' } }) }),
    });
    expect(planRedaction(register.ledger, 'jan-jansen', DAY)).toMatchObject({
      problems: [{ code: 'not-free-text', edition: 1 }],
    });
  });

  test('changes nothing: the ledger is the same after the refusal', () => {
    const register = withSlip();
    const before = register.rows().map(({ payload }) => payload);
    planRedaction(register.ledger, 'email-address', DAY);
    planRedaction(register.ledger, 'Jan Jansen', DAY);
    expect(register.rows().map(({ payload }) => payload)).toEqual(before);
  });
});

describe('the notice of a redaction', () => {
  const redaction = (...rows: { edition: number; digest: string }[]) => ({
    changes: [],
    revises: { action: 'redact', rows } as const,
  });
  const text = digest('{}');

  test.each([
    ['of no row', redaction(), { code: 'nothing-changed', at: 'revises/rows' }],
    [
      'of a row that is not there',
      redaction({ edition: 9, digest: text }),
      { code: 'unknown-edition', at: 'revises/rows/9', edition: 9 },
    ],
    [
      'of a row twice',
      redaction({ edition: 1, digest: text }, { edition: 1, digest: text }),
      { code: 'field-twice', at: 'revises/rows/1' },
    ],
    [
      'that vouches for nothing',
      redaction({ edition: 1, digest: 'x' }),
      { code: 'invalid-value', at: 'revises/rows/1', value: 'x' },
    ],
  ])('%s is refused', (_, draft, problem) => {
    expect(withSlip().tryPublish(draft)).toEqual({ problems: [problem] });
  });
});

test('staff cannot type a mark of redaction, in any field or reason', () => {
  const register = withSlip();
  const purpose = { en: 'Hosting, ask Jan Jansen' };
  const entity = { person: 'heroku', name: `Heroku ${MARK}` };
  const state = thirdParty(`Heroku ${MARK}`, { p1: processing({ purpose }) }, { entity });
  const changes = [register.to('third-party', 'heroku', state, '2026-02-01')];
  const value = 'Only a redaction puts a mark of redaction.';
  expect(register.tryPublish({ changes, reason: { en: MARK } })).toEqual({
    problems: ['reason', 'third-party/heroku/name/und', 'third-party/heroku/entity/name'].map((at) => ({
      code: 'invalid-value',
      at,
      value,
    })),
  });
});

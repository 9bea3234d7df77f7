import { describe, expect, it } from 'vitest';
import { upTo } from '../../src/domain/ledger.ts';
import { registerOn } from '../../src/domain/register-on.ts';
import { readRegisterFile } from '../../src/exports/read-register-file.ts';
import { baselineDraft } from '../../src/register/import-register.ts';
import { verifyLedger } from '../../src/register/verify.ts';
import { randomHistory } from '../support/histories/history.ts';
import { TestRegister } from '../support/register.ts';
import { jsonText } from '../unit/exports/registers.ts';
import { editionsIn, feed, itemsOf, readAsReader } from '../unit/feeds/feeds.ts';

describe.each([1, 2, 3])('a random history (%i)', (seed) => {
  const { register } = randomHistory(seed, 60);
  const { ledger } = register;
  const last = ledger.notices.at(-1)?.announcedOn ?? '';

  it('never changes an item of the feed', () => {
    const now = itemsOf(feed(ledger, { type: ['editorial'] })).reverse();
    for (let edition = 1; edition <= ledger.notices.length; edition += 7) {
      const then = itemsOf(feed(upTo(ledger, edition), { type: ['editorial'] })).reverse();
      expect(now.slice(0, edition)).toEqual(then);
    }
  });

  it('is read by a reader of feeds, each notice once', async () => {
    const xml = feed(ledger, { type: ['editorial'] }, 'nl');
    const { items } = await readAsReader(xml);
    expect(new Set(items.map(({ guid }) => guid)).size).toBe(ledger.notices.length);
    expect(editionsIn(xml)).toEqual(ledger.notices.map(({ edition }) => edition).reverse());
  });

  it('can be exported on any day and imported again', () => {
    for (const on of [ledger.notices[5]?.announcedOn, ledger.notices[30]?.announcedOn, last]) {
      if (on === undefined) throw new Error('The history is too short.');
      const read = readRegisterFile(jsonText(register, last, { on }));
      if ('problems' in read) throw new Error(JSON.stringify(read.problems));
      const copy = new TestRegister('2040-01-01');
      copy.publish(baselineDraft(read.baseline));
      expect(registerOn(copy.ledger, '2040-01-01')).toEqual(registerOn(ledger, on));
    }
  });

  it('verifies', () => {
    expect(verifyLedger(register.rows())).toMatchObject({ editions: ledger.notices.length, faults: [] });
  });
});

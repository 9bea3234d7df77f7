import { expect } from 'vitest';
import { verifyChain } from '../../../src/domain/chain.ts';
import { addDays, type Day } from '../../../src/domain/days.ts';
import { diff } from '../../../src/domain/diff.ts';
import { canonical } from '../../../src/domain/json.ts';
import { EMPTY_LEDGER, append, type PublishedNotice } from '../../../src/domain/ledger.ts';
import { lifecycleOf } from '../../../src/domain/lifecycle.ts';
import { noticeSchema } from '../../../src/domain/notice.ts';
import { registerOn } from '../../../src/domain/register-on.ts';
import { stateOf } from '../../../src/domain/register.ts';
import { periodsOfUse, type PeriodOfUse } from '../../../src/domain/uses.ts';
import type { Random } from '../random.ts';
import { linesOfRegister } from './facts.ts';
import type { History } from './history.ts';

/** Every day of a history on which anything could be otherwise than the day before, and those around it. */
function daysOf({ naive }: History): Day[] {
  const days = naive.entries.flatMap(({ effectiveOn, revises }) =>
    revises?.action === 'postpone' ? [effectiveOn, revises.to] : [effectiveOn],
  );
  return [...new Set(days.flatMap((day) => [addDays(day, -1), day]))].sort();
}

function sample<Item>(random: Random, items: readonly Item[], count: number): Item[] {
  return Array.from({ length: count }, () => random.pick(items)).filter((item) => item !== undefined);
}

/** The domain and the naive keeper were of one mind about every draft, and every live change finds its `before`. */
export function expectFitting(history: History): void {
  expect(history.disagreements).toEqual([]);
}

/** On every day the register is what the naive keeper reads from the pile of notices. */
export function expectSameRegister(history: History): void {
  for (const day of daysOf(history))
    expect(linesOfRegister(registerOn(history.register.ledger, day)), day).toEqual(
      history.naive.linesOn(day),
    );
}

/** So it is at every earlier edition, folded at once or from the notices there were then. */
export function expectSameEditions(history: History, random: Random, count: number): void {
  const { ledger } = history.register;
  const days = daysOf(history);
  for (const notice of sample(random, ledger.notices, count)) {
    const then = append(EMPTY_LEDGER, ledger.notices.slice(0, notice.edition));
    for (const day of [notice.announcedOn, ...sample(random, days, 5)]) {
      const told = `edition ${String(notice.edition)} on ${day}`;
      const lines = linesOfRegister(registerOn(ledger, day, notice.edition));
      expect(lines, told).toEqual(history.naive.linesOn(day, notice.edition));
      expect(linesOfRegister(registerOn(then, day)), told).toEqual(lines);
    }
  }
}

/** Where a notice stands on a day is what was announced by then. */
export function expectSameStandings(history: History, random: Random, count: number): void {
  const days = [...daysOf(history), ...history.naive.entries.map(({ announcedOn }) => announcedOn)];
  for (const day of sample(random, days, count))
    for (const { edition } of sample(random, history.naive.entries, 10)) {
      const standing = history.naive.standing(edition, day);
      const lifecycle = lifecycleOf(history.register.ledger, edition, day);
      const told = `edition ${String(edition)} on ${day}`;
      if (standing) expect(lifecycle, told).toMatchObject(standing);
      else expect(lifecycle, told).toBeUndefined();
    }
}

/** A planned notice changes nothing before its day, and on it exactly what it says. */
export function expectPlansToKeep(history: History): void {
  const { ledger } = history.register;
  for (const notice of ledger.notices.slice(1)) {
    if (notice.revises) continue;
    const [without, withIt] = [notice.edition - 1, notice.edition];
    for (const { subject, fields } of notice.changes) {
      const states = (day: Day) =>
        [without, withIt].map((edition) => stateOf(registerOn(ledger, day, edition), subject));
      const [eveWithout, eveWith] = states(addDays(notice.effectiveOn, -1));
      expect(eveWith).toEqual(eveWithout);
      if (notice.effectiveOn < (ledger.notices[0]?.effectiveOn ?? '')) continue;
      const [before, after] = states(notice.effectiveOn);
      const said = fields.map((field) => ('wording' in field ? { ...field, wording: undefined } : field));
      expect(byField(diff(subject.kind, before, after))).toEqual(byField(said));
    }
  }
}

function byField(changes: readonly { readonly field: string }[]): unknown[] {
  return changes.map((change) => canonical(JSON.parse(JSON.stringify(change)))).sort();
}

/** Each payload is whole by its schema, and the chain holds. */
export function expectProof(history: History): void {
  for (const notice of history.register.ledger.notices) {
    expect(noticeSchema.safeParse(payloadOf(notice)).error?.issues).toBeUndefined();
    expect(canonical(payloadOf(notice))).toBe(notice.row.payload);
  }
  expect(verifyChain(history.register.rows())).toEqual([]);
}

function payloadOf({ row }: PublishedNotice): unknown {
  return JSON.parse(row.payload);
}

/** A third party is in use on the days that its periods of use say. */
export function expectSameUses(history: History): void {
  const [first = ''] = history.naive.entries.map(({ effectiveOn }) => effectiveOn);
  const { ledger } = history.register;
  const ids = registerOn(ledger, '9999-12-31').thirdParties.keys().toArray();
  const periods = new Map(ids.map((id) => [id, periodsOfUse(ledger, id)]));
  for (const day of daysOf(history).filter((one) => one >= first)) {
    const within = ids.filter((id) => periods.get(id)?.some((period) => isWithin(period, day)));
    const lines = history.naive
      .linesOn(day)
      .flatMap((line) => /^third-party\/(.*) processings\//.exec(line) ?? []);
    expect(within.sort(), day).toEqual([...new Set(lines.filter((text) => ids.includes(text)))].sort());
  }
}

function isWithin({ from, until }: PeriodOfUse, day: Day): boolean {
  return from <= day && (until === undefined || day <= until);
}

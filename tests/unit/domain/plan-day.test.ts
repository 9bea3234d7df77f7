import { expect, test } from 'vitest';
import type { SubjectChange } from '../../../src/domain/classify.ts';
import { EMPTY_LEDGER, lastEdition } from '../../../src/domain/ledger.ts';
import { firstLawfulDay, lastSetter, rebaseOnto } from '../../../src/domain/plan-day.ts';
import type { ThirdParty } from '../../../src/domain/subjects/third-party.ts';
import {
  APPLICATION,
  ORGANISATION_STATE,
  processing,
  registerWith,
  subject,
  thirdParty,
  type TestRegister,
} from '../../support/register.ts';

const TODAY = '2026-01-10';
const BOUND = '2026-02-10';
const host = thirdParty('Host', { p1: processing() });
const longer = {
  ...host,
  processings: { p1: processing({ retention: { form: 'period', period: 'P1Y' } }) },
} as const;

function dayFor({ ledger }: TestRegister, changes: readonly SubjectChange[]) {
  const edition = lastEdition(ledger) + 1;
  const { day, rebased } = firstLawfulDay(
    ledger,
    changes,
    { announcedOn: TODAY, edition },
    ORGANISATION_STATE,
  );
  return { day, conflicts: rebased.conflicts.map(({ field }) => field), left: rebased.changes.length };
}

function to(register: TestRegister, state: ThirdParty, day = TODAY): SubjectChange {
  return register.to('third-party', 'host', state, day);
}

test('what needs no notice may take effect today', () => {
  const register = registerWith({ host });
  expect(dayFor(register, [to(register, { ...host, affiliate: true })])).toMatchObject({ day: TODAY });
});

test('what needs notice takes effect the day after the period', () => {
  const register = registerWith({ host });
  expect(dayFor(register, [to(register, longer)])).toMatchObject({ day: BOUND });
});

test('one part that needs notice keeps back the rest', () => {
  const register = registerWith({ host, other: thirdParty('Other', { p1: processing() }) });
  const removal = register.to('third-party', 'other', { ...thirdParty('Other', {}), processings: {} }, TODAY);
  expect(dayFor(register, [removal])).toMatchObject({ day: TODAY });
  expect(dayFor(register, [removal, to(register, longer)])).toMatchObject({ day: BOUND });
});

test('a first edition takes effect today', () => {
  const organisation = { subject: subject('organisation', 'organisation'), fields: [] };
  const announcement = { announcedOn: TODAY, edition: 1 };
  expect(firstLawfulDay(EMPTY_LEDGER, [organisation], announcement, ORGANISATION_STATE).day).toBe(TODAY);
});

test('what rests on a plan takes effect after it, however soon it might', () => {
  const register = registerWith({ host });
  register.publish({ changes: [to(register, longer)], effectiveOn: '2026-03-01' });
  const rests = to(register, { ...longer, processings: { p1: processing() } }, '9999-12-31');
  expect(dayFor(register, [rests])).toEqual({ day: '2026-03-02', conflicts: [], left: 1 });
});

test('what would stand in the way of a plan shows it on the first lawful day', () => {
  const register = registerWith({ host });
  register.publish({ changes: [to(register, longer)], effectiveOn: '2026-03-01' });
  const shorter = to(register, {
    ...host,
    processings: { p1: processing({ retention: { form: 'period', period: 'P7D' } }) },
  });
  expect(dayFor(register, [shorter])).toEqual({ day: TODAY, conflicts: [], left: 1 });
});

test('what others changed today on the same field waits until tomorrow', () => {
  const register = registerWith({ host });
  const telling = (address: string) => ({ ...host, contact: { address } });
  register.publish({ changes: [to(register, telling('one@example.com'))] });
  const next = to(register, telling('two@example.com'), '2026-01-11');
  expect(dayFor(register, [next])).toEqual({ day: '2026-01-11', conflicts: [], left: 1 });
});

test('what a plan does already leaves nothing to do after it', () => {
  const register = registerWith({ host });
  const change = to(register, longer);
  register.publish({ changes: [change], effectiveOn: BOUND });
  expect(rebaseOnto(register.ledger, [change], '2026-03-01')).toMatchObject({ changes: [], conflicts: [] });
});

test('an id that a plan will give to a processing is not taken before it', () => {
  const register = registerWith({ host });
  const planned = {
    ...host,
    processings: { ...host.processings, p2: processing({ purpose: { en: 'Mail' } }) },
  };
  register.publish({ changes: [to(register, planned)], effectiveOn: '2026-03-01' });
  const ours = to(register, {
    ...host,
    processings: { ...host.processings, p2: processing({ purpose: { en: 'Images' } }) },
  });
  expect(rebaseOnto(register.ledger, [ours], BOUND).renamed).toMatchObject([{ from: 'p2', to: 'p3' }]);
});

test('a processing that was never announced is new, one that was is gone', () => {
  const register = registerWith({ host });
  const field = { field: 'processings/p2/use', before: null, after: 'optional' } as const;
  const change = { subject: subject('third-party', 'host'), fields: [field] };
  expect(rebaseOnto(register.ledger, [change], TODAY)).toMatchObject({ changes: [change], conflicts: [] });
  const two = { ...host, processings: { ...host.processings, p2: processing() } };
  register.publish({ changes: [to(register, two)], effectiveOn: BOUND });
  register.publish({ changes: [], revises: { action: 'withdraw', edition: 2 } });
  expect(rebaseOnto(register.ledger, [change], '2026-03-01').conflicts).toMatchObject([{ gone: true }]);
});

test('the notice in the way is the one that set the field last', () => {
  const register = registerWith({ host });
  register.publish({
    changes: [register.to('scope', 'application', { ...APPLICATION, name: { en: 'App' } })],
  });
  register.publish({ changes: [to(register, longer)], effectiveOn: BOUND });
  const setter = (day: string) =>
    lastSetter(register.ledger, subject('third-party', 'host'), 'processings/p1/retention', day);
  expect(setter(BOUND)).toBe(1);
  expect(setter('2026-02-11')).toBe(3);
  expect(
    lastSetter(register.ledger, subject('third-party', 'host'), 'affiliate', '2026-02-11'),
  ).toBeUndefined();
});

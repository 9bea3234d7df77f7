import { describe, expect, test } from 'vitest';
import { joinDirections } from '../../../src/domain/change-types.ts';
import { gapsOf } from '../../../src/domain/gaps.ts';
import { editionAnnouncedBy, lastEdition, noticeOf, upTo } from '../../../src/domain/ledger.ts';
import { lifecycleOf } from '../../../src/domain/lifecycle.ts';
import { PROBLEM_CODES } from '../../../src/domain/problem.ts';
import { registerOn, subjectOn } from '../../../src/domain/register-on.ts';
import { timeline } from '../../../src/domain/ledger.ts';
import { transferOf } from '../../../src/domain/transfers.ts';
import { periodsOfUse } from '../../../src/domain/uses.ts';
import { processing, registerWith, thirdParty } from '../../support/register.ts';

const EEA = new Set(['NL', 'DE', 'NO']);

describe('a transfer out of the EEA', () => {
  const us = { kind: 'storage', place: 'country', country: 'US' } as const;
  const nl = { kind: 'storage', place: 'country', country: 'NL' } as const;
  const world = { kind: 'cdn', place: 'group', group: 'worldwide' } as const;

  test.each([
    ['a place outside', {}, { locations: [us, nl] }, ['US']],
    ['the seat of the importer outside', { entity: { country: 'AU' } }, { locations: [nl] }, ['AU']],
    [
      'both, each named once and in order',
      { entity: { country: 'US' } },
      { locations: [us, world] },
      ['US', 'worldwide'],
    ],
  ])('is told by %s', (_, thirdPartyOf, row, destinations) => {
    expect(transferOf(thirdPartyOf, { role: 'subprocessor', ...row }, EEA)).toEqual({ destinations });
  });

  test.each([
    ['all is inside', { entity: { country: 'NO' } }, { locations: [nl] }],
    ['nothing is stated', {}, {}],
    [
      'the place is the EEA, or the choice of the customer',
      {},
      {
        locations: [
          { kind: 'storage', place: 'group', group: 'EEA' },
          { kind: 'storage', place: 'chosen-by-customer' },
          { kind: 'backup', place: 'not-stated' },
        ],
      },
    ],
  ] as const)('is not when %s', (_, thirdPartyOf, row) => {
    const locations = 'locations' in row ? { locations: [...row.locations] } : {};
    expect(transferOf(thirdPartyOf, { role: 'subprocessor', ...locations }, EEA)).toBeUndefined();
  });

  test('is none when the third party gets nothing', () => {
    expect(transferOf({ entity: { country: 'US' } }, { role: 'none', locations: [us] }, EEA)).toBeUndefined();
  });
});

describe('gaps', () => {
  const abroad = { entity: { person: 'x', name: 'X Inc.', country: 'US' } };

  test('of a complete entry there are none', () => {
    expect(gapsOf(thirdParty('X', { p1: processing() }), EEA)).toEqual([]);
  });

  test('of a transfer are its safeguard, and how to get a copy of it', () => {
    expect(gapsOf(thirdParty('X', { p1: processing() }, abroad), EEA)).toEqual([
      { field: 'processings/p1/safeguards', reason: 'safeguard-stated' },
    ]);
    const scc = { ground: 'scc', regime: 'eu', rank: 'primary' } as const;
    const rows = (safeguard: object) => ({ p1: processing({ safeguards: [{ ...scc, ...safeguard }] }) });
    expect(gapsOf(thirdParty('X', rows({}), abroad), EEA)).toEqual([
      { field: 'processings/p1/safeguards', reason: 'safeguard-copy' },
    ]);
    expect(gapsOf(thirdParty('X', rows({ copyLink: 'https://example.com' }), abroad), EEA)).toEqual([]);
    expect(gapsOf(thirdParty('X', rows({ ground: 'adequacy' }), abroad), EEA)).toEqual([]);
  });

  test('of a transfer are destinations without a ground; one to fall back on, or none, is no ground', () => {
    const scc = { ground: 'scc', regime: 'eu', rank: 'primary', copyLink: 'https://example.com' } as const;
    const at = (country: string) => ({ kind: 'access', place: 'country', country }) as const;
    const reasons = (...safeguards: object[]) =>
      gapsOf(
        thirdParty('X', {
          p1: processing({ locations: [at('US'), at('IN')], safeguards: safeguards as (typeof scc)[] }),
        }),
        EEA,
      ).map(({ reason }) => reason);
    expect(reasons(scc)).toEqual([]);
    expect(reasons({ ...scc, destinations: ['IN', 'US'] })).toEqual([]);
    expect(reasons({ ...scc, destinations: ['worldwide'] })).toEqual([]);
    expect(
      reasons({ ...scc, destinations: ['US'] }, { ...scc, ground: 'bcr', destinations: ['IN'] }),
    ).toEqual([]);
    expect(reasons({ ...scc, destinations: ['US'] })).toEqual(['safeguard-covers']);
    expect(reasons({ ...scc, rank: 'fallback' })).toEqual(['safeguard-stated']);
    expect(reasons({ ...scc, ground: 'none' })).toEqual(['safeguard-stated']);
  });

  test('are places of which none is stated', () => {
    const unknown = { kind: 'storage', place: 'not-stated' } as const;
    const known = { kind: 'backup', place: 'country', country: 'NL' } as const;
    const gaps = (locations: (typeof unknown | typeof known)[]) =>
      gapsOf(thirdParty('X', { p1: processing({ locations }) }), EEA);
    expect(gaps([unknown])).toEqual([{ field: 'processings/p1/locations', reason: 'locations-stated' }]);
    expect(gaps([unknown, known])).toEqual([]);
  });

  test('are the name and country of a subprocessor, whatever kind of recipient it is', () => {
    for (const kind of ['unnamed', 'category'] as const)
      expect(
        gapsOf({ kind, name: { en: 'Helpers' }, processings: { p1: processing() } }, EEA).map(
          ({ field }) => field,
        ),
      ).toEqual(['entity/name', 'entity/country']);
  });

  test('of a category of recipients, of one without a name and of one that gets nothing are fewer', () => {
    const silent = { scope: 'application', role: 'none' } as const;
    for (const kind of ['unnamed', 'category'] as const)
      expect(gapsOf({ kind, name: { en: 'Banks' }, processings: { p1: silent } }, EEA)).toEqual([]);
  });
});

test('several directions together: what widens anything widens', () => {
  expect(joinDirections([])).toBe('neutral');
  expect(joinDirections(['neutral', 'narrows'])).toBe('narrows');
  expect(joinDirections(['narrows', 'neutral'])).toBe('narrows');
  expect(joinDirections(['narrows', 'widens', 'neutral'])).toBe('widens');
});

test('each reason for a refusal has a code of its own', () => {
  expect(new Set(PROBLEM_CODES).size).toBe(PROBLEM_CODES.length);
});

describe('a ledger', () => {
  const register = registerWith({ heroku: thirdParty('Heroku', { p1: processing() }) }).goTo('2026-02-10');
  const change = (service: string) => ({
    changes: [
      register.to(
        'third-party',
        'heroku',
        thirdParty('Heroku', { p1: processing() }, { contact: { position: service } }),
      ),
    ],
  });
  register.publish(change('Desk'));
  register.goTo('2026-02-11').publish(change('Privacy desk'));
  register
    .goTo('2026-02-20')
    .publish({ changes: [], revises: { action: 'withdraw', edition: 3 }, reason: { en: 'No' } });
  const { ledger } = register;

  test('knows its editions by number', () => {
    expect(lastEdition(ledger)).toBe(4);
    expect(noticeOf(ledger, 4)?.edition).toBe(4);
    for (const edition of [0, -1, 5, 1.5, Number.NaN]) expect(noticeOf(ledger, edition)).toBeUndefined();
  });

  test.each([
    ['2026-01-09', 0],
    ['2026-01-10', 1],
    ['2026-02-09', 1],
    ['2026-02-10', 2],
    ['2026-02-19', 3],
    ['2026-02-20', 4],
    ['9999-12-31', 4],
  ])('had by %s announced edition %i', (day, edition) => {
    expect(editionAnnouncedBy(ledger, day)).toBe(edition);
  });

  test('as it was at an edition is the same ledger however often it is asked for', () => {
    expect(upTo(ledger, 2)).toBe(upTo(ledger, 2));
    expect(upTo(ledger, 2).notices).toHaveLength(2);
    expect(upTo(ledger, 4)).toBe(ledger);
    expect(upTo(ledger, 0).notices).toEqual([]);
    expect(upTo(ledger, -3).notices).toEqual([]);
  });

  test('read at edition 0, or on a day before it began, says nothing', () => {
    expect(registerOn(ledger, '2026-02-20', 0)).toMatchObject({ organisation: undefined });
    expect(registerOn(ledger, '2026-01-09').thirdParties.size).toBe(0);
  });

  test('tells of one subject what it tells of all', () => {
    for (const day of ['2026-01-09', '2026-01-10', '2026-02-10', '2026-02-11', '2026-02-20'])
      expect(subjectOn(timeline(ledger), { kind: 'third-party', id: 'heroku' }, day)).toEqual(
        registerOn(ledger, day).thirdParties.get('heroku'),
      );
    expect(subjectOn(timeline(ledger), { kind: 'third-party', id: 'ghost' }, '2026-02-20')).toBeUndefined();
  });

  test('tells nothing of one subject, either, of days before it began, whatever was told of them later', () => {
    const late = registerWith({}).goTo('2026-02-10');
    late.publish({
      changes: [late.to('third-party', 'heroku', thirdParty('Heroku', { p1: processing() }))],
      effectiveOn: '2025-12-01',
      reason: { en: 'Found late' },
    });
    const heroku = { kind: 'third-party', id: 'heroku' } as const;
    expect(subjectOn(timeline(late.ledger), heroku, '2026-01-09')).toBeUndefined();
    expect(subjectOn(timeline(late.ledger), heroku, '2026-01-10')).toBeDefined();
    expect(subjectOn(timeline({ notices: [] }), heroku, '2026-01-10')).toBeUndefined();
  });

  test('knows nothing of an edition before it was announced, nor of one that there is not', () => {
    expect(lifecycleOf(ledger, 3, '2026-02-10')).toBeUndefined();
    expect(lifecycleOf(ledger, 9, '2026-02-20')).toBeUndefined();
    expect(lifecycleOf(ledger, 3, '2026-02-19')).toEqual({
      state: 'effective',
      effectiveOn: '2026-02-11',
      objectionOpen: false,
      revisedBy: [],
    });
    expect(lifecycleOf(ledger, 3, '2026-02-20')).toEqual({
      state: 'withdrawn',
      effectiveOn: '2026-02-11',
      objectionOpen: false,
      revisedBy: [4],
      withdrawnBy: 4,
    });
  });

  test('knows no use of a third party that it does not know', () => {
    expect(periodsOfUse(ledger, 'ghost')).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import { lifecycleOf } from '../../../../src/domain/lifecycle.ts';
import { registerOn } from '../../../../src/domain/register-on.ts';
import { periodsOfUse } from '../../../../src/domain/uses.ts';
import { outcome } from '../../../support/outcome.ts';
import {
  APPLICATION,
  ORGANISATION_STATE,
  processing,
  registerWith,
  TestRegister,
  thirdParty,
} from '../../../support/register.ts';

const HEROKU = thirdParty('Heroku', { p1: processing() });
const SENTRY = thirdParty('Sentry', { p1: processing() });
const TODAY = '2026-02-10';
const BECAUSE = { en: 'Found in the yearly review.' };
const DATES = { announcedOn: TODAY, firstEffectiveDay: '2026-03-13', objectionDeadline: '2026-03-12' };
const CORRECTED = { class: 'told', marks: ['correction'], announcedOn: TODAY };
const LATE = { class: 'needs-notice', marks: ['late-disclosure'], ...DATES };

const withHeroku = () => registerWith({ heroku: HEROKU }).goTo(TODAY);
const inUse = (register: TestRegister, id: string, day: string, edition?: number) =>
  registerOn(register.ledger, day, edition).thirdParties.get(id)?.processings !== undefined;

describe('the first edition', () => {
  const first = (effectiveOn?: string) => {
    const register = new TestRegister('2026-01-10');
    return {
      register,
      draft: {
        ...(effectiveOn === undefined ? {} : { effectiveOn }),
        changes: [
          register.to('organisation', 'organisation', ORGANISATION_STATE),
          register.to('scope', 'application', APPLICATION),
          register.to('third-party', 'heroku', HEROKU),
        ],
      },
    };
  };

  test('says what is in use already: told, without a period, and marked as such', () => {
    const { register, draft } = first();
    const notice = register.publish(draft);
    expect(outcome(notice)).toEqual({
      class: 'told',
      marks: ['baseline'],
      announcedOn: '2026-01-10',
      effectiveOn: '2026-01-10',
      says: [
        'organisation/organisation in no scope: details-changed, neutral, told',
        'scope/application in application: scope-added, neutral, told',
        'third-party/heroku in application: added, widens, told',
      ],
    });
    expect(notice.register).toBe('5e3d1b58-9d7e-4a35-8ac0-3f4f4f0d6d55');
    expect(registerOn(register.ledger, '2026-01-09').organisation).toBeUndefined();
    expect(inUse(register, 'heroku', '2026-01-10')).toBe(true);
  });

  test('may begin on a day before it is published, and no later', () => {
    const early = first('2025-06-01');
    early.register.publish(early.draft);
    expect(inUse(early.register, 'heroku', '2025-06-01')).toBe(true);
    expect(inUse(early.register, 'heroku', '2025-05-31')).toBe(false);
    const late = first('2026-01-11');
    expect(late.register.tryPublish(late.draft)).toEqual({
      problems: [{ code: 'baseline-in-future', at: 'effectiveOn', value: '2026-01-10' }],
    });
  });

  test('brings its organisation along, whole', () => {
    const { register, draft } = first();
    const others = draft.changes.slice(1);
    expect(register.tryPublish({ changes: others })).toEqual({ problems: [{ code: 'no-organisation' }] });
    const zoneless = { ...ORGANISATION_STATE, timeZone: 'Mars/Olympus', noticePeriod: 'soon' };
    const change = register.to('organisation', 'organisation', zoneless);
    expect(register.tryPublish({ changes: [change, ...others] })).toEqual({
      problems: [
        {
          code: 'invalid-value',
          at: 'organisation/organisation/timeZone',
          value: 'Not a time zone (Europe/Amsterdam).',
        },
        {
          code: 'invalid-value',
          at: 'organisation/organisation/noticePeriod',
          value: 'Not a period. Periods are written P30D (days) or P1M (months).',
        },
      ],
    });
  });

  test('may have gaps, and later notices too when they are accepted', () => {
    const { register, draft } = first();
    const eea = new Set(['NL']);
    const bare = {
      kind: 'service',
      name: { und: 'Bare' },
      processings: { p1: { scope: 'application', role: 'processor' } },
    } as const;
    const gaps = { gaps: { eea } };
    expect(register.tryPublish(draft, gaps)).not.toHaveProperty('problems');
    register.goTo(TODAY);
    const published = register.tryPublish({ changes: [register.to('third-party', 'bare', bare)] }, gaps);
    expect(published).toEqual({
      problems: [
        ['entity/name', 'entity-named'],
        ['entity/country', 'entity-country'],
        ['processings/p1/purpose', 'purpose-stated'],
        ['processings/p1/data', 'data-stated'],
        ['processings/p1/retention', 'retention-stated'],
        ['processings/p1/locations', 'locations-stated'],
      ].map(([field, value]) => ({ code: 'gap', at: `third-party/bare/${field ?? ''}`, value })),
    });
  });

  test('is changed on its own day: what it says held before, what the change says holds from then on', () => {
    const register = registerWith({ heroku: HEROKU });
    const notice = register.publish({
      changes: [register.to('third-party', 'heroku', thirdParty('Heroku', {}))],
    });
    expect(outcome(notice)).toEqual({
      class: 'told',
      marks: [],
      announcedOn: '2026-01-10',
      effectiveOn: '2026-01-10',
      says: ['third-party/heroku in application: removed, narrows, told'],
    });
    expect(inUse(register, 'heroku', '2026-01-10')).toBe(false);
    expect(inUse(register, 'heroku', '2026-01-10', 1)).toBe(true);
    expect(periodsOfUse(register.ledger, 'heroku')).toEqual([{ from: '2026-01-09', until: '2026-01-09' }]);
  });
});

describe('data that went to a third party before anyone was told', () => {
  test('is disclosed late: needs notice, with a public reason, and shows as such', () => {
    const register = withHeroku();
    const draft = { changes: [register.to('third-party', 'sentry', SENTRY)], effectiveOn: '2026-01-20' };
    expect(register.tryPublish(draft)).toEqual({ problems: [{ code: 'reason-missing', at: 'reason' }] });
    const notice = register.publish({ ...draft, reason: BECAUSE });
    expect(outcome(notice)).toEqual({
      ...LATE,
      effectiveOn: '2026-01-20',
      says: ['third-party/sentry in application: added, widens, needs-notice'],
    });
    expect(inUse(register, 'sentry', '2026-01-20')).toBe(true);
    expect(inUse(register, 'sentry', '2026-01-20', 1)).toBe(false);
    expect(lifecycleOf(register.ledger, 2, TODAY)).toMatchObject({ state: 'effective', objectionOpen: true });
    expect(lifecycleOf(register.ledger, 2, '2026-03-13')).toMatchObject({
      state: 'effective',
      objectionOpen: false,
    });
    expect(lifecycleOf(register.ledger, 2, '2026-02-09')).toBeUndefined();
  });

  test('is disclosed late where no period binds: told, with the mark and the reason all the same', () => {
    const register = withHeroku();
    const vimeo = thirdParty('Vimeo', { p1: processing({ scope: 'websites', role: 'processor' }) });
    const draft = { changes: [register.to('third-party', 'vimeo', vimeo)], effectiveOn: '2026-01-20' };
    expect(register.refusals(draft)).toEqual(['reason-missing']);
    expect(outcome(register.publish({ ...draft, reason: BECAUSE }))).toEqual({
      class: 'told',
      marks: ['late-disclosure'],
      announcedOn: TODAY,
      effectiveOn: '2026-01-20',
      says: ['third-party/vimeo in websites: added, widens, told'],
    });
  });

  test('went there before the register began', () => {
    const register = withHeroku();
    const notice = register.publish({
      changes: [register.to('third-party', 'sentry', SENTRY, '2025-11-01')],
      effectiveOn: '2025-11-01',
      reason: BECAUSE,
    });
    expect(outcome(notice)).toEqual({
      ...LATE,
      effectiveOn: '2025-11-01',
      says: ['third-party/sentry in application: added, widens, needs-notice'],
    });
    expect(periodsOfUse(register.ledger, 'sentry')).toEqual([{ from: '2025-11-01' }]);
    // On days before its first edition the register says nothing.
    expect(registerOn(register.ledger, '2025-12-01').thirdParties.size).toBe(0);
    expect(inUse(register, 'sentry', '2026-01-10')).toBe(true);
  });

  test('was kept longer than told, before a change that was told since', () => {
    const register = withHeroku();
    const kept = (period: string) =>
      thirdParty('Heroku', { p1: processing({ retention: { form: 'period', period } }) });
    register.publish({ changes: [register.to('third-party', 'heroku', kept('P30D'))] });
    register.goTo('2026-02-20');
    const longer = register.to('third-party', 'heroku', kept('P1Y'), '2026-01-20');
    expect(register.tryPublish({ changes: [longer], effectiveOn: '2026-01-20', reason: BECAUSE })).toEqual({
      problems: [
        { code: 'conflict', at: 'third-party/heroku/processings/p1/retention', edition: 2, value: '2' },
      ],
    });
  });
});

describe('the past, mended without widening', () => {
  test('a third party that was gone already on 20 January', () => {
    const register = withHeroku();
    const notice = register.publish({
      changes: [register.to('third-party', 'heroku', thirdParty('Heroku', {}))],
      effectiveOn: '2026-01-20',
    });
    expect(outcome(notice)).toEqual({
      ...CORRECTED,
      effectiveOn: '2026-01-20',
      says: ['third-party/heroku in application: removed, narrows, told'],
    });
    expect(inUse(register, 'heroku', '2026-01-19')).toBe(true);
    expect(inUse(register, 'heroku', '2026-01-20')).toBe(false);
    expect(inUse(register, 'heroku', '2026-01-20', 1)).toBe(true);
  });

  test('a third party that was gone before the register began: in use on its last day at the latest', () => {
    const register = withHeroku();
    register.publish({
      changes: [register.to('third-party', 'heroku', thirdParty('Heroku', {}))],
      effectiveOn: '2025-12-01',
    });
    expect(periodsOfUse(register.ledger, 'heroku')).toEqual([{ from: '2025-11-30', until: '2025-11-30' }]);
    expect(inUse(register, 'heroku', '2026-01-10')).toBe(false);
  });

  test('a place that was left: no period binds for what is over', () => {
    const nl = { kind: 'storage', place: 'country', country: 'NL' } as const;
    const us = { ...nl, country: 'US' };
    const at = (...locations: (typeof nl | typeof us)[]) =>
      thirdParty('Heroku', { p1: processing({ locations }) });
    const register = registerWith({ heroku: at(nl, us) }).goTo(TODAY);
    const notice = register.publish({
      changes: [register.to('third-party', 'heroku', at(nl))],
      effectiveOn: '2026-01-20',
    });
    expect(outcome(notice)).toEqual({
      ...CORRECTED,
      effectiveOn: '2026-01-20',
      says: ['third-party/heroku in application: location-changed, narrows, told'],
    });
  });

  test('words that were put better on a past day are editorial and nothing more', () => {
    const register = withHeroku();
    const fields = [
      { field: 'processings/p1/purpose/en', before: 'Hosting', after: 'Web hosting', wording: true as const },
    ];
    const notice = register.publish({
      changes: [{ subject: { kind: 'third-party', id: 'heroku' }, fields }],
      effectiveOn: '2026-01-20',
    });
    expect(outcome(notice)).toEqual({
      class: 'editorial',
      marks: [],
      announcedOn: TODAY,
      effectiveOn: '2026-01-20',
      says: ['third-party/heroku in application: wording, neutral, editorial'],
    });
  });
});

describe('published in error', () => {
  const withdraw = (edition: number, reason = true) => ({
    changes: [],
    revises: { action: 'withdraw', edition } as const,
    ...(reason ? { reason: { en: 'The wrong entry was removed.' } } : {}),
  });

  test('a removal by mistake is taken back: it was in use all along, which is disclosed late', () => {
    const register = withHeroku();
    register
      .goTo('2026-02-01')
      .publish({ changes: [register.to('third-party', 'heroku', thirdParty('Heroku', {}))] });
    register.goTo(TODAY);
    expect(register.tryPublish(withdraw(2, false))).toEqual({
      problems: [{ code: 'reason-missing', at: 'reason' }],
    });
    const notice = register.publish(withdraw(2));
    expect(outcome(notice)).toEqual({
      ...LATE,
      effectiveOn: TODAY,
      says: ['revision in application: added, widens, needs-notice'],
    });
    expect(notice.revises).toEqual({ action: 'withdraw', edition: 2, inError: true });
    expect(inUse(register, 'heroku', '2026-02-05')).toBe(true);
    expect(inUse(register, 'heroku', '2026-02-05', 2)).toBe(false);
    expect(periodsOfUse(register.ledger, 'heroku')).toEqual([{ from: '2026-01-10' }]);
    expect(lifecycleOf(register.ledger, 2, '2026-02-05')?.state).toBe('effective');
    expect(lifecycleOf(register.ledger, 2, TODAY)?.state).toBe('withdrawn');
  });

  test('an addition by mistake is taken back: nothing ever went there, a correction', () => {
    const register = withHeroku();
    const vimeo = thirdParty('Vimeo', { p1: processing({ scope: 'websites', role: 'processor' }) });
    register.publish({ changes: [register.to('third-party', 'vimeo', vimeo)] });
    register.goTo('2026-02-12');
    const notice = register.publish(withdraw(2));
    expect(outcome(notice)).toEqual({
      class: 'told',
      marks: ['correction'],
      announcedOn: '2026-02-12',
      effectiveOn: '2026-02-12',
      says: ['revision in websites: removed, narrows, told'],
    });
    expect(periodsOfUse(register.ledger, 'vimeo')).toEqual([]);
    expect(registerOn(register.ledger, '2026-02-12').thirdParties.has('vimeo')).toBe(false);
  });

  test('a plan is withdrawn on the very day it takes effect: that is in error, and needs a reason', () => {
    const register = registerWith({}).goTo('2026-02-01');
    register.publish({ changes: [register.to('third-party', 'sentry', SENTRY)] });
    register.goTo('2026-03-04');
    expect(register.refusals(withdraw(2, false))).toEqual(['reason-missing']);
    const notice = register.publish(withdraw(2));
    expect(notice.revises).toEqual({ action: 'withdraw', edition: 2, inError: true });
    expect(outcome(notice)).toEqual({
      class: 'told',
      marks: ['correction'],
      announcedOn: '2026-03-04',
      effectiveOn: '2026-03-04',
      says: ['revision in application: removed, narrows, told'],
    });
  });

  test('a narrowing by mistake is taken back: what was kept longer all along is disclosed late', () => {
    const register = withHeroku();
    const shorter = thirdParty('Heroku', {
      p1: processing({ retention: { form: 'period', period: 'P30D' } }),
    });
    register.publish({ changes: [register.to('third-party', 'heroku', shorter)] });
    expect(outcome(register.publish(withdraw(2)))).toEqual({
      ...LATE,
      effectiveOn: TODAY,
      says: ['revision in application: retention-widened, widens, needs-notice'],
    });
  });

  test('a service that was filled in by mistake is taken back: what was stated is stated no more', () => {
    const register = withHeroku();
    const told = { ...HEROKU, service: { en: 'Hosting in Frankfurt' } };
    expect(register.publish({ changes: [register.to('third-party', 'heroku', told)] }).marks).toEqual([
      'correction',
    ]);
    expect(outcome(register.publish(withdraw(2)))).toEqual({
      ...LATE,
      effectiveOn: TODAY,
      says: ['revision in application: purpose-changed, widens, needs-notice'],
    });
  });

  test('a merger by mistake is taken back: the union is what it was', () => {
    const entity = { person: 'aws', name: 'AWS Inc.', country: 'US' };
    const mail = processing({ purpose: { en: 'Mail' } });
    const register = registerWith({
      s3: thirdParty('S3', { p1: processing() }, { entity }),
      ses: thirdParty('SES', { p1: mail }, { entity }),
    }).goTo(TODAY);
    const merged = thirdParty('S3', { p1: processing(), p2: mail }, { entity, continues: ['ses'] });
    register.publish({
      changes: [
        register.to('third-party', 's3', merged),
        register.to('third-party', 'ses', thirdParty('SES', {}, { entity })),
      ],
    });
    expect(outcome(register.publish(withdraw(2)))).toEqual({
      ...CORRECTED,
      effectiveOn: TODAY,
      says: [
        'revision in application: restructured, neutral, told',
        'revision in application: restructured, neutral, told',
      ],
    });
  });

  test('cannot be said of what a later notice rests on, and that one is named', () => {
    const register = registerWith({}).goTo('2026-02-01');
    const vimeo = thirdParty('Vimeo', { p1: processing({ scope: 'websites', role: 'processor' }) });
    register.publish({ changes: [register.to('third-party', 'vimeo', vimeo)] });
    register.goTo(TODAY).publish({
      changes: [register.to('third-party', 'vimeo', { ...vimeo, name: { und: 'Vimeo Pro' } })],
    });
    expect(register.tryPublish(withdraw(2))).toEqual({
      problems: [{ code: 'subject-missing', at: 'third-party/vimeo', edition: 3, value: '3' }],
    });
  });

  test('a mend of words that was none', () => {
    const register = withHeroku();
    const fields = [
      { field: 'processings/p1/purpose/en', before: 'Hosting', after: 'Hostnig', wording: true as const },
    ];
    register.publish({ changes: [{ subject: { kind: 'third-party', id: 'heroku' }, fields }] });
    expect(outcome(register.publish(withdraw(2)))).toEqual({
      class: 'editorial',
      marks: [],
      announcedOn: TODAY,
      effectiveOn: TODAY,
      says: ['revision in application: wording, neutral, editorial'],
    });
  });
});

import { describe, expect, test } from 'vitest';
import type { NoticeDraft } from '../../../../src/domain/draft.ts';
import { lifecycleOf } from '../../../../src/domain/lifecycle.ts';
import type { Amendment } from '../../../../src/domain/notice.ts';
import { registerOn } from '../../../../src/domain/register-on.ts';
import { periodsOfUse } from '../../../../src/domain/uses.ts';
import { outcome } from '../../../support/outcome.ts';
import { processing, registerWith, thirdParty, type TestRegister } from '../../../support/register.ts';

const HEROKU = thirdParty('Heroku', { p1: processing() });
const SENTRY = thirdParty('Sentry', {
  p1: processing({ purpose: { en: 'Error reprots', nl: 'Foutmeldingen' } }),
});
const GONE = thirdParty('Heroku', {});
const REVISED = { marks: [], announcedOn: '2026-02-10' };

/** Heroku in use; Sentry announced on 1 February as edition 2, planned for 4 March. Today is 10 February. */
function withPlan(): TestRegister {
  const register = registerWith({ heroku: HEROKU }).goTo('2026-02-01');
  register.publish({ changes: [register.to('third-party', 'sentry', SENTRY)] });
  return register.goTo('2026-02-10');
}

function retention(register: TestRegister, period: string, day?: string) {
  const state = thirdParty('Heroku', { p1: processing({ retention: { form: 'period', period } }) });
  return register.to('third-party', 'heroku', state, day);
}

const inUse = (register: TestRegister, id: string, day: string) =>
  registerOn(register.ledger, day).thirdParties.get(id)?.processings !== undefined;

describe('a go-live that slips', () => {
  test('is postponed: told, the deadline to object stands, and nothing happens on the old day', () => {
    const register = withPlan();
    const notice = register.publish({
      changes: [],
      revises: { action: 'postpone', edition: 2, to: '2026-04-15' },
    });
    expect(outcome(notice)).toEqual({
      ...REVISED,
      class: 'told',
      effectiveOn: '2026-02-10',
      says: ['revision in application: added, neutral, told'],
    });
    expect(notice.revises).toEqual({ action: 'postpone', edition: 2, from: '2026-03-04', to: '2026-04-15' });
    expect(inUse(register, 'sentry', '2026-04-14')).toBe(false);
    expect(inUse(register, 'sentry', '2026-04-15')).toBe(true);
    expect(lifecycleOf(register.ledger, 2, '2026-03-03')).toEqual({
      state: 'objection-open',
      effectiveOn: '2026-04-15',
      objectionDeadline: '2026-03-03',
      objectionOpen: true,
      revisedBy: [3],
    });
    expect(lifecycleOf(register.ledger, 2, '2026-03-04')?.state).toBe('upcoming');
    expect(lifecycleOf(register.ledger, 2, '2026-04-15')?.state).toBe('effective');
  });

  test('slips again, from the day it has by then', () => {
    const register = withPlan();
    register.publish({ changes: [], revises: { action: 'postpone', edition: 2, to: '2026-04-15' } });
    const again = register.publish({
      changes: [],
      revises: { action: 'postpone', edition: 2, to: '2026-05-01' },
    });
    expect(again.revises).toEqual({ action: 'postpone', edition: 2, from: '2026-04-15', to: '2026-05-01' });
    expect(periodsOfUse(register.ledger, 'sentry')).toEqual([{ from: '2026-05-01' }]);
  });

  test.each(['2026-03-04', '2026-03-03', '2026-02-20'])('cannot be brought forward, to %s', (to) => {
    const register = withPlan();
    expect(register.tryPublish({ changes: [], revises: { action: 'postpone', edition: 2, to } })).toEqual({
      problems: [{ code: 'not-later', edition: 2, value: '2026-03-04' }],
    });
  });

  test('cannot slip once it has happened', () => {
    const register = withPlan().goTo('2026-03-04');
    const draft = { changes: [], revises: { action: 'postpone', edition: 2, to: '2026-05-01' } } as const;
    expect(register.tryPublish(draft)).toEqual({
      problems: [{ code: 'already-in-effect', edition: 2, value: '2026-03-04' }],
    });
  });

  test('cannot slip to a day that is none', () => {
    const draft = { changes: [], revises: { action: 'postpone', edition: 2, to: '2026-02-30' } } as const;
    expect(withPlan().tryPublish(draft)).toEqual({
      problems: [{ code: 'invalid-value', at: 'revises/to', value: '2026-02-30' }],
    });
  });

  test('cannot slip past another plan that rests on it', () => {
    const register = withPlan();
    const renamed = { ...SENTRY, name: { und: 'Sentry Cloud' } };
    register.publish({
      changes: [register.to('third-party', 'sentry', renamed)],
      effectiveOn: '2026-04-01',
    });
    const draft = { changes: [], revises: { action: 'postpone', edition: 2, to: '2026-04-02' } } as const;
    expect(register.tryPublish(draft)).toEqual({
      problems: [
        { code: 'subject-missing', at: 'third-party/sentry', edition: 3, value: '3' },
        { code: 'conflict', at: 'third-party/sentry/name/und', edition: 3, value: '2' },
      ],
    });
    expect(
      register.refusals({ changes: [], revises: { action: 'postpone', edition: 2, to: '2026-03-31' } }),
    ).toEqual([]);
  });

  test('cannot slip onto the very day of another plan for the same field', () => {
    const register = withPlan();
    register.publish({ changes: [retention(register, 'P90D')], effectiveOn: '2026-04-01' });
    const other = register.publish({ changes: [retention(register, 'P30D')], effectiveOn: '2026-05-01' });
    const draft = { changes: [], revises: { action: 'postpone', edition: 3, to: '2026-05-01' } } as const;
    const field = 'third-party/heroku/processings/p1/retention';
    expect(register.tryPublish(draft)).toEqual({
      problems: [
        { code: 'same-day', at: field, edition: other.edition, value: '2026-05-01' },
        { code: 'conflict', at: field, edition: other.edition, value: '4' },
      ],
    });
  });
});

describe('a typo in a planned addition', () => {
  const mend = (
    before: string,
    after: string,
    field = 'processings/p1/purpose/en',
    change = 0,
  ): Amendment => ({
    change,
    fields: [{ field, before, after }],
  });
  const amendWith = (...amendments: Amendment[]): NoticeDraft => ({
    changes: [],
    revises: { action: 'amend', edition: 2, amendments },
  });
  const amend = (...mended: Parameters<typeof mend>): NoticeDraft => amendWith(mend(...mended));
  const at = 'changes/0/processings/p1/purpose/en';

  test('is mended: editorial, and the edition keeps showing what it said', () => {
    const register = withPlan();
    const notice = register.publish(amend('Error reprots', 'Error reports'));
    expect(outcome(notice)).toEqual({
      ...REVISED,
      class: 'editorial',
      effectiveOn: '2026-02-10',
      says: ['revision in no scope: wording, neutral, editorial'],
    });
    const purpose = (edition: number) =>
      registerOn(register.ledger, '2026-03-04', edition).thirdParties.get('sentry')?.processings?.['p1']
        ?.purpose;
    expect(purpose(2)).toEqual({ en: 'Error reprots', nl: 'Foutmeldingen' });
    expect(purpose(3)).toEqual({ en: 'Error reports', nl: 'Foutmeldingen' });
    expect(lifecycleOf(register.ledger, 2, '2026-02-10')).toMatchObject({
      state: 'objection-open',
      revisedBy: [3],
    });
  });

  test('is mended twice, the second time from what the first made of it', () => {
    const register = withPlan();
    register.publish(amend('Error reprots', 'Error repotrs'));
    expect(register.tryPublish(amend('Error reprots', 'Error reports'))).toEqual({
      problems: [{ code: 'before-differs', at, value: 'Error repotrs' }],
    });
    expect(register.refusals(amend('Error repotrs', 'Error reports'))).toEqual([]);
  });

  test('is mended, and the plan is withdrawn all the same', () => {
    const register = withPlan();
    register.publish(amend('Error reprots', 'Error reports'));
    register.publish({ changes: [], revises: { action: 'withdraw', edition: 2 } });
    expect(inUse(register, 'sentry', '2026-12-31')).toBe(false);
    expect(register.refusals(amend('Error reports', 'Errors'))).toEqual(['already-withdrawn']);
  });

  test('cannot be mended once it is in effect: that is a change of its own', () => {
    const register = withPlan().goTo('2026-03-04');
    expect(register.refusals(amend('Error reprots', 'Error reports'))).toEqual(['already-in-effect']);
  });

  test.each([
    ['to what it says already', amend('Error reprots', 'Error reprots'), { code: 'nothing-changed', at }],
    [
      'in a field that the notice does not set',
      amend('a', 'b', 'processings/p1/nature/en'),
      { code: 'unknown-field', at: 'changes/0/processings/p1/nature/en' },
    ],
    [
      'in a change that it does not have',
      amend('a', 'b', 'processings/p1/purpose/en', 7),
      { code: 'unknown-field', at: 'changes/7/processings/p1/purpose/en' },
    ],
    [
      'in a name, which is a fact',
      amend('Sentry', 'Sentinel', 'name/und'),
      { code: 'not-wording', at: 'changes/0/name/und' },
    ],
    [
      'in a country',
      amend('NL', 'US', 'entity/country'),
      { code: 'not-wording', at: 'changes/0/entity/country' },
    ],
    [
      'to a mark of redaction',
      amend('Error reprots', 'Error ⟦redacted 2026-02-10⟧'),
      { code: 'invalid-value', at, value: 'Only a redaction puts a mark of redaction.' },
    ],
    [
      'to a text that cannot be published',
      amend('Error reprots', 'Error\u0000'),
      {
        code: 'invalid-value',
        at,
        value: 'Has a character that cannot be published (a control character or half a character).',
      },
    ],
  ])('cannot be mended %s', (_, draft, problem) => {
    expect(withPlan().tryPublish(draft)).toEqual({ problems: [problem] });
  });

  test('cannot be mended twice in one notice, nor not at all', () => {
    const amendment = mend('Error reprots', 'Errors');
    expect(withPlan().refusals(amendWith(amendment, amendment))).toEqual(['field-twice']);
    expect(withPlan().refusals(amendWith())).toEqual(['nothing-changed']);
  });

  test('cannot be mended back to what held before the plan: then nothing would change', () => {
    const register = registerWith({ heroku: HEROKU }).goTo('2026-02-01');
    const state = thirdParty('Heroku', { p1: processing({ purpose: { en: 'Hosting and mail' } }) });
    register.publish({ changes: [register.to('third-party', 'heroku', state)] });
    expect(register.refusals(amend('Hosting and mail', 'Hosting'))).toEqual(['nothing-changed']);
  });

  test('cannot be mended under a later plan that starts from the misspelt words', () => {
    const register = withPlan();
    const later = thirdParty('Sentry', {
      p1: processing({ purpose: { en: 'Errors', nl: 'Foutmeldingen' } }),
    });
    register.publish({ changes: [register.to('third-party', 'sentry', later)], effectiveOn: '2026-05-01' });
    expect(register.tryPublish(amend('Error reprots', 'Error reports'))).toEqual({
      problems: [
        { code: 'conflict', at: 'third-party/sentry/processings/p1/purpose/en', edition: 3, value: '3' },
      ],
    });
  });
});

describe('an immediate change under a plan', () => {
  test('of another field goes through, and the plan still stands', () => {
    const register = withPlan();
    register.publish({ changes: [retention(register, 'P90D')], effectiveOn: '2026-04-01' });
    const renamed = { ...HEROKU, name: { und: 'Heroku Cloud' } };
    register.publish({ changes: [register.to('third-party', 'heroku', renamed, '2026-02-10')] });
    expect(registerOn(register.ledger, '2026-02-10').thirdParties.get('heroku')?.name).toEqual({
      und: 'Heroku Cloud',
    });
    expect(registerOn(register.ledger, '2026-04-01').thirdParties.get('heroku')).toMatchObject({
      name: { und: 'Heroku Cloud' },
      processings: { p1: { retention: { form: 'period', period: 'P90D' } } },
    });
  });

  test('of the very field is refused, and the plan is named', () => {
    const register = withPlan();
    register.publish({ changes: [retention(register, 'P90D')], effectiveOn: '2026-04-01' });
    const draft = { changes: [retention(register, 'P30D', '2026-02-10')], effectiveOn: '2026-02-10' };
    expect(register.tryPublish(draft)).toEqual({
      problems: [
        { code: 'conflict', at: 'third-party/heroku/processings/p1/retention', edition: 3, value: '3' },
      ],
    });
  });

  test('a removal under a plan is refused, and the plan is named', () => {
    const register = withPlan();
    register.publish({ changes: [retention(register, 'P90D')], effectiveOn: '2026-04-01' });
    const draft = { changes: [register.to('third-party', 'heroku', GONE, '2026-02-10')] };
    expect(register.tryPublish(draft)).toEqual({
      problems: [
        {
          code: 'processing-missing',
          at: 'third-party/heroku/processings/p1/retention',
          edition: 3,
          value: '3',
        },
      ],
    });
  });
});

describe('two plans', () => {
  test('for one field on one day: the second is refused, and the first is named', () => {
    const register = withPlan();
    register.publish({ changes: [retention(register, 'P90D')], effectiveOn: '2026-04-01' });
    const draft = { changes: [retention(register, 'P60D', '2026-04-01')], effectiveOn: '2026-04-01' };
    expect(register.tryPublish(draft)).toEqual({
      problems: [
        {
          code: 'same-day',
          at: 'third-party/heroku/processings/p1/retention',
          edition: 3,
          value: '2026-04-01',
        },
      ],
    });
  });

  test('for two members of one set on one day both hold', () => {
    const register = withPlan();
    const with2 = (...terms: string[]) =>
      thirdParty('Heroku', { p1: processing({ data: terms.map((term) => ({ term })) }) });
    const plan = (...terms: string[]) =>
      register.publish({
        effectiveOn: '2026-04-01',
        changes: [register.to('third-party', 'heroku', with2(...terms), '2026-04-01')],
      });
    plan('email-address', 'name');
    plan('email-address', 'ip-address');
    expect(
      registerOn(register.ledger, '2026-04-01').thirdParties.get('heroku')?.processings?.['p1']?.data,
    ).toEqual([{ term: 'email-address' }, { term: 'ip-address' }, { term: 'name' }]);
  });

  test('of which the second starts from the first: the first cannot be withdrawn, and the second is named', () => {
    const register = withPlan();
    register.publish({ changes: [retention(register, 'P90D')], effectiveOn: '2026-04-01' });
    register.publish({ changes: [retention(register, 'P120D')], effectiveOn: '2026-05-01' });
    expect(register.tryPublish({ changes: [], revises: { action: 'withdraw', edition: 3 } })).toEqual({
      problems: [
        { code: 'conflict', at: 'third-party/heroku/processings/p1/retention', edition: 4, value: '4' },
      ],
    });
    register.publish({ changes: [], revises: { action: 'withdraw', edition: 4 } });
    expect(register.refusals({ changes: [], revises: { action: 'withdraw', edition: 3 } })).toEqual([]);
  });

  test('of which one starts from what another day says is refused, and the notice that made the day different is named', () => {
    const register = withPlan();
    register.publish({ changes: [retention(register, 'P90D')], effectiveOn: '2026-04-01' });
    const draft = { changes: [retention(register, 'P60D', '2026-02-10')], effectiveOn: '2026-05-01' };
    expect(register.tryPublish(draft)).toEqual({
      problems: [
        { code: 'conflict', at: 'third-party/heroku/processings/p1/retention', edition: 3, value: '4' },
      ],
    });
  });
});

describe('a plan that is given up', () => {
  test('is withdrawn before its day: told, nothing comes of it, and that is final', () => {
    const register = withPlan();
    const before = registerOn(register.ledger, '2026-12-31', 1);
    const notice = register.publish({ changes: [], revises: { action: 'withdraw', edition: 2 } });
    expect(outcome(notice)).toEqual({
      ...REVISED,
      class: 'told',
      effectiveOn: '2026-02-10',
      says: ['revision in application: added, neutral, told'],
    });
    expect(notice.revises).toEqual({ action: 'withdraw', edition: 2, inError: false });
    expect(registerOn(register.ledger, '2026-12-31')).toEqual(before);
    expect(lifecycleOf(register.ledger, 2, '2026-02-10')).toEqual({
      state: 'withdrawn',
      effectiveOn: '2026-03-04',
      objectionDeadline: '2026-03-03',
      objectionOpen: false,
      revisedBy: [3],
      withdrawnBy: 3,
    });
    expect(lifecycleOf(register.ledger, 2, '2026-02-09')).toMatchObject({
      state: 'objection-open',
      revisedBy: [],
    });
    expect(register.tryPublish({ changes: [], revises: { action: 'withdraw', edition: 2 } })).toEqual({
      problems: [{ code: 'already-withdrawn', edition: 3 }],
    });
  });

  test('is announced again with a full period', () => {
    const register = withPlan();
    register.publish({ changes: [], revises: { action: 'withdraw', edition: 2 } });
    const again = register.publish({ changes: [register.to('third-party', 'sentry', SENTRY)] });
    expect(outcome(again)).toEqual({
      class: 'needs-notice',
      marks: [],
      announcedOn: '2026-02-10',
      firstEffectiveDay: '2026-03-13',
      objectionDeadline: '2026-03-12',
      effectiveOn: '2026-03-13',
      says: ['third-party/sentry in application: added, widens, needs-notice'],
    });
  });

  test('is a planned wording: its withdrawal is editorial too', () => {
    const register = registerWith({ heroku: HEROKU }).goTo('2026-02-10');
    const fields = [
      { field: 'processings/p1/purpose/en', before: 'Hosting', after: 'Web hosting', wording: true as const },
    ];
    register.publish({
      effectiveOn: '2026-03-01',
      changes: [{ subject: { kind: 'third-party', id: 'heroku' }, fields }],
    });
    const notice = register.publish({ changes: [], revises: { action: 'withdraw', edition: 2 } });
    expect(outcome(notice)).toEqual({
      ...REVISED,
      class: 'editorial',
      effectiveOn: '2026-02-10',
      says: ['revision in application: wording, neutral, editorial'],
    });
  });

  test('cannot be withdrawn while another is announced to be engaged by it, or to replace it', () => {
    const register = withPlan();
    const engaged = thirdParty('Vimeo', { p1: processing() }, { engagedBy: 'sentry' });
    register.publish({ changes: [register.to('third-party', 'vimeo', engaged)], effectiveOn: '2026-06-01' });
    expect(register.tryPublish({ changes: [], revises: { action: 'withdraw', edition: 2 } })).toEqual({
      problems: [{ code: 'unknown-third-party', at: 'third-party/vimeo', edition: 3, value: 'sentry' }],
    });
    const free = thirdParty('Vimeo', { p1: processing() });
    register.publish({ changes: [register.to('third-party', 'vimeo', free)], effectiveOn: '2026-06-02' });
    expect(register.refusals({ changes: [], revises: { action: 'withdraw', edition: 2 } })).toEqual([
      'unknown-third-party',
    ]);
    register.publish({ changes: [], revises: { action: 'withdraw', edition: 4 } });
    register.publish({ changes: [], revises: { action: 'withdraw', edition: 3 } });
    expect(register.refusals({ changes: [], revises: { action: 'withdraw', edition: 2 } })).toEqual([]);
  });
});

describe('what cannot be revised', () => {
  test.each(['withdraw', 'postpone', 'amend'] as const)('the baseline: %s', (action) => {
    const revises = { action, edition: 1, to: '2027-01-01', amendments: [] } as never;
    expect(withPlan().tryPublish({ changes: [], revises })).toEqual({
      problems: [{ code: 'baseline-stands', edition: 1 }],
    });
  });

  test.each([0, -1, 99, 1.5, Number.NaN])('edition %d, which there is not', (edition) => {
    expect(withPlan().refusals({ changes: [], revises: { action: 'withdraw', edition } })).toEqual([
      'unknown-edition',
    ]);
  });

  test('anything in a register that has not begun', () => {
    const register = registerWith({});
    register.ledger = { notices: [] };
    expect(register.refusals({ changes: [], revises: { action: 'withdraw', edition: 1 } })).toEqual([
      'unknown-edition',
    ]);
  });

  test('a revision', () => {
    const register = withPlan();
    register.publish({ changes: [], revises: { action: 'postpone', edition: 2, to: '2026-04-15' } });
    expect(register.tryPublish({ changes: [], revises: { action: 'withdraw', edition: 3 } })).toEqual({
      problems: [{ code: 'revision-of-revision', edition: 3 }],
    });
  });

  test('anything together with changes or a day of its own: they would be lost without a word', () => {
    const register = withPlan();
    const draft = {
      changes: [retention(register, 'P90D')],
      effectiveOn: '2026-06-01',
      shortNotice: true,
      revises: { action: 'withdraw', edition: 2 },
    } as const;
    const value = 'A revision has no changes and no day of its own.';
    expect(register.tryPublish(draft)).toEqual({
      problems: ['changes', 'effectiveOn', 'shortNotice'].map((at) => ({ code: 'invalid-value', at, value })),
    });
  });
});

describe('a scope that ends', () => {
  const withPortal = () => {
    const register = registerWith({ heroku: HEROKU }).goTo('2026-02-01');
    const portal = { name: { en: 'Portal' }, capacity: 'controller' } as const;
    register.publish({ changes: [register.to('scope', 'portal', portal)] });
    return register.goTo('2026-02-10');
  };
  const inPortal = thirdParty('Vimeo', { p1: processing({ scope: 'portal' }) });

  test('cannot end while a third party is used in it, who is named', () => {
    const register = withPortal();
    register.publish({ changes: [register.to('third-party', 'vimeo', inPortal)] });
    register.goTo('2026-02-20');
    const end = register.to('scope', 'portal', undefined);
    expect(register.tryPublish({ changes: [end] })).toEqual({
      problems: [{ code: 'unknown-scope', at: 'third-party/vimeo', edition: 3, value: 'portal' }],
    });
    const notice = register.publish({
      changes: [end, register.to('third-party', 'vimeo', thirdParty('Vimeo', {}))],
    });
    expect(outcome(notice)).toEqual({
      class: 'told',
      marks: [],
      announcedOn: '2026-02-20',
      effectiveOn: '2026-02-20',
      says: [
        'scope/portal in portal: scope-removed, neutral, told',
        'third-party/vimeo in portal: removed, narrows, told',
      ],
    });
  });

  test('cannot be joined beyond its planned end, which is named', () => {
    const register = withPortal();
    register.publish({ changes: [register.to('scope', 'portal', undefined)], effectiveOn: '2026-06-01' });
    const join = { changes: [register.to('third-party', 'vimeo', inPortal)] };
    expect(register.tryPublish(join)).toEqual({
      problems: [{ code: 'unknown-scope', at: 'third-party/vimeo', edition: 3, value: 'portal' }],
    });
  });

  test('can be used until its end', () => {
    const register = withPortal();
    register.publish({ changes: [register.to('third-party', 'vimeo', inPortal)] });
    const leave = register.to('third-party', 'vimeo', thirdParty('Vimeo', {}));
    register.publish({ changes: [leave], effectiveOn: '2026-06-01' });
    register.publish({ changes: [register.to('scope', 'portal', undefined)], effectiveOn: '2026-06-01' });
    const postpone = { changes: [], revises: { action: 'postpone', edition: 4, to: '2026-07-01' } } as const;
    expect(register.tryPublish(postpone)).toEqual({
      problems: [{ code: 'unknown-scope', at: 'third-party/vimeo', edition: 5, value: 'portal' }],
    });
    expect(register.refusals({ changes: [], revises: { action: 'withdraw', edition: 4 } })).toEqual([
      'unknown-scope',
    ]);
  });

  test('cannot be used before it begins', () => {
    const register = withPortal();
    register.publish({
      changes: [register.to('scope', 'shop', { name: { en: 'Shop' }, capacity: 'controller' })],
      effectiveOn: '2026-06-01',
    });
    const vimeo = thirdParty('Vimeo', { p1: processing({ scope: 'shop' }) });
    const join = (effectiveOn: string) => ({
      changes: [register.to('third-party', 'vimeo', vimeo)],
      effectiveOn,
    });
    expect(register.refusals(join('2026-05-31'))).toEqual(['unknown-scope']);
    expect(register.refusals(join('2026-06-01'))).toEqual([]);
    expect(register.refusals({ changes: [], revises: { action: 'withdraw', edition: 3 } })).toEqual([
      'unknown-scope',
    ]);
  });

  test('that there never was cannot be used', () => {
    const register = withPortal();
    const vimeo = thirdParty('Vimeo', { p1: processing({ scope: 'shop' }) });
    expect(register.tryPublish({ changes: [register.to('third-party', 'vimeo', vimeo)] })).toEqual({
      problems: [{ code: 'unknown-scope', at: 'third-party/vimeo', edition: 3, value: 'shop' }],
    });
  });
});

describe('the chain of processors', () => {
  const engaged = (name: string, engagedBy?: string) =>
    thirdParty(name, { p1: processing() }, engagedBy === undefined ? {} : { engagedBy });

  test('has no circle', () => {
    const register = registerWith({ a: engaged('A'), b: engaged('B', 'a'), c: engaged('C', 'b') }).goTo(
      '2026-02-10',
    );
    expect(register.tryPublish({ changes: [register.to('third-party', 'a', engaged('A', 'c'))] })).toEqual({
      problems: [
        { code: 'engaged-in-circle', at: 'third-party/a/engagedBy', edition: 1, value: 'a < c < b < a' },
      ],
    });
  });

  test('is no circle of one', () => {
    const register = registerWith({ a: engaged('A') }).goTo('2026-02-10');
    expect(register.refusals({ changes: [register.to('third-party', 'a', engaged('A', 'a'))] })).toEqual([
      'unknown-third-party',
      'engaged-in-circle',
    ]);
  });

  test('may be turned round in one notice, and in two when the first comes first', () => {
    const register = registerWith({ a: engaged('A'), b: engaged('B', 'a') }).goTo('2026-02-10');
    const free = register.to('third-party', 'b', engaged('B'));
    const turned = register.to('third-party', 'a', engaged('A', 'b'));
    expect(register.refusals({ changes: [turned, free] })).toEqual([]);
    const two = registerWith({ a: engaged('A'), b: engaged('B', 'a') }).goTo('2026-02-10');
    two.publish({ changes: [free], effectiveOn: '2026-04-01' });
    expect(two.refusals({ changes: [turned], effectiveOn: '2026-03-31' })).toEqual(['engaged-in-circle']);
    expect(two.refusals({ changes: [turned], effectiveOn: '2026-04-02' })).toEqual([]);
    // Now the first cannot go without the second.
    expect(two.refusals({ changes: [], revises: { action: 'withdraw', edition: 2 } })).toEqual([
      'engaged-in-circle',
    ]);
    expect(
      two.refusals({ changes: [], revises: { action: 'postpone', edition: 2, to: '2026-05-01' } }),
    ).toEqual(['engaged-in-circle']);
  });

  test('names only third parties that are known', () => {
    const register = registerWith({ a: engaged('A') }).goTo('2026-02-10');
    for (const changed of [{ engagedBy: 'ghost' }, { replaces: ['ghost'] }, { continues: ['ghost'] }]) {
      const state = thirdParty('A', { p1: processing() }, changed);
      expect(register.tryPublish({ changes: [register.to('third-party', 'a', state)] })).toEqual({
        problems: [{ code: 'unknown-third-party', at: 'third-party/a', edition: 2, value: 'ghost' }],
      });
    }
  });
});

describe('a third party that comes and goes', () => {
  test('returns after two months, under its id, with a second period of use', () => {
    const register = registerWith({ heroku: HEROKU }).goTo('2026-02-10');
    register.publish({ changes: [register.to('third-party', 'heroku', GONE)] });
    register.goTo('2026-03-11');
    const back = register.publish({ changes: [register.to('third-party', 'heroku', HEROKU)] });
    expect(outcome(back)).toEqual({
      class: 'needs-notice',
      marks: [],
      announcedOn: '2026-03-11',
      firstEffectiveDay: '2026-04-11',
      objectionDeadline: '2026-04-10',
      effectiveOn: '2026-04-11',
      says: ['third-party/heroku in application: added, widens, needs-notice'],
    });
    expect(periodsOfUse(register.ledger, 'heroku')).toEqual([
      { from: '2026-01-10', until: '2026-02-09' },
      { from: '2026-04-11' },
    ]);
  });

  test('a processing that is over gives its id free', () => {
    const register = registerWith({ heroku: HEROKU }).goTo('2026-02-10');
    register.publish({ changes: [register.to('third-party', 'heroku', GONE)] });
    const other = thirdParty('Heroku', { p1: processing({ scope: 'websites', purpose: { en: 'Mail' } }) });
    register.goTo('2026-02-20').publish({ changes: [register.to('third-party', 'heroku', other)] });
    expect(registerOn(register.ledger, '2026-02-20').thirdParties.get('heroku')).toEqual(other);
    expect(registerOn(register.ledger, '2026-02-09').thirdParties.get('heroku')).toEqual(HEROKU);
  });

  test('cannot be wiped out: its name and its page stay', () => {
    const register = registerWith({ heroku: HEROKU }).goTo('2026-02-10');
    expect(register.tryPublish({ changes: [register.to('third-party', 'heroku', undefined)] })).toEqual({
      problems: [
        {
          code: 'invalid-value',
          at: 'third-party/heroku',
          edition: 2,
          value: 'A third party keeps its name; take away its processings.',
        },
      ],
    });
  });

  test('cannot come twice', () => {
    const register = withPlan();
    const draft = {
      changes: [register.to('third-party', 'sentry', SENTRY, '2026-03-01')],
      effectiveOn: '2026-06-01',
    };
    const published = register.tryPublish(draft);
    expect('problems' in published && new Set(published.problems.map(({ edition }) => edition))).toEqual(
      new Set([2]),
    );
  });
});

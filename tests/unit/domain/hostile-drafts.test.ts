import { describe, expect, test } from 'vitest';
import type { NoticeDraft } from '../../../src/domain/draft.ts';
import { labelsSchema, noticeSchema } from '../../../src/domain/notice.ts';
import { registerOn } from '../../../src/domain/register-on.ts';
import { periodsOfUse } from '../../../src/domain/uses.ts';
import { processing, registerWith, thirdParty } from '../../support/register.ts';

const withHeroku = () =>
  registerWith({ heroku: thirdParty('Heroku', { p1: processing() }) }).goTo('2026-02-10');

/** A draft as a stranger might send it, of one change. */
const draft = (fields: unknown, subject: unknown = { kind: 'third-party', id: 'heroku' }): NoticeDraft =>
  ({ changes: [{ subject, fields }] }) as NoticeDraft;
const set = (field: string, before: unknown, after: unknown) => [{ field, before, after }];
const parsed = (json: string): unknown => JSON.parse(json);

describe('names that every object answers to', () => {
  test('are ids like any other: of third parties, scopes, processings and terms', () => {
    const register = registerWith({
      constructor: thirdParty('Constructor', {
        constructor: processing({ data: [{ term: 'constructor' }] }),
      }),
    }).goTo('2026-02-10');
    register.publish({
      changes: [register.to('scope', 'constructor', { name: { en: 'Constructor' }, capacity: 'controller' })],
    });
    const valueof = thirdParty(
      'Value of',
      { valueof: processing({ scope: 'constructor' }) },
      {
        engagedBy: 'constructor',
        replaces: ['constructor'],
      },
    );
    const notice = register.publish({
      changes: [register.to('third-party', 'valueof', valueof)],
      effectiveOn: '2026-02-11',
    });
    expect(notice.changes[0]?.effects).toEqual([
      { scope: 'constructor', types: ['added'], direction: 'widens', class: 'told' },
    ]);
    const { thirdParties, scopes } = registerOn(register.ledger, '2026-02-11');
    expect(thirdParties.get('valueof')).toEqual(valueof);
    expect(scopes.get('constructor')).toEqual({ name: { en: 'Constructor' }, capacity: 'controller' });
    expect(periodsOfUse(register.ledger, 'constructor')).toEqual([{ from: '2026-01-10' }]);
    expect(periodsOfUse(register.ledger, 'tostring')).toEqual([]);
  });

  test.each([
    ['a processing', draft(set('processings/__proto__/scope', null, 'application')), 'unknown-field'],
    ['a language', draft(set('name/__proto__', null, 'x')), 'unknown-field'],
    ['a language that is a method', draft(set('name/constructor', null, 'x')), 'unknown-field'],
    ['a field', draft(set('__proto__/polluted', null, 'x')), 'unknown-field'],
    [
      'a third party',
      draft(set('kind', null, 'service'), { kind: 'third-party', id: '__proto__' }),
      'invalid-value',
    ],
    [
      'a method as a third party',
      draft(set('kind', null, 'service'), { kind: 'third-party', id: 'toString' }),
      'invalid-value',
    ],
    [
      'a scope',
      draft(set('capacity', null, 'processor'), { kind: 'scope', id: '__proto__' }),
      'invalid-value',
    ],
    ['a kind of subject', draft(set('name', null, 'x'), { kind: '__proto__', id: 'x' }), 'invalid-value'],
    [
      'another organisation',
      draft(set('name', null, 'x'), { kind: 'organisation', id: 'other' }),
      'invalid-value',
    ],
    [
      'a key of a value',
      draft(
        parsed(
          '[{"field":"processings/p1/retention","before":null,"after":{"__proto__":{"form":"period"}}}]',
        ),
      ),
      'invalid-value',
    ],
    [
      'a language within a member',
      draft(
        parsed(
          '[{"field":"processings/p1/data","added":[{"text":{"__proto__":"x","en":"y"}}],"removed":[]}]',
        ),
      ),
      'invalid-value',
    ],
    [
      'a further key of a value',
      draft(
        parsed(
          '[{"field":"processings/p1/retention","before":{"form":"period","period":"P45D"},"after":{"form":"criterion","__proto__":{"polluted":1}}}]',
        ),
      ),
      'invalid-value',
    ],
  ])('are refused where they would be lost or do harm: as %s', (_, hostile, code) => {
    const register = withHeroku();
    const published = register.tryPublish(hostile);
    expect('problems' in published && published.problems[0]?.code).toBe(code);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(({} as Record<string, unknown>)['form']).toBeUndefined();
  });
});

describe('a draft that is not as it should be is refused with a reason, never with a crash', () => {
  const retention = 'processings/p1/retention';

  test.each([
    ['no changes at all', { changes: [] }, 'nothing-changed'],
    ['a change of no fields', draft([]), 'nothing-changed'],
    ['a field that changes nothing', draft(set('kind', 'service', 'service')), 'nothing-changed'],
    ['nothing that stays nothing', draft(set('service/en', null, null)), 'nothing-changed'],
    ['a set of no members', draft([{ field: 'continues', added: [], removed: [] }]), 'nothing-changed'],
    [
      'a member that comes and goes',
      draft([
        {
          field: 'processings/p1/data',
          added: [{ term: 'email-address' }],
          removed: [{ term: 'email-address' }],
        },
      ]),
      'nothing-changed',
    ],
    [
      'one field twice',
      draft([...set('kind', 'service', 'unnamed'), ...set('kind', 'service', 'category')]),
      'field-twice',
    ],
    ['an unknown field', draft(set('password', null, 'x')), 'unknown-field'],
    ['a text as a whole', draft(set('name', { und: 'Heroku' }, { und: 'x' })), 'unknown-field'],
    ['a set replaced whole', draft(set('processings/p1/data', null, [])), 'unknown-field'],
    [
      'a value changed like a set',
      draft([{ field: 'kind', added: ['service'], removed: [] }]),
      'unknown-field',
    ],
    ['no before', draft([{ field: 'kind', after: 'unnamed' }]), 'invalid-value'],
    [
      'something more',
      draft([{ field: 'kind', before: 'service', after: 'unnamed', more: 1 }]),
      'invalid-value',
    ],
    ['half a character', draft(set('name/und', 'Heroku', 'a\uD800')), 'invalid-value'],
    ['half a character before', draft(set('name/und', 'Heroku\uD800', 'a')), 'invalid-value'],
    ['a control character', draft(set('name/und', 'Heroku', 'a\u0000')), 'invalid-value'],
    ['a direction override', draft(set('name/und', 'Heroku', 'a\u202Eb')), 'invalid-value'],
    ['no text', draft(set('name/und', 'Heroku', '')), 'invalid-value'],
    ['a number for a text', draft(set('name/und', 'Heroku', 7)), 'invalid-value'],
    ['what is no JSON', draft(set('name/und', 'Heroku', undefined)), 'invalid-value'],
    [
      'what is nested without end',
      draft(set(retention, null, parsed('['.repeat(20_000) + ']'.repeat(20_000)))),
      'invalid-value',
    ],
    [
      'a duration that is none',
      draft(set(retention, { form: 'period', period: 'P45D' }, { form: 'period', period: 'long' })),
      'invalid-value',
    ],
    ['a country that is none', draft(set('entity/country', 'NL', 'Netherlands')), 'invalid-value'],
    ['a link that runs', draft(set('links/website', null, 'javascript:alert(1)')), 'invalid-value'],
    ['an unknown role', draft(set('processings/p1/role', 'subprocessor', 'friend')), 'invalid-value'],
    ['a kind that is taken away', draft(set('kind', 'service', null)), 'invalid-value'],
    [
      'a processing without a scope',
      draft(set('processings/p1/scope', 'application', null)),
      'invalid-value',
    ],
    [
      'members out of order',
      draft([{ field: 'continues', added: ['b', 'a'], removed: [] }]),
      'invalid-value',
    ],
    ['a member twice', draft([{ field: 'continues', added: ['a', 'a'], removed: [] }]), 'invalid-value'],
    [
      'a member that is out of order in itself',
      draft([
        {
          field: 'processings/p1/safeguards',
          added: [{ ground: 'scc', regime: 'eu', rank: 'primary', destinations: ['US', 'CA'] }],
          removed: [],
        },
      ]),
      'invalid-value',
    ],
    ['a before that never was', draft(set('service/en', 'Never', 'Now')), 'conflict'],
    [
      'a member removed that was not there',
      draft([{ field: 'processings/p1/data', added: [], removed: [{ term: 'name' }] }]),
      'conflict',
    ],
    [
      'a member added that is there',
      draft([{ field: 'processings/p1/data', added: [{ term: 'email-address' }], removed: [] }]),
      'conflict',
    ],
    [
      'a third party that is not there',
      draft(set('name/und', 'x', 'y'), { kind: 'third-party', id: 'ghost' }),
      'subject-missing',
    ],
    [
      'a processing that is not there',
      draft(set('processings/p9/role', 'none', 'subprocessor')),
      'processing-missing',
    ],
    [
      'a day that is none',
      { ...draft(set('kind', 'service', 'unnamed')), effectiveOn: '2026-02-30' },
      'invalid-value',
    ],
    ['a reason without words', { ...draft(set('kind', 'service', 'unnamed')), reason: {} }, 'invalid-value'],
    [
      'a reason in no language',
      { ...draft(set('kind', 'service', 'unnamed')), reason: { english: 'x' } },
      'invalid-value',
    ],
    [
      'a sample with a name of two lines',
      { ...draft(set('kind', 'service', 'unnamed')), sample: 'a\nb' },
      'invalid-value',
    ],
    [
      'the organisation taken away',
      {
        changes: [
          {
            subject: { kind: 'organisation', id: 'organisation' },
            fields: [
              ['name', 'Example B.V.'],
              ['legalName', 'Example B.V.'],
              ['country', 'NL'],
              ['privacyContact', 'privacy@example.com'],
              ['objectionMailbox', 'objections@example.com'],
              ['timeZone', 'Europe/Amsterdam'],
              ['defaultLanguage', 'en'],
              ['noticePeriod', 'P30D'],
              ['objectionPeriod', 'P30D'],
            ].map(([field = '', before]) => ({ field, before: before ?? null, after: null })),
          },
        ],
      },
      'organisation-removed',
    ],
    [
      'one subject twice',
      {
        changes: [
          { subject: { kind: 'third-party', id: 'heroku' }, fields: set('kind', 'service', 'unnamed') },
          { subject: { kind: 'third-party', id: 'heroku' }, fields: set('affiliate', null, true) },
        ],
      } as NoticeDraft,
      'subject-twice',
    ],
  ] as const)('%s', (_, hostile, code) => {
    const register = withHeroku();
    const before = register.ledger;
    const published = register.tryPublish(hostile);
    expect('problems' in published ? published.problems.map((problem) => problem.code) : []).toContain(code);
    expect(register.ledger).toBe(before);
  });

  test('every reason that says a value cannot be published says why', () => {
    const register = withHeroku();
    const published = register.tryPublish({
      ...draft([
        ...set('name/und', 'Heroku', ' a'),
        ...set('links/website', null, 'x'),
        ...set('kind', 'service', 'x'),
      ]),
    });
    const problems = 'problems' in published ? published.problems : [];
    expect(problems.map(({ at, value }) => [at, value])).toEqual([
      ['third-party/heroku/name/und', 'Begins or ends with white space.'],
      ['third-party/heroku/links/website', 'Not a web address (https://…).'],
      ['third-party/heroku/kind', expect.stringContaining('"service"|"unnamed"|"category"')],
    ]);
  });
});

describe('what is published is whole', () => {
  test('by its own schema, with the labels of the terms that it uses and no others', () => {
    const register = withHeroku();
    const state = thirdParty('Heroku', {
      p1: processing({
        data: [{ term: 'ip-address' }],
        subjects: [{ term: 'customers', certainty: 'possible' }],
      }),
    });
    const notice = register.publish({ changes: [register.to('third-party', 'heroku', state)] });
    expect(noticeSchema.safeParse(JSON.parse(notice.row.payload)).error).toBeUndefined();
    expect(labelsSchema.parse(notice.labels)).toEqual({
      'data/email-address': { en: 'data/email-address' },
      'data/ip-address': { en: 'data/ip-address' },
      'subjects/customers': { en: 'subjects/customers' },
    });
  });

  test('and keeps the labels of its day when the vocabulary says it otherwise later', () => {
    const register = withHeroku();
    const state = (term: string) => thirdParty('Heroku', { p1: processing({ data: [{ term }] }) });
    const labelled = (en: string) => ({
      labelsOf: (terms: readonly string[]) => Object.fromEntries(terms.map((one) => [one, { en }])),
    });
    register.tryPublish({ changes: [register.to('third-party', 'heroku', state('name'))] }, labelled('then'));
    register.goTo('2026-04-01');
    register.tryPublish(
      { changes: [register.to('third-party', 'heroku', state('ip-address'))] },
      labelled('now'),
    );
    expect(register.ledger.notices.slice(1).map(({ labels }) => labels['data/name'])).toEqual([
      { en: 'then' },
      { en: 'now' },
    ]);
  });

  test('has the name of its sample in edition 1 and nowhere else', () => {
    const register = withHeroku();
    const notice = register.publish({ ...draft(set('affiliate', null, true)), sample: 'smarttrackers' });
    expect(notice.sample).toBeUndefined();
  });
});

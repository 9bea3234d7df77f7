import { describe, expect, test } from 'vitest';
import { apply } from '../../../src/domain/apply.ts';
import type { SubjectChange } from '../../../src/domain/classify.ts';
import { diff } from '../../../src/domain/diff.ts';
import type { Json } from '../../../src/domain/json.ts';
import { normalise } from '../../../src/domain/leaves.ts';
import { placeOf, rebase, type Ground } from '../../../src/domain/rebase.ts';
import { nextFree } from '../../../src/domain/rename-processings.ts';
import type { Scope } from '../../../src/domain/subjects/scope.ts';
import type { ThirdParty } from '../../../src/domain/subjects/third-party.ts';
import { APPLICATION, processing, subject, thirdParty } from '../../support/register.ts';

const SENTRY = subject('third-party', 'sentry');

function drafted(before: ThirdParty | undefined, after: ThirdParty | undefined): SubjectChange {
  const [from, to] = [before, after].map((state) => state && normalise('third-party', state));
  return { subject: SENTRY, fields: diff('third-party', from, to) };
}

function onto(now: ThirdParty | undefined, change: SubjectChange, others: Partial<Ground> = {}) {
  const state = now && normalise('third-party', now);
  const rebased = rebase([change], { stateOf: () => state, ...others });
  return { ...rebased, after: apply('third-party', state, rebased.changes[0]?.fields ?? []) };
}

const base = thirdParty('Sentry', { p1: processing() });

describe('a drafted value', () => {
  const ours = drafted(base, { ...base, entity: { ...base.entity, name: 'Sentry Inc.' } });

  test('is changed as drafted when it reads as it did', () => {
    expect(onto({ ...base, links: { website: 'https://sentry.example' } }, ours)).toMatchObject({
      changes: [ours],
      conflicts: [],
      dropped: [],
      after: { entity: { name: 'Sentry Inc.' }, links: { website: 'https://sentry.example' } },
    });
  });

  test('is dropped when it reads as wanted already', () => {
    const same = onto({ ...base, entity: { ...base.entity, name: 'Sentry Inc.' } }, ours);
    expect(same).toMatchObject({
      changes: [],
      conflicts: [],
      dropped: [{ subject: SENTRY, field: 'entity/name' }],
    });
  });

  test('is a conflict when others gave it another value', () => {
    const { changes, conflicts } = onto({ ...base, entity: { ...base.entity, name: 'Sentry Ltd' } }, ours);
    expect(changes).toEqual([]);
    expect(conflicts).toEqual([
      {
        subject: SENTRY,
        field: 'entity/name',
        base: 'Sentry B.V.',
        ours: 'Sentry Inc.',
        theirs: 'Sentry Ltd',
      },
    ]);
    expect(conflicts.map(placeOf)).toEqual(['third-party/sentry/entity/name']);
  });

  test('is a conflict when others took it away', () => {
    const { conflicts } = onto({ ...base, entity: { country: 'NL' } }, ours);
    expect(conflicts).toMatchObject([{ ours: 'Sentry Inc.', theirs: null }]);
  });

  test('that is no field of the register is left for the gate to refuse', () => {
    const wrong = { subject: SENTRY, fields: [{ field: 'nonsense', before: null, after: 'x' }] };
    const form = { subject: SENTRY, fields: [{ field: 'kind', added: ['x'], removed: [] }] };
    for (const change of [wrong, form])
      expect(rebase([change], { stateOf: () => base }).changes).toEqual([change]);
  });
});

describe('members of a drafted set', () => {
  const place = (country: string) => ({ kind: 'storage', place: 'country', country }) as const;
  const ours = drafted(base, {
    ...base,
    processings: { p1: processing({ locations: [place('DE'), place('IE')] }) },
  });

  test('are added and removed beside those of others', () => {
    const now = { ...base, processings: { p1: processing({ locations: [place('NL'), place('US')] }) } };
    const { changes, conflicts, after } = onto(now, ours);
    expect(changes).toEqual([ours]);
    expect(conflicts).toEqual([]);
    expect(after?.processings?.p1?.locations).toEqual([place('DE'), place('IE'), place('US')]);
  });

  test('that are there already, or gone already, are dropped one by one', () => {
    const now = { ...base, processings: { p1: processing({ locations: [place('DE')] }) } };
    const { changes, dropped } = onto(now, ours);
    expect(changes).toMatchObject([
      { fields: [{ field: 'processings/p1/locations', added: [place('IE')], removed: [] }] },
    ]);
    expect(dropped).toEqual([
      { subject: SENTRY, field: 'processings/p1/locations', members: [place('DE'), place('NL')] },
    ]);
  });
});

describe('what is gone', () => {
  const two = thirdParty('Sentry', { p1: processing(), p2: processing({ purpose: { en: 'Mail' } }) });

  test('is a conflict at every field drafted for a processing that others took away', () => {
    const { retention: _, ...changed } = processing({ purpose: { en: 'Mail' } });
    const ours = drafted(two, {
      ...two,
      processings: { ...two.processings, p2: { ...changed, use: 'optional', data: [{ term: 'name' }] } },
    });
    const { changes, conflicts, dropped } = onto(base, ours);
    expect(changes).toEqual([]);
    expect(conflicts.map(({ field, gone }) => [field, gone])).toEqual([
      ['processings/p2/data', true],
      ['processings/p2/use', true],
    ]);
    // Taking away the retention is done.
    expect(dropped.map(({ field }) => field)).toEqual(['processings/p2/retention']);
  });

  test('is a conflict at every field drafted for a subject that never came', () => {
    const ours = drafted(base, { ...base, affiliate: true });
    expect(onto(undefined, ours).conflicts).toEqual([
      { subject: SENTRY, field: 'affiliate', base: null, ours: true, theirs: null, gone: true },
    ]);
  });

  test('is told apart from what is new, and of which too little is said yet', () => {
    const half = {
      subject: SENTRY,
      fields: [{ field: 'processings/p9/use', before: null, after: 'optional' }],
    };
    expect(onto(base, half, { wasThere: () => false })).toMatchObject({ changes: [half], conflicts: [] });
    const name = { subject: SENTRY, fields: [{ field: 'name/und', before: null, after: 'Sentry' }] };
    expect(onto(undefined, name, { wasThere: () => false })).toMatchObject({
      changes: [name],
      conflicts: [],
    });
  });

  test('is nothing to take away any more', () => {
    const ours = drafted(two, base);
    expect(onto(base, ours)).toMatchObject({ changes: [], conflicts: [] });
  });

  test('is a conflict where others put something into it meanwhile', () => {
    const now = {
      ...two,
      processings: {
        ...two.processings,
        p2: processing({
          purpose: { en: 'Mail' },
          use: 'opt-in',
          data: [{ term: 'email-address' }, { term: 'name' }],
        }),
      },
    };
    expect(onto(now, drafted(two, base)).conflicts).toEqual([
      { subject: SENTRY, field: 'processings/p2/data', base: null, ours: null, theirs: [{ term: 'name' }] },
      { subject: SENTRY, field: 'processings/p2/use', base: null, ours: null, theirs: 'opt-in' },
    ]);
  });

  test('is a conflict where others told more of a scope that is to go', () => {
    const scope = subject('scope', 'application');
    const now: Scope = { ...APPLICATION, domains: ['app.example.com'] };
    const change = { subject: scope, fields: diff('scope', APPLICATION, undefined) };
    expect(rebase([change], { stateOf: () => now }).conflicts).toMatchObject([
      { field: 'domains', ours: null, theirs: ['app.example.com'] },
    ]);
  });
});

describe('what is new', () => {
  test('is a conflict at every field that others told otherwise', () => {
    const ours = drafted(undefined, base);
    const now = thirdParty('Sentry', { p1: processing({ retention: { form: 'period', period: 'P1Y' } }) });
    const { changes, conflicts, dropped, renamed } = onto({ ...now, name: { und: 'Sentry.io' } }, ours);
    expect(conflicts.map(({ field }) => field)).toEqual(['name/und', 'processings/p1/retention']);
    expect(changes).toEqual([]);
    expect(renamed).toEqual([]);
    expect(dropped.length + conflicts.length).toBe(ours.fields.length);
  });

  const hosting = processing({ purpose: { en: 'Hosting of images' } });
  const mail = processing({ purpose: { en: 'Mail' } });

  test('gets the next free id when others made another processing of that id', () => {
    const ours = drafted(base, { ...base, processings: { p1: processing(), p2: hosting } });
    const { changes, conflicts, renamed, after } = onto(
      { ...base, processings: { p1: processing(), p2: mail } },
      ours,
    );
    expect(conflicts).toEqual([]);
    expect(renamed).toEqual([{ subject: SENTRY, from: 'p2', to: 'p3' }]);
    expect(after?.processings).toEqual({ p1: processing(), p2: mail, p3: hosting });
    expect(
      onto({ ...base, processings: { p1: processing(), p2: mail } }, changes[0] ?? ours).changes,
    ).toEqual(changes);
  });

  test('takes the paths of translations that lag behind along', () => {
    const ours = drafted(base, {
      ...base,
      processings: { p1: processing(), p2: processing({ purpose: { en: 'Logs', nl: 'Logboeken' } }) },
      outdated: ['processings/p2/purpose/nl'],
    });
    const { after } = onto({ ...base, processings: { p1: processing(), p2: mail } }, ours);
    expect(after?.outdated).toEqual(['processings/p3/purpose/nl']);
  });

  test('is one with what others made exactly alike', () => {
    const both = { ...base, processings: { p1: processing(), p2: mail } };
    expect(onto(both, drafted(base, both))).toMatchObject({ changes: [], conflicts: [], renamed: [] });
  });

  test('keeps clear of ids that plans of others will take', () => {
    const ours = drafted(base, { ...base, processings: { p1: processing(), p2: hosting } });
    expect(
      onto(base, ours, {
        madeLater: () =>
          new Map([
            ['p2', mail as unknown as Json],
            ['p3', mail as unknown as Json],
          ]),
      }).renamed,
    ).toEqual([{ subject: SENTRY, from: 'p2', to: 'p4' }]);
  });
});

test('the next id in line is the one that nobody has', () => {
  expect(nextFree('p1', new Set(['p1', 'p2']))).toBe('p3');
  expect(nextFree('hosting', new Set(['hosting']))).toBe('hosting-2');
  expect(nextFree('hosting-2', new Set(['hosting-2', 'hosting-3']))).toBe('hosting-4');
  expect(nextFree('2', new Set())).toBe('3');
  const long = 'a'.repeat(80);
  expect(nextFree(long, new Set([long])).length).toBeLessThanOrEqual(80);
});

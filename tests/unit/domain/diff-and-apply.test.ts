import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apply } from '../../../src/domain/apply.ts';
import { diff } from '../../../src/domain/diff.ts';
import { fieldChangeSchema } from '../../../src/domain/field-change.ts';
import { leafAt } from '../../../src/domain/fields/table.ts';
import { normalise } from '../../../src/domain/leaves.ts';
import { STATE_SCHEMAS, SUBJECT_KINDS } from '../../../src/domain/subjects/subject.ts';
import { stateOfKind } from '../../support/random-states.ts';
import { processing, thirdParty } from '../../support/register.ts';

const RUNS = { seed: 20_260_110, numRuns: 50 };

describe.each(SUBJECT_KINDS)('any two states of a subject of kind %s', (kind) => {
  const states = fc.tuple(stateOfKind(kind), stateOfKind(kind));

  test('the difference applied to the one is the other, which leaves the one as it is', () => {
    fc.assert(
      fc.property(states, ([a, b]) => {
        const kept = structuredClone(a);
        expect(apply(kind, a, diff(kind, a, b))).toEqual(b);
        expect(a).toEqual(kept);
      }),
      RUNS,
    );
  });

  test('the difference from nothing makes a state, and the difference to nothing unmakes it', () => {
    fc.assert(
      fc.property(stateOfKind(kind), (a) => {
        expect(apply(kind, undefined, diff(kind, undefined, a))).toEqual(a);
        expect(apply(kind, a, diff(kind, a, undefined))).toBeUndefined();
      }),
      RUNS,
    );
  });

  test('a state has one form, whatever the order of its sets, and does not differ from itself', () => {
    fc.assert(
      fc.property(stateOfKind(kind), (a) => {
        expect(normalise(kind, backwards(a) as typeof a)).toEqual(a);
        expect(STATE_SCHEMAS[kind].safeParse(a).success).toBe(true);
        expect(diff(kind, a, a)).toEqual([]);
      }),
      RUNS,
    );
  });

  test('every change is one that the ledger can hold, at a path that the table knows', () => {
    fc.assert(
      fc.property(states, ([a, b]) => {
        for (const change of diff(kind, a, b)) {
          expect(fieldChangeSchema.safeParse(change).success).toBe(true);
          expect(leafAt(kind, change.field)).toBeDefined();
        }
      }),
      RUNS,
    );
  });
});

test('a text in another language is a change of its own', () => {
  const one = thirdParty('Heroku', { p1: processing({ purpose: { en: 'Hosting' } }) });
  const two = thirdParty('Heroku', { p1: processing({ purpose: { en: 'Hosting', nl: 'Hosting' } }) });
  expect(diff('third-party', one, two)).toEqual([
    { field: 'processings/p1/purpose/nl', before: null, after: 'Hosting' },
  ]);
});

test('a set is changed member by member, a value as a whole', () => {
  const one = processing({ data: [{ term: 'email-address' }, { term: 'name' }] });
  const two = processing({
    data: [{ term: 'ip-address' }, { term: 'name' }],
    retention: { form: 'criterion' },
  });
  expect(diff('third-party', thirdParty('Heroku', { p1: one }), thirdParty('Heroku', { p1: two }))).toEqual([
    {
      field: 'processings/p1/data',
      added: [{ term: 'ip-address' }],
      removed: [{ term: 'email-address' }],
    },
    {
      field: 'processings/p1/retention',
      before: { form: 'period', period: 'P45D' },
      after: { form: 'criterion' },
    },
  ]);
});

test('the order within a member of a set is not stored either', () => {
  const safeguard = (destinations: string[]) => ({
    ground: 'scc',
    regime: 'eu',
    rank: 'primary',
    destinations,
  });
  const state = (destinations: string[]) =>
    thirdParty('Heroku', { p1: processing({ safeguards: [safeguard(destinations) as never] }) });
  expect(normalise('third-party', state(['US', 'CA', 'US']))).toEqual(
    normalise('third-party', state(['CA', 'US'])),
  );
});

/** The same with every list the other way round and its first member repeated. */
function backwards(value: unknown): unknown {
  if (Array.isArray(value)) {
    const turned = value.map(backwards).reverse();
    return [...turned, ...turned.slice(0, 1)];
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, backwards(item)]));
}

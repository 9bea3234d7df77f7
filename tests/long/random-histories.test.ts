import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import * as check from '../support/histories/check-history.ts';
import { randomHistory, type History } from '../support/histories/history.ts';
import { Random } from '../support/random.ts';

// More seeds, and longer histories, are in tests/soak.
const SEEDS = fc.sample(fc.nat(), { seed: 20_260_110, numRuns: 3 });
const LENGTH = 200;
const histories = new Map<number, History>();

describe.each(SEEDS)('a random history of 200 notices, from seed %i,', (seed) => {
  let history: History;
  let random: Random;

  beforeAll(() => {
    history = randomHistory(seed, LENGTH);
    histories.set(seed, history);
    random = new Random(seed);
  });

  test('reaches its length', () => {
    expect(history.naive.entries).toHaveLength(LENGTH);
  });

  test('is admitted and refused as a naive keeper would, and every live change finds the before it prints', () => {
    check.expectFitting(history);
  });

  test('reads on every day as a naive keeper reads it from the pile of notices', () => {
    check.expectSameRegister(history);
  });

  test('reads at every edition as it was known then, folded at once or edition by edition', () => {
    check.expectSameEditions(history, random, 30);
  });

  test('knows where each notice stood on a day', () => {
    check.expectSameStandings(history, random, 30);
  });

  test('lets a plan change nothing before its day, and on it exactly what it says', () => {
    check.expectPlansToKeep(history);
  });

  test('has payloads that are whole, and a chain that holds', () => {
    check.expectProof(history);
  });

  test('knows on which days each third party was in use', () => {
    check.expectSameUses(history);
  });
});

test('among them a good share of every kind of event is accepted', () => {
  const accepted = (kind: string): number =>
    [...histories.values()].reduce((sum, { counts }) => sum + (counts.get(kind)?.accepted ?? 0), 0);
  const kinds: [kind: string, least: number][] = [
    ['addition', 5],
    ['edit', 50],
    ['removal', 20],
    ['return', 20],
    ['second product', 10],
    ['merger', 10],
    ['split', 5],
    ['scope added', 5],
    ['scope changed', 10],
    ['scope removed', 3],
    ['organisation', 10],
    ['as soon as it may', 40],
    ['at once', 20],
    ['soon', 20],
    ['planned', 100],
    ['late', 20],
    ['postpone', 40],
    ['withdraw', 30],
    ['published in error', 5],
    ['amend', 15],
    ['late-disclosure', 15],
    ['correction', 15],
    ['short-notice', 3],
  ];
  expect(kinds.filter(([kind, least]) => accepted(kind) < least)).toEqual([]);
});

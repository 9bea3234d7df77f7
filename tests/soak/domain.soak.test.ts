import { beforeAll, describe, expect, test } from 'vitest';
import * as check from '../support/histories/check-history.ts';
import { randomHistory, type History } from '../support/histories/history.ts';
import { Random } from '../support/random.ts';

// SOAK_SEED repeats one failing history, SOAK_RUNS asks for more or fewer of them.
const { SOAK_SEED, SOAK_RUNS = '25' } = process.env;
const SEEDS =
  SOAK_SEED === undefined
    ? Array.from({ length: Number(SOAK_RUNS) }, (_, index) => 1_000_003 * (index + 1))
    : [Number(SOAK_SEED)];
const LENGTH = 300;
const A_MINUTE = 60_000;

describe.each(SEEDS)('a random history of 300 notices, from seed %i,', (seed) => {
  let history: History;

  beforeAll(() => {
    history = randomHistory(seed, LENGTH);
  }, A_MINUTE);

  test(
    'is on every day, at every edition and in every standing what a naive keeper makes of it',
    () => {
      const random = new Random(seed);
      expect(history.naive.entries).toHaveLength(LENGTH);
      check.expectFitting(history);
      check.expectSameRegister(history);
      check.expectSameEditions(history, random, 60);
      check.expectSameStandings(history, random, 60);
      check.expectPlansToKeep(history);
      check.expectProof(history);
      check.expectSameUses(history);
    },
    A_MINUTE,
  );
});

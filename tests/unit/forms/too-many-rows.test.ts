import { expect, test } from 'vitest';
import { hasTooManyRows, MOST_ROWS } from '../../../src/forms/too-many-rows.ts';

function formOf(names: readonly string[]) {
  return new Map(names.map((name) => [name, ['']]));
}

function rows(count: number, name: (index: number) => string): string[] {
  return Array.from({ length: count }, (_, index) => name(index));
}

test('a form with as many rows as a person could fill in is shown', () => {
  expect(
    hasTooManyRows(formOf(rows(MOST_ROWS - 10, (at) => `processings.p1.locations.${String(at)}.kind`))),
  ).toBe(false);
  expect(hasTooManyRows(formOf(['name.en', 'processings.p1.role', 'processings.p1.purpose.en']))).toBe(false);
});

test.each([
  ['members of one set', (at: number) => `processings.p1.locations.${String(at)}.kind`],
  ['processings', (at: number) => `processings.p${String(at)}.role`],
  ['members of many sets', (at: number) => `processings.p${String(at % 9)}.safeguards.${String(at)}.ground`],
  ['certifications', (at: number) => `certifications.${String(at)}.name`],
])('a form with thousands of %s is not', (_what, name) => {
  expect(hasTooManyRows(formOf(rows(5000, name)))).toBe(true);
});

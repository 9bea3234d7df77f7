import fc from 'fast-check';
import { expect, test } from 'vitest';
import { collisionsOf, merged, withTheirs } from '../../../src/admin/subject-form/collision.ts';
import type { ThirdParty } from '../../../src/domain/subjects/third-party.ts';
import { stateOfKind } from '../../support/random-states.ts';

const BASE: ThirdParty = {
  kind: 'service',
  name: { und: 'Example' },
  entity: { name: 'Example B.V.', country: 'NL' },
};

test('what two people changed differently is a collision; what only one of them changed is not', () => {
  const mine: ThirdParty = { ...BASE, entity: { name: 'Example N.V.', country: 'BE' } };
  const theirs: ThirdParty = { ...BASE, entity: { name: 'Example SE', country: 'NL' }, affiliate: true };
  expect(collisionsOf('third-party', { base: BASE, mine, theirs })).toEqual([
    { field: 'entity/name', mine: 'Example N.V.', theirs: 'Example SE' },
  ]);
  expect(merged('third-party', { base: BASE, mine, theirs })).toEqual({
    ...BASE,
    entity: { name: 'Example N.V.', country: 'BE' },
    affiliate: true,
  });
});

test('what both changed alike is no collision', () => {
  const both: ThirdParty = { ...BASE, affiliate: true };
  expect(collisionsOf('third-party', { base: BASE, mine: both, theirs: both })).toEqual([]);
});

test('a version that is chosen takes the place of the other', () => {
  const mine: ThirdParty = { ...BASE, affiliate: false };
  const theirs: ThirdParty = { ...BASE, affiliate: true };
  expect(withTheirs('third-party', mine, theirs, new Set(['affiliate']))).toEqual(theirs);
});

test('whoever changed nothing gets what the others made of it', () => {
  fc.assert(
    fc.property(stateOfKind('third-party'), stateOfKind('third-party'), (base, theirs) => {
      expect(merged('third-party', { base, mine: base, theirs })).toEqual(theirs);
      expect(collisionsOf('third-party', { base, mine: base, theirs })).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changesBetween } from '../../../src/domain/changes-between.ts';
import { isSetChange, type FieldChange } from '../../../src/domain/field-change.ts';
import { canonical } from '../../../src/domain/json.ts';
import { withChanges } from '../../../src/domain/register-on.ts';
import type { Register } from '../../../src/domain/register.ts';
import { stateOfKind } from '../../support/random-states.ts';

const IDS = ['first', 'second', 'third'];

const registers: fc.Arbitrary<Register> = fc
  .record({
    organisation: stateOfKind('organisation'),
    scopes: fc.dictionary(fc.constantFrom('application', 'websites'), stateOfKind('scope')),
    thirdParties: fc.dictionary(fc.constantFrom(...IDS), stateOfKind('third-party')),
  })
  .map(({ organisation, scopes, thirdParties }) => ({
    organisation,
    scopes: new Map(Object.entries(scopes)),
    thirdParties: new Map(Object.entries(thirdParties)),
  }));

function reversed(change: FieldChange): FieldChange {
  return isSetChange(change)
    ? { field: change.field, added: change.removed, removed: change.added }
    : { field: change.field, before: change.after, after: change.before };
}

function inOrder(changes: readonly FieldChange[]): string[] {
  return changes.map((change) => canonical(change as never)).sort();
}

test('between a register and itself nothing differs', () => {
  fc.assert(
    fc.property(registers, (register) => changesBetween(register, register).length === 0),
    { numRuns: 20 },
  );
});

test('what leads from one register to another makes the other of the one', () => {
  fc.assert(
    fc.property(registers, registers, (one, other) => {
      expect(withChanges(one, changesBetween(one, other))).toEqual(expect.objectContaining(other));
    }),
    { numRuns: 12 },
  );
});

test('the other way round it is the same with before and after exchanged', () => {
  fc.assert(
    fc.property(registers, registers, (one, other) => {
      const there = changesBetween(one, other);
      const back = changesBetween(other, one);
      expect(back.map(({ subject }) => subject)).toEqual(there.map(({ subject }) => subject));
      there.forEach(({ fields }, index) => {
        expect(inOrder(back[index]?.fields ?? [])).toEqual(inOrder(fields.map(reversed)));
      });
    }),
    { numRuns: 12 },
  );
});

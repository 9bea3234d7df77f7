import fc from 'fast-check';
import { expect, it } from 'vitest';
import { jsonFaultAt } from '../../../src/exports/json-fault.ts';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

it('finds no fault before the end of what is JSON', () => {
  fc.assert(
    fc.property(fc.json(), fc.constantFrom('', ' ', '\n\t'), (text, space) => {
      expect(jsonFaultAt(`${space}${text}`)).toBe(space.length + text.length);
    }),
    { seed: 1 },
  );
});

it('finds a fault no later than where something was put that cannot be there', () => {
  fc.assert(
    fc.property(
      fc.json(),
      fc.nat(),
      fc.constantFrom("'", ',', '}', ']', ':', 'x', '"', '\u0000'),
      (text, at, sign) => {
        const position = at % (text.length + 1);
        const broken = text.slice(0, position) + sign + text.slice(position);
        fc.pre(!isJson(broken));
        const fault = jsonFaultAt(broken);
        expect(fault).toBeGreaterThanOrEqual(0);
        expect(fault).toBeLessThanOrEqual(broken.length);
        // All before the fault could still become JSON: cut there, no shorter text has its fault earlier.
        expect(jsonFaultAt(broken.slice(0, fault))).toBe(
          fault === 0 ? 0 : broken.slice(0, fault).trimEnd().length,
        );
      },
    ),
    { seed: 2, numRuns: 300 },
  );
});

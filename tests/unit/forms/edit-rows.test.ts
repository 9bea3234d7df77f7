import { expect, test } from 'vitest';
import { withConfirmed } from '../../../src/forms/confirmed.ts';
import { withoutRow, withProcessing, withRow } from '../../../src/forms/edit-rows.ts';
import type { FormValues } from '../../../src/forms/form-values.ts';

const FORM: FormValues = new Map([
  ['certifications', ['']],
  ['certifications.0.name', ['ISO 27001']],
  ['certifications.4.name', ['SOC 2']],
  ['processings', ['']],
  ['processings.p1.scope', ['app']],
  ['processings.p10.scope', ['web']],
]);

test('a row more stands after all there are, and nothing that was typed is lost', () => {
  const longer = withRow(FORM, 'certifications');
  expect([...longer].slice(0, FORM.size)).toEqual([...FORM]);
  expect(longer.get('certifications.5')).toEqual(['']);
});

test('rows are only added to what the form has', () => {
  for (const name of ['', '__proto__', 'certifications.0.name.x', 'nothing'])
    expect(withRow(FORM, name)).toBe(FORM);
});

test('there is an end to adding rows', () => {
  const many = new Map<string, readonly string[]>([
    ['certifications', ['']],
    ...Array.from({ length: 200 }, (_, index) => [`certifications.${String(index)}.name`, ['x']] as const),
  ]);
  expect(withRow(many, 'certifications')).toBe(many);
});

test('a row less takes everything of it away, and nothing of its neighbours', () => {
  expect([...withoutRow(FORM, 'processings.p1').keys()]).toEqual([
    'certifications',
    'certifications.0.name',
    'certifications.4.name',
    'processings',
    'processings.p10.scope',
  ]);
});

test('a new processing never takes an id that another one has or had', () => {
  const known = { scope: 'app', role: 'subprocessor' };
  const form = withProcessing(FORM, ['p2', 'p3'], known);
  expect(form.get('processings.p4.scope')).toEqual(['app']);
  expect(form.get('processings.p4.role')).toEqual(['subprocessor']);
});

test('a text that was found still right is off the list of outdated ones', () => {
  const form = new Map([
    ['outdated', ['', 'name/nl', 'service/nl']],
    ['confirmed', ['name/nl']],
  ]);
  expect(withConfirmed(form).get('outdated')).toEqual(['', 'service/nl']);
  expect(withConfirmed(FORM)).toBe(FORM);
});

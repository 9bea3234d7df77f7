import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIELDS } from '../../../src/domain/fields/table.ts';
import { SUBJECT_KINDS, type SubjectKind } from '../../../src/domain/subjects/subject.ts';
import type { ThirdParty } from '../../../src/domain/subjects/third-party.ts';
import { CONTROLS } from '../../../src/forms/fields.ts';
import type { FormValues } from '../../../src/forms/form-values.ts';
import { subjectFromForm } from '../../../src/forms/subject-from-form.ts';
import { valuesOfSubject } from '../../../src/forms/values-of-subject.ts';
import { stateOfKind } from '../../support/random-states.ts';

const EXAMPLE: ThirdParty = {
  kind: 'service',
  name: { und: 'Example' },
  entity: { name: 'Example B.V.', country: 'NL' },
  processings: {
    p1: {
      scope: 'app',
      role: 'subprocessor',
      purpose: { en: 'Sends mail.', nl: 'Verstuurt mail.' },
      retention: { form: 'period', period: 'P30D' },
      locations: [{ kind: 'storage', place: 'country', country: 'NL' }],
    },
  },
};

function formOf(changes: Readonly<Record<string, string | readonly string[] | undefined>>): FormValues {
  const values = new Map(valuesOfSubject('third-party', EXAMPLE));
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) values.delete(name);
    else values.set(name, typeof value === 'string' ? [value] : value);
  }
  return values;
}

function read(changes: Readonly<Record<string, string | readonly string[] | undefined>>) {
  return subjectFromForm('third-party', formOf(changes), EXAMPLE);
}

function stateAfter(changes: Parameters<typeof read>[0]): ThirdParty {
  const outcome = read(changes);
  if (!('state' in outcome)) throw new Error(JSON.stringify(outcome.faults));
  return outcome.state;
}

function faultsOf(changes: Parameters<typeof read>[0]) {
  const outcome = read(changes);
  return 'faults' in outcome ? outcome.faults : [];
}

describe('every public field', () => {
  test.each(SUBJECT_KINDS)('of the kind %s has a control, and every control is of a public field', (kind) => {
    expect(Object.keys(CONTROLS[kind])).toEqual(FIELDS[kind].map(({ path }) => path));
  });

  test.each(SUBJECT_KINDS)(
    'of the kind %s reads from the form as it was written there',
    (kind: SubjectKind) => {
      fc.assert(
        fc.property(stateOfKind(kind), (state) => {
          const values = valuesOfSubject(kind, state as never);
          expect(subjectFromForm(kind, values, state as never)).toEqual({ state });
          expect(subjectFromForm(kind, values, undefined)).toEqual({ state });
        }),
        { numRuns: 100 },
      );
    },
  );
});

describe('a field', () => {
  test('that was not sent stays as it was', () => {
    expect(stateAfter({ 'entity.name': undefined }).entity?.name).toBe('Example B.V.');
    expect(subjectFromForm('third-party', new Map(), EXAMPLE)).toEqual({ state: EXAMPLE });
  });

  test('that was sent empty is not stated', () => {
    expect(stateAfter({ 'entity.name': '  ' }).entity).toEqual({ country: 'NL' });
    expect(stateAfter({ 'processings.p1.purpose.nl': '' }).processings?.['p1']?.purpose).toEqual({
      en: 'Sends mail.',
    });
  });

  test('loses the white space that nobody means', () => {
    const purpose = '  One line. \t\n\nAnother.   \n';
    expect(stateAfter({ 'processings.p1.purpose.en': purpose }).processings?.['p1']?.purpose?.['en']).toBe(
      'One line.\n\nAnother.',
    );
  });

  test('is exactly what it was when nobody touched it', () => {
    const before: ThirdParty = { ...EXAMPLE, service: { en: 'Two \nlines' } };
    expect(subjectFromForm('third-party', valuesOfSubject('third-party', before), before)).toEqual({
      state: before,
    });
  });

  test.each([
    ['name.und', '', 'missing'],
    ['name.und', 'x'.repeat(5001), 'too-long'],
    ['entity.name', 'x'.repeat(501), 'too-long'],
    ['entity.name', 'a\u0007b', 'unprintable'],
    ['entity.name', 'a\u202Eb', 'unprintable'],
    ['entity.name', 'half \uD800', 'unprintable'],
    ['entity.name', 'two\nlines', 'not-a-line'],
    ['entity.country', 'XX', 'not-a-country'],
    ['entity.person', 'No Id', 'not-an-id'],
    ['links.website', 'javascript:alert(1)', 'not-a-link'],
    ['kind', 'person', 'not-an-option'],
    ['affiliate', 'perhaps', 'not-an-option'],
    ['engagedBy', '../x', 'not-an-id'],
    ['processings.p1.role', 'king', 'not-an-option'],
    ['processings.p1.purpose.english', 'Text', 'not-a-language'],
    ['processings.p1.data.term', '__proto__', 'not-an-option'],
    ['processings.p1.legalBasis', '6-1-z', 'not-an-option'],
    ['processings.p1.locations.0.place', 'Atlantis', 'not-a-country'],
    ['processings.p1.colour', 'red', 'unknown-field'],
    ['entity.colour', 'red', 'unknown-field'],
    ['kind.colour', 'red', 'unknown-field'],
  ] as const)('%s with %j is refused as %s at its place', (name, value, code) => {
    expect(faultsOf({ [name]: value })).toMatchObject([{ field: name, code }]);
  });
});

describe('a processing', () => {
  test('of which nothing is shown is gone, and one that is new is there', () => {
    const fields = Object.fromEntries(
      [...formOf({}).keys()]
        .filter((name) => name.startsWith('processings.p1'))
        .map((name) => [name, undefined]),
    );
    expect(stateAfter(fields).processings).toBeUndefined();
    expect(
      stateAfter({ 'processings.p2.scope': 'app', 'processings.p2.role': 'none' }).processings?.['p2'],
    ).toEqual({ scope: 'app', role: 'none' });
  });

  test('needs its scope and its role', () => {
    expect(faultsOf({ 'processings.p1.scope': '', 'processings.p1.role': '' })).toEqual([
      { field: 'processings.p1.scope', code: 'missing' },
      { field: 'processings.p1.role', code: 'missing' },
    ]);
  });
});

describe('a set', () => {
  test('drops the rows in which nothing is filled in', () => {
    const state = stateAfter({
      'processings.p1.locations.1.kind': 'backup',
      'processings.p1.locations.1.place': '',
      'processings.p1.safeguards.0.regime': 'eu',
      'processings.p1.safeguards.0.rank': 'primary',
      'certifications.4.name': ' ',
    });
    expect(state).toEqual(EXAMPLE);
  });

  test('of which the last row was taken away is not stated', () => {
    const state = stateAfter({
      'processings.p1.locations.0.kind': undefined,
      'processings.p1.locations.0.place': undefined,
      'processings.p1.locations.0.region': undefined,
      'processings.p1.locations.0.city': undefined,
    });
    expect(state.processings?.['p1']?.locations).toBeUndefined();
  });

  test('asks for what a member cannot be without', () => {
    expect(faultsOf({ 'certifications.0.validUntil': '2027-01-31' })).toEqual([
      { field: 'certifications.0.name', code: 'missing' },
    ]);
    expect(
      faultsOf({ 'processings.p1.locations.1.kind': 'backup', 'processings.p1.locations.1.city': 'Oslo' }),
    ).toEqual([{ field: 'processings.p1.locations.1.place', code: 'place-missing' }]);
  });

  test('knows countries, groups and the choice of the customer as places', () => {
    const at = (place: string) =>
      stateAfter({ 'processings.p1.locations.0.place': place }).processings?.['p1']?.locations;
    expect(at('US')).toEqual([{ kind: 'storage', place: 'country', country: 'US' }]);
    expect(at('EEA')).toEqual([{ kind: 'storage', place: 'group', group: 'EEA' }]);
    expect(at('chosen-by-customer')).toEqual([{ kind: 'storage', place: 'chosen-by-customer' }]);
    expect(
      faultsOf({ 'processings.p1.locations.0.place': 'EEA', 'processings.p1.locations.0.city': 'Oslo' }),
    ).toEqual([{ field: 'processings.p1.locations.0.city', code: 'place-without-country' }]);
  });

  test('of categories has terms, how sure they are, and free text', () => {
    const state = stateAfter({
      'processings.p1.data.term': ['email-address', 'name'],
      'processings.p1.data.certainty.name': 'optional',
      'processings.p1.data.certainty.not-ticked': 'optional',
      'processings.p1.data.text.0.en': 'Shoe size',
      'processings.p1.data.text.0.certainty': 'possible',
    });
    expect(state.processings?.['p1']?.data).toEqual([
      { certainty: 'optional', term: 'name' },
      { certainty: 'possible', text: { en: 'Shoe size' } },
      { term: 'email-address' },
    ]);
  });
});

describe('a duration', () => {
  const retention = (fields: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      Object.entries({ number: '', unit: '', iso: '', form: 'period', ...fields }).map(([step, value]) => [
        `processings.p1.retention.${step}`,
        value,
      ]),
    );

  test.each([
    [
      { number: '45', unit: 'days' },
      { form: 'period', period: 'P45D' },
    ],
    [
      { number: '006', unit: 'weeks' },
      { form: 'period', period: 'P6W' },
    ],
    [
      { number: '12', unit: 'hours' },
      { form: 'period', period: 'PT12H' },
    ],
    [{ iso: 'P1Y6M' }, { form: 'period', period: 'P1Y6M' }],
    [{ form: 'criterion' }, { form: 'criterion' }],
    [
      { form: 'criterion', number: '2', unit: 'years' },
      { form: 'criterion', atMost: 'P2Y' },
    ],
    [
      { form: 'legal-duty', number: '7', unit: 'years' },
      { form: 'legal-duty', period: 'P7Y' },
    ],
    [{ form: 'period' }, undefined],
    [{ form: '' }, undefined],
  ])('%j is %j', (fields, stated) => {
    expect(stateAfter(retention(fields)).processings?.['p1']?.retention).toEqual(stated);
  });

  test.each([
    [{ number: '45' }, 'unit', 'unit-missing'],
    [{ number: '45', unit: 'moons' }, 'unit', 'not-an-option'],
    [{ number: 'some', unit: 'days' }, 'number', 'not-a-number'],
    [{ number: '-1', unit: 'days' }, 'number', 'not-a-number'],
    [{ number: '99999', unit: 'years' }, 'number', 'not-a-duration'],
    [{ number: '4', unit: 'days', iso: 'P4D' }, 'iso', 'duration-twice'],
    [{ iso: 'a while' }, 'iso', 'not-a-duration'],
    [{ form: 'after-event' }, 'number', 'number-missing'],
    [{ form: '', number: '4', unit: 'days' }, 'form', 'retention-form-missing'],
    [{ form: 'whim' }, 'form', 'not-an-option'],
  ] as const)('%j is refused', (fields, step, code) => {
    expect(faultsOf(retention(fields))).toEqual([{ field: `processings.p1.retention.${step}`, code }]);
  });
});

describe('texts that were put out of date', () => {
  test('are listed by the form, without those that are confirmed', () => {
    const state = stateAfter({ outdated: ['', 'processings/p1/purpose/nl'] });
    expect(state.outdated).toEqual(['processings/p1/purpose/nl']);
  });
});

describe('the organisation', () => {
  test('may not give less time to act than to object', () => {
    const values = new Map([
      ['name', ['Example']],
      ['timeZone', ['Europe/Amsterdam']],
      ['defaultLanguage', ['en']],
      ['noticePeriod.number', ['14']],
      ['noticePeriod.unit', ['days']],
      ['objectionPeriod.number', ['30']],
      ['objectionPeriod.unit', ['days']],
    ]);
    expect(subjectFromForm('organisation', values, undefined)).toEqual({
      faults: [{ field: 'objectionPeriod.number', code: 'objection-too-long' }],
    });
    expect(subjectFromForm('organisation', new Map(), undefined)).toMatchObject({
      faults: [
        { field: 'name', code: 'missing' },
        { field: 'timeZone', code: 'missing' },
        { field: 'defaultLanguage', code: 'missing' },
        { field: 'noticePeriod.number', code: 'missing' },
        { field: 'objectionPeriod.number', code: 'missing' },
      ],
    });
  });
});

describe('hostile forms', () => {
  test('have names that every object answers to', () => {
    for (const name of ['processings.__proto__.role', 'processings.constructor.role', '__proto__.polluted'])
      expect(() => read({ [name]: 'x' })).not.toThrow();
    expect(read({ 'processings.__proto__.role': 'none' })).toEqual({
      faults: [{ field: 'processings.__proto__', code: 'not-an-id' }],
    });
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
  });

  test('have thousands of rows, of processings and of levels', () => {
    const many = new Map(
      Array.from({ length: 20_000 }, (_, index) => [`processings.p${String(index)}.role`, ['none']] as const),
    );
    const started = performance.now();
    expect(subjectFromForm('third-party', many, EXAMPLE)).toMatchObject({
      faults: expect.arrayContaining([{ field: 'processings', code: 'too-many', limit: 100 }]) as unknown,
    });
    const rows = Object.fromEntries(
      Array.from({ length: 9_000 }, (_, index) => [`certifications.${String(index)}.name`, 'x']),
    );
    expect(faultsOf(rows)).toContainEqual({ field: 'certifications', code: 'too-many', limit: 50 });
    expect(faultsOf({ [`processings.p1${'.x'.repeat(5_000)}`]: 'x' })).toMatchObject([
      { code: 'unknown-field' },
    ]);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  test('of any kind are read without an exception', () => {
    const step = fc.oneof(
      fc.constantFrom(
        'processings',
        'p1',
        'purpose',
        'data',
        'term',
        'text',
        '0',
        '1',
        'en',
        'locations',
        'place',
        'retention',
        'number',
        'unit',
        'safeguards',
        'name',
        'entity',
        'outdated',
        '',
      ),
      fc.string({ unit: 'binary', maxLength: 8 }),
    );
    const name = fc.array(step, { minLength: 1, maxLength: 10 }).map((steps) => steps.join('.'));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(name, fc.array(fc.string({ unit: 'binary' }), { maxLength: 3 })), {
          maxLength: 20,
        }),
        (entries) => {
          for (const kind of SUBJECT_KINDS)
            expect(subjectFromForm(kind, new Map(entries), undefined)).toBeDefined();
          expect(
            subjectFromForm(
              'third-party',
              new Map([...valuesOfSubject('third-party', EXAMPLE), ...entries]),
              EXAMPLE,
            ),
          ).toBeDefined();
        },
      ),
      { numRuns: 200 },
    );
  });
});

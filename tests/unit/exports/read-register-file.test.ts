import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { registerOn } from '../../../src/domain/register-on.ts';
import {
  readRegisterFile,
  type FileProblem,
  type ReadFile,
} from '../../../src/exports/read-register-file.ts';
import { registerFileSchema } from '../../../src/exports/register-schema.ts';
import { baselineDraft } from '../../../src/register/import-register.ts';
import { TestRegister } from '../../support/register.ts';
import { anyRegister, anyThirdParty } from './arbitrary-register.ts';
import { jsonFile, jsonText, sixEditions } from './registers.ts';

function read(text: string): ReadFile {
  const file = readRegisterFile(text);
  if ('problems' in file) throw new Error(JSON.stringify(file.problems, null, 1));
  return file;
}

function problems(file: unknown): readonly FileProblem[] {
  const result = readRegisterFile(typeof file === 'string' ? file : JSON.stringify(file, null, 2));
  return 'problems' in result ? result.problems : [];
}

/** The register that a file makes of an empty one. */
function imported(text: string): TestRegister {
  const register = new TestRegister('2026-03-02');
  register.publish(baselineDraft(read(text).baseline));
  return register;
}

describe('an export', () => {
  it('makes the same register again, on that day', () => {
    const register = sixEditions();
    const copy = imported(jsonText(register, '2026-03-02'));
    expect(registerOn(copy.ledger, '2026-03-02')).toEqual(registerOn(register.ledger, '2026-03-02'));
  });

  it('makes the same register again, whatever stands in it', () => {
    fc.assert(
      fc.property(anyRegister, anyThirdParty, (state, later) => {
        const register = new TestRegister('2026-01-10');
        register.publish(baselineDraft(state));
        register.goTo('2026-02-01');
        register.tryPublish({
          changes: [register.to('third-party', 'heroku', later)],
          effectiveOn: '2026-03-15',
        });
        const text = jsonText(register, '2026-03-02');
        expect(registerFileSchema.safeParse(JSON.parse(text)).error).toBeUndefined();
        const [was, is] = [register, imported(text)].map(({ ledger }) => registerOn(ledger, '2026-03-02'));
        expect(is).toEqual(was);
      }),
      { numRuns: 60, seed: 20261122 },
    );
  });

  it('tells apart what will be from what is in use', () => {
    const { leftOut, baseline } = read(jsonText(sixEditions(), '2026-03-02'));
    expect(leftOut).toEqual({
      planned: [{ edition: 2, effectiveOn: '2026-03-20', subjects: ['sentry'] }],
      scopes: [],
      thirdParties: ['sentry'],
    });
    expect([...baseline.thirdParties.keys()]).toEqual(['brevo', 'heroku', 'mailchimp']);
  });

  it('of a sample says that it is one', () => {
    expect(read(JSON.stringify({ ...jsonFile(sixEditions(), '2026-03-02'), sample: true })).sample).toBe(
      true,
    );
  });
});

const byHand = {
  schemaVersion: '1',
  organisation: {
    name: 'A',
    timeZone: 'UTC',
    defaultLanguage: 'en',
    noticePeriod: 'P30D',
    objectionPeriod: 'P14D',
  },
  scopes: [{ id: 'app', name: { en: 'App' }, capacity: 'processor' }],
  thirdParties: [
    {
      id: 'heroku',
      kind: 'service',
      name: { und: 'Heroku' },
      processings: [{ id: 'p1', scope: 'app', role: 'subprocessor', data: [{ term: 'name' }] }],
    },
  ],
};

describe('a file written by hand', () => {
  it('may leave out whatever is computed', () => {
    expect(problems(byHand)).toEqual([]);
    expect(read(JSON.stringify(byHand)).baseline.thirdParties.get('heroku')).toEqual({
      kind: 'service',
      name: { und: 'Heroku' },
      processings: { p1: { scope: 'app', role: 'subprocessor', data: [{ term: 'name' }] } },
    });
  });

  it('may begin with a byte order mark and be indented with tabs', () => {
    expect(problems(`\uFEFF${JSON.stringify(byHand, null, '\t')}`)).toEqual([]);
  });

  it('is refused with every problem at its place', () => {
    const [heroku] = byHand.thirdParties;
    const file = {
      ...byHand,
      organisation: { ...byHand.organisation, timeZone: 'Mars/Olympus' },
      thirdParties: [
        { ...heroku, nmae: 'Heroku', processings: [{ id: 'p1', scope: 'app', role: 'helper' }] },
      ],
    };
    expect(problems(file)).toEqual([
      {
        pointer: '/organisation/timeZone',
        message: 'Not a time zone (Europe/Amsterdam).',
        line: 5,
        column: 17,
      },
      {
        pointer: '/thirdParties/0/processings/0/role',
        message: expect.stringContaining('"subprocessor"') as string,
        line: 30,
        column: 19,
      },
      { pointer: '/thirdParties/0/nmae', message: 'There is no field "nmae" here.', line: 33, column: 15 },
    ]);
  });

  it('is told which of several alternatives was meant', () => {
    const [heroku] = byHand.thirdParties;
    const data = [{ term: 'Not An Id' }];
    const [problem] = problems({
      ...byHand,
      thirdParties: [{ ...heroku, processings: [{ id: 'p1', scope: 'app', role: 'none', data }] }],
    });
    expect(problem).toMatchObject({
      pointer: '/thirdParties/0/processings/0/data/0/term',
      message: expect.stringContaining('Not an id') as string,
    });
  });

  it('is refused when an id stands twice', () => {
    const twice = { ...byHand, thirdParties: [...byHand.thirdParties, ...byHand.thirdParties] };
    expect(problems(twice)).toMatchObject([
      { pointer: '/thirdParties/1/id', message: 'The id "heroku" stands here twice.' },
    ]);
  });

  it('is refused when a name stands twice in one object, where JSON would drop one in silence', () => {
    const text = JSON.stringify(byHand, null, 2).replace(
      '"role": "subprocessor"',
      '"role": "none",\n"role": "subprocessor"',
    );
    expect(problems(text)).toMatchObject([{ message: 'This name stands twice in one object.', column: 1 }]);
  });

  it('is refused when it has the mark of a redaction', () => {
    const file = {
      ...byHand,
      organisation: { ...byHand.organisation, name: 'The ⟦redacted 2026-01-01⟧ company' },
    };
    expect(problems(file)).toMatchObject([{ pointer: '/organisation/name' }]);
  });

  it('is refused when it is of another version of the format', () => {
    expect(problems({ ...byHand, schemaVersion: '2' })).toMatchObject([{ pointer: '/schemaVersion' }]);
  });

  it.each([
    ['nothing', '', 1, 1],
    ['half a file', '{\n  "schemaVersion": "1",\n  "organisation": {', 3, 20],
    ['a comma too many', '{\n  "a": [1, 2,],\n}', 2, 14],
    ['YAML', 'schemaVersion: 1', 1, 1],
    ['two files', '{}\n{}', 2, 1],
    ['something else', '{\n  "a": oops\n}', 2, 8],
  ])('is refused when it is %s instead of JSON', (_name, text, line, column) => {
    expect(problems(text)).toMatchObject([
      { message: expect.stringContaining('not JSON') as string, line, column },
    ]);
  });

  it.each([['null'], ['[]'], ['"text"'], ['12'], ['{}'], ['{"__proto__":{"a":1}}']])(
    'is refused when it is %s',
    (text) => {
      expect(problems(text).length).toBeGreaterThan(0);
    },
  );

  it.each([
    [
      'unknown names without end',
      `{${Array.from({ length: 100_000 }, (_, key) => `"k${String(key)}":1`).join()}}`,
    ],
    ['one name without end', `{${'"k":1,'.repeat(100_000)}"k":1}`],
    ['depth without end', `{"organisation":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
  ])('is refused at once when it is %s', (_name, text) => {
    const found = problems(text);
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThanOrEqual(2000);
  });

  it('is told where in the file a refused notice has to be mended', () => {
    const { placeOf } = read(JSON.stringify(byHand, null, 2));
    expect(placeOf({ code: 'unknown-scope', at: 'third-party/heroku/processings/p1/scope' })).toEqual({
      pointer: '/thirdParties/0/processings/0/scope',
      line: 29,
      column: 20,
    });
    expect(placeOf({ code: 'invalid-value', at: 'data/name' })).toMatchObject({
      pointer: '/thirdParties/0/processings/0/data/0',
    });
    expect(placeOf({ code: 'no-organisation' })).toEqual({ pointer: '', line: 1, column: 1 });
  });
});

it.each([
  ['third parties', (rows: string) => `"thirdParties":[${rows}]`],
  ['scopes', (rows: string) => `"thirdParties":[],"scopes":[${rows}]`],
  ['processings', (rows: string) => `"thirdParties":[{"id":"x","processings":[${rows}]}]`],
  ['members of a set', (rows: string) => `"thirdParties":[{"id":"x","certifications":[${rows}]}]`],
])('a file of 100,000 empty %s is refused without a fault for each', (_what, lists) => {
  const rows = Array.from({ length: 100_000 }, () => '{}').join(',');
  const before = process.memoryUsage().heapUsed;
  const read = readRegisterFile(`{"schemaVersion":"1",${lists(rows)}}`);
  expect('problems' in read && read.problems.length).toBeGreaterThan(0);
  expect('problems' in read && read.problems.length).toBeLessThanOrEqual(2000);
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(200 * 1024 * 1024);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { EMPTY_LEDGER } from '../../../src/domain/ledger.ts';
import { jsonSchema } from '../../../src/exports/json-schema.ts';
import { registerFileSchema } from '../../../src/exports/register-schema.ts';
import { baselineDraft } from '../../../src/register/import-register.ts';
import { TestRegister } from '../../support/register.ts';
import { anyRegister } from './arbitrary-register.ts';
import { jsonFile, jsonText, ORIGIN, sampleRegister, sixEditions } from './registers.ts';

const register = sixEditions();
const file = jsonFile(register, '2026-03-02');
const entry = (id: string, of = file) => of.thirdParties.find((one) => one.id === id);

const ajv = addFormats(new Ajv2020({ strict: true, allowUnionTypes: true }));
const validate = ajv.compile(JSON.parse(jsonSchema(`${ORIGIN}/schema/subprocessors-1.json`)) as object);

function faults(text: string): unknown {
  return validate(JSON.parse(text)) ? [] : validate.errors;
}

describe('the JSON file', () => {
  it('says which register it is, as known in which edition, with the hash that vouches for it', () => {
    expect(file).toMatchObject({
      $schema: `${ORIGIN}/schema/subprocessors-1.json`,
      schemaVersion: '1',
      register: register.ledger.notices[0]?.register,
      edition: 7,
      hash: register.ledger.notices[6]?.hash,
      sample: false,
    });
  });

  it('reads the same, byte for byte, until something is announced or takes effect', () => {
    expect(jsonText(register, '2026-03-02')).toBe(jsonText(register, '2026-03-19'));
    expect(jsonText(register, '2026-03-20')).not.toBe(jsonText(register, '2026-03-19'));
    expect(jsonFile(register, '2026-03-19').on).toBe('2026-03-01');
    expect(jsonFile(register, '2027-01-01').on).toBe('2026-03-20');
  });

  it('names who is in use, who will be and who was, with their periods of use', () => {
    const states = file.thirdParties.map(({ id, state, periodsOfUse }) => [id, state, periodsOfUse]);
    expect(states).toEqual([
      ['brevo', 'current', [{ from: '2026-02-10' }]],
      ['heroku', 'current', [{ from: '2026-01-10' }]],
      ['mailchimp', 'ended', [{ from: '2026-01-10', until: '2026-02-09' }]],
      ['sentry', 'planned', [{ from: '2026-03-20' }]],
    ]);
  });

  it('tells what a planned third party will be, and on which day', () => {
    expect(entry('sentry')).toMatchObject({
      factsOn: '2026-03-20',
      processings: [{ id: 'p1', scope: 'application' }],
    });
    expect(entry('heroku')).not.toHaveProperty('factsOn', expect.anything());
  });

  it('does not name a third party whose addition was withdrawn before its day', () => {
    expect(entry('vimeo')).toBeUndefined();
  });

  it('computes what is a transfer, and prints safeguards and outdated texts as they are', () => {
    expect(entry('heroku')?.processings[0]).toMatchObject({
      transfer: { destinations: ['US'] },
      safeguards: [
        { ground: 'scc', copy: { en: 'Ask privacy@example.com' } },
        { ground: 'dpf', reference: '1234' },
      ],
    });
    expect(entry('brevo')?.processings[0]).not.toHaveProperty('transfer');
  });

  it('prints planned notices whole, with the day they now have', () => {
    expect(file.planned).toHaveLength(1);
    expect(file.planned[0]).toMatchObject({
      edition: 2,
      class: 'needs-notice',
      announcedOn: '2026-02-01',
      effectiveOn: '2026-03-04',
      objectionDeadline: '2026-03-03',
      reason: { en: 'Errors are found sooner.' },
      standing: { effectiveOn: '2026-03-20', revisedBy: [3] },
      url: `${ORIGIN}/changes/2`,
    });
    expect(file.planned[0]?.changes[0]?.fields).toContainEqual({
      field: 'name/und',
      before: null,
      after: 'Sentry',
    });
  });

  it('shows planned words as later notices mended them', () => {
    const amendedRegister = sixEditions();
    amendedRegister.goTo('2026-03-02');
    const fields = [{ field: 'processings/p1/purpose/en', before: 'Hosting', after: 'Error reports' }];
    amendedRegister.publish({
      changes: [],
      revises: { action: 'amend', edition: 2, amendments: [{ change: 0, fields }] },
    });
    const [planned] = jsonFile(amendedRegister, '2026-03-02').planned;
    expect(planned?.changes[0]?.fields).toContainEqual({
      field: fields[0]?.field,
      before: null,
      after: 'Error reports',
    });
    expect(planned?.standing.revisedBy).toEqual([3, 8]);
  });

  it('shows an edition as it was left, on its announced day, knowing nothing of later ones', () => {
    const second = jsonFile(register, '2026-06-01', { edition: 2 });
    expect(second).toMatchObject({ edition: 2, on: '2026-02-01' });
    expect(second.planned).toMatchObject([
      { edition: 2, standing: { effectiveOn: '2026-03-04', revisedBy: [] } },
    ]);
    expect(second.thirdParties.map(({ id, state }) => [id, state])).toEqual([
      ['heroku', 'current'],
      ['mailchimp', 'current'],
      ['sentry', 'planned'],
    ]);
  });

  it('shows a past day as known today, and of plans those that were announced by then', () => {
    const past = jsonFile(register, '2026-06-01', { on: '2026-01-20' });
    expect(past).toMatchObject({ edition: 7, on: '2026-01-20', planned: [] });
    expect(past.thirdParties.map(({ id }) => id)).toEqual(['heroku', 'mailchimp']);
  });

  it('shows a day to come as announced so far', () => {
    const future = jsonFile(register, '2026-03-02', { on: '2026-04-01' });
    expect(entry('sentry', future)).toMatchObject({ state: 'current' });
    expect(future.planned).toEqual([]);
  });

  it('is empty before the register began', () => {
    const before = jsonFile(register, '2026-03-02', { on: '2025-12-31' });
    expect(before).toMatchObject({ scopes: [], thirdParties: [], planned: [] });
    expect(before.organisation).toBeUndefined();
  });

  it('lists since an edition every later notice and the net change of each subject', () => {
    const { since } = jsonFile(register, '2026-03-02', { since: 4 });
    expect(since?.notices.map(({ edition }) => edition)).toEqual([5, 6, 7]);
    expect(since?.changed).toEqual([
      {
        subject: { kind: 'third-party', id: 'heroku' },
        editions: [5],
        fields: [{ field: 'processings/p1/purpose/en', before: 'Hosting', after: 'Hosting of the app' }],
      },
      { subject: { kind: 'third-party', id: 'vimeo' }, editions: [6, 7], fields: [] },
    ]);
  });

  it('counts what has taken effect since, though it was announced before', () => {
    const { since } = jsonFile(register, '2026-03-20', { since: 7 });
    expect(since?.notices).toEqual([]);
    expect(since?.changed.map(({ subject, editions }) => [subject.id, editions])).toEqual([['sentry', []]]);
    expect(since?.changed[0]?.fields).toContainEqual({ field: 'kind', before: null, after: 'service' });
  });

  it('names the terms it uses as the ledger printed them', () => {
    expect(Object.keys(file.labels)).toEqual(['data/email-address', 'data/ip-address', 'subjects/customers']);
  });

  it('has its keys in one order, however the facts came about', () => {
    const one = new TestRegister();
    const organisation = file.organisation;
    if (!organisation) throw new Error('There is an organisation.');
    const reversed = Object.fromEntries(Object.entries(organisation).reverse()) as typeof organisation;
    one.publish({ changes: [one.to('organisation', 'organisation', organisation)] });
    const other = new TestRegister();
    const fields = [...other.to('organisation', 'organisation', reversed).fields].reverse();
    other.publish({ changes: [{ subject: { kind: 'organisation', id: 'organisation' }, fields }] });
    const facts = ({ ledger }: TestRegister) =>
      JSON.stringify(jsonFile({ ledger }, '2026-02-01').organisation);
    expect(facts(other)).toBe(facts(one));
  });

  it('is valid before the first edition, and says so', () => {
    const text = jsonText({ ledger: EMPTY_LEDGER }, '2026-01-01');
    expect(JSON.parse(text)).toMatchObject({
      edition: 0,
      sample: false,
      scopes: [],
      thirdParties: [],
      planned: [],
    });
    expect(faults(text)).toEqual([]);
    expect(jsonText({ ledger: EMPTY_LEDGER }, '2026-01-02')).toBe(text);
  });

  it('says when it is a sample', () => {
    const sample = new TestRegister();
    if (!file.organisation) throw new Error('There is an organisation.');
    sample.publish({
      changes: [sample.to('organisation', 'organisation', file.organisation)],
      sample: 'somebody',
    });
    expect(jsonFile(sample, '2026-02-01').sample).toBe(true);
  });
});

describe('the JSON Schema', () => {
  it.each([
    ['today', {}],
    ['a past day', { on: '2026-01-20' }],
    ['a day before the register', { on: '2020-01-01' }],
    ['a day to come', { on: '2027-01-01' }],
    ['an edition', { edition: 3 }],
    ['since an edition', { since: 1 }],
  ])('fits the file of %s', (_name, query) => {
    const text = jsonText(register, '2026-03-02', query);
    expect(faults(text)).toEqual([]);
    expect(registerFileSchema.safeParse(JSON.parse(text)).error).toBeUndefined();
  });

  it('fits the sample, its plan and its whole history', () => {
    const text = jsonText(sampleRegister(), '2026-11-22', { since: 1 });
    expect(faults(text)).toEqual([]);
    expect(registerFileSchema.safeParse(JSON.parse(text)).error).toBeUndefined();
    expect(JSON.parse(text)).toMatchObject({
      sample: true,
      planned: [{ edition: 6, class: 'needs-notice' }],
    });
  });

  it('fits any register', () => {
    fc.assert(
      fc.property(anyRegister, (state) => {
        const any = new TestRegister('2026-01-10');
        any.publish(baselineDraft(state));
        expect(faults(jsonText(any, '2026-03-02'))).toEqual([]);
      }),
      { numRuns: 40, seed: 20261122 },
    );
  });

  it('finds a file that is none', () => {
    const broken = { ...file, edition: 'seven', scopes: [{ id: 'No Id', capacity: 'owner' }] };
    expect(validate(broken)).toBe(false);
  });

  it('does not forbid facts that a later release may add', () => {
    expect(validate({ ...(JSON.parse(jsonText(register, '2026-03-02')) as object), later: true })).toBe(true);
  });

  it('bears its own address', () => {
    expect(JSON.parse(jsonSchema('https://x.example/s.json'))).toMatchObject({
      $id: 'https://x.example/s.json',
    });
  });
});

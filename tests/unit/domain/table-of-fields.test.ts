import { describe, expect, test } from 'vitest';
import { CHANGE_TYPES } from '../../../src/domain/change-types.ts';
import { leafSchema } from '../../../src/domain/fields/leaf-schema.ts';
import { FIELDS, leafAt } from '../../../src/domain/fields/table.ts';
import { judgeFields } from '../../../src/domain/judge-fields.ts';
import type { Json } from '../../../src/domain/json.ts';
import { withValueAt } from '../../../src/domain/leaves.ts';
import { STATE_SCHEMAS, SUBJECT_KINDS, type SubjectKind } from '../../../src/domain/subjects/subject.ts';
import { leavesOf } from '../../support/schema-leaves.ts';
import { APPLICATION, ORGANISATION_STATE, processing, thirdParty } from '../../support/register.ts';

describe.each(SUBJECT_KINDS)('the table of fields of a %s', (kind) => {
  const fields = FIELDS[kind].map(({ path, form }) => `${form} ${path}`);

  test('has every field of its schema, in the right form, and nothing else', () => {
    const leaves = leavesOf(STATE_SCHEMAS[kind]).map(({ path, form }) => `${form} ${path}`);
    expect(fields.toSorted()).toEqual(leaves.toSorted());
  });

  test('knows the schema of each', () => {
    const steps = FIELDS[kind].map(
      ({ path, form }) => `${path.replace('*', 'p1')}${form === 'text' ? '/en' : ''}`,
    );
    expect(steps.filter((path) => !leafSchema(kind, path.split('/')))).toEqual([]);
    expect(leafSchema(kind, ['constructor'])).toBeUndefined();
    expect(leafSchema(kind, ['name', 'en', 'more'])).toBeUndefined();
  });

  test('has each field once', () => {
    expect(fields).toHaveLength(new Set(fields).size);
  });

  test('lets only texts be marked as wording, and no text that is a fact about data', () => {
    const marked = FIELDS[kind].filter(({ wording }) => wording);
    expect(marked.every(({ form, factual }) => form === 'text' && !factual)).toBe(true);
    expect(
      marked.filter(({ path }) => /\/(data|subjects|dataNote|specialCategoriesNote)$/.test(path)),
    ).toEqual([]);
  });
});

const STATES = {
  organisation: ORGANISATION_STATE,
  scope: APPLICATION,
  'third-party': thirdParty('Heroku', { p1: processing() }),
};

/** What a change of one field means: `type, direction` for each judgement. Null is "not stated". */
function judged(kind: SubjectKind, path: string, before: Json | null, after: Json | null): string {
  const steps = path.replace('*', 'p1').split('/');
  const isText = FIELDS[kind].find((field) => field.path === path)?.form === 'text';
  const at = isText ? [...steps, 'en'] : steps;
  const state = (value: Json | null) => {
    // Of a text nothing else is there, so that it is not a translation that comes or goes.
    const bare = isText ? withValueAt(STATES[kind] as never, steps, undefined) : STATES[kind];
    return withValueAt(bare as never, at, value ?? undefined) as never;
  };
  const states = { before: state(before), after: state(after) };
  const judgements = judgeFields(kind, [{ field: at.join('/'), before, after }], states);
  return judgements.map(({ type, direction }) => `${type}, ${direction}`).join('; ');
}

interface Case {
  readonly kind: SubjectKind;
  readonly path: string;
  readonly before: Json | null;
  readonly after: Json | null;
  readonly means: string;
}

const FILLED_IN = 'details-changed, neutral';

/** A field that means the same however it changes. */
function always(kind: SubjectKind, path: string, one: Json, other: Json, means: string): Case[] {
  return [
    { kind, path, before: one, after: other, means },
    { kind, path, before: null, after: other, means },
    { kind, path, before: one, after: null, means },
  ];
}

/** A field of which any change once it is stated widens, and so does no longer stating it. */
function widening(path: string, one: Json, other: Json, type: string): Case[] {
  const kind = 'third-party';
  return [
    { kind, path, before: one, after: other, means: `${type}, widens` },
    { kind, path, before: null, after: other, means: FILLED_IN },
    { kind, path, before: one, after: null, means: `${type}, widens` },
  ];
}

/** A field with an order from less to more. */
function ordered(path: string, less: Json, more: Json, widened: string, narrowed: string): Case[] {
  const kind = 'third-party';
  return [
    { kind, path, before: less, after: more, means: `${widened}, widens` },
    { kind, path, before: more, after: less, means: `${narrowed}, narrows` },
    { kind, path, before: null, after: more, means: FILLED_IN },
    { kind, path, before: less, after: null, means: `${widened}, widens` },
  ];
}

/** A field that is always stated. */
function required(
  kind: SubjectKind,
  path: string,
  before: Json | null,
  after: Json | null,
  means: string,
): Case[] {
  return [{ kind, path, before, after, means }];
}

const row = (name: string): string => `processings/*/${name}`;
const EMAIL = { term: 'email-address' };
const MAYBE_EMAIL = { term: 'email-address', certainty: 'possible' };
const NAME = { term: 'name' };
const NL = { kind: 'storage', place: 'country', country: 'NL' };
const US = { kind: 'storage', place: 'country', country: 'US' };
const SCC = { ground: 'scc', regime: 'eu', rank: 'primary', modules: ['2'] };
const SCC_WITH_COPY = { ...SCC, copyLink: 'https://example.com/scc' };
const DPF = { ground: 'dpf', regime: 'eu', rank: 'primary' };

const CASES: readonly Case[] = [
  ...required('organisation', 'name', 'A', 'B', 'renamed, neutral'),
  ...always('organisation', 'legalName', 'A', 'B', 'renamed, neutral'),
  ...always('organisation', 'address', 'A', 'B', 'contact-changed, neutral'),
  ...always('organisation', 'country', 'NL', 'BE', 'contact-changed, neutral'),
  ...always('organisation', 'website', 'https://a.example', 'https://b.example', 'links-changed, neutral'),
  ...always('organisation', 'privacyContact', 'a@example.com', 'b@example.com', 'contact-changed, neutral'),
  ...always('organisation', 'objectionMailbox', 'a@example.com', 'b@example.com', 'contact-changed, neutral'),
  ...always('organisation', 'introduction', 'A', 'B', 'details-changed, neutral'),
  ...required('organisation', 'timeZone', 'Europe/Amsterdam', 'UTC', 'details-changed, neutral'),
  ...required('organisation', 'defaultLanguage', 'en', 'nl', 'details-changed, neutral'),
  ...always('organisation', 'prevailingLanguage', 'en', 'nl', 'details-changed, neutral'),
  ...required('organisation', 'noticePeriod', 'P30D', 'P14D', 'details-changed, neutral'),
  ...required('organisation', 'objectionPeriod', 'P30D', 'P14D', 'details-changed, neutral'),
  ...always('organisation', 'outdated', ['introduction/nl'], ['introduction/de'], 'translated, neutral'),

  ...required('scope', 'name', 'A', 'B', 'renamed, neutral'),
  ...always('scope', 'description', 'A', 'B', 'details-changed, neutral'),
  ...always('scope', 'domains', ['a.example.com'], ['b.example.com'], 'details-changed, neutral'),
  ...required('scope', 'capacity', 'processor', 'controller', 'role-changed, widens'),
  ...required('scope', 'capacity', 'both', 'controller', 'role-changed, widens'),
  ...required('scope', 'capacity', 'controller', 'processor', 'role-changed, neutral'),
  ...required('scope', 'capacity', 'controller', 'both', 'role-changed, neutral'),
  ...required('scope', 'capacity', 'processor', 'both', 'role-changed, neutral'),
  ...required('scope', 'capacity', 'both', 'processor', 'role-changed, neutral'),
  ...always('scope', 'outdated', ['name/nl'], ['name/de'], 'translated, neutral'),

  ...required('third-party', 'kind', 'service', 'category', 'renamed, neutral'),
  ...required('third-party', 'name', 'A', 'B', 'renamed, neutral'),
  ...widening('service', 'Storage', 'Storage and search', 'purpose-changed'),
  ...widening('entity/person', 'a', 'b', 'entity-replaced'),
  ...required('third-party', 'entity/name', 'A Inc.', 'B Inc.', 'renamed, neutral'),
  ...required('third-party', 'entity/name', null, 'B Inc.', FILLED_IN),
  ...required('third-party', 'entity/name', 'A Inc.', null, 'entity-replaced, widens'),
  ...widening('entity/country', 'NL', 'US', 'location-changed'),
  ...always('third-party', 'entity/address', 'A', 'B', 'contact-changed, neutral'),
  ...always('third-party', 'entity/registration', 'A', 'B', 'details-changed, neutral'),
  ...always('third-party', 'parent/name', 'A', 'B', 'details-changed, neutral'),
  ...always('third-party', 'parent/country', 'NL', 'US', 'details-changed, neutral'),
  ...always('third-party', 'affiliate', false, true, 'details-changed, neutral'),
  ...always('third-party', 'contact/position', 'A', 'B', 'contact-changed, neutral'),
  ...always('third-party', 'contact/address', 'A', 'B', 'contact-changed, neutral'),
  ...always('third-party', 'representatives', [{ regime: 'eu', name: 'A' }], [], 'contact-changed, neutral'),
  ...always(
    'third-party',
    'contractingEntities',
    [{ customers: 'EU', name: 'A' }],
    [],
    'details-changed, neutral',
  ),
  ...always('third-party', 'engagedBy', 'a', 'b', 'details-changed, neutral'),
  ...always('third-party', 'replaces', ['a'], ['b'], 'details-changed, neutral'),
  ...always('third-party', 'continues', ['a'], ['b'], 'details-changed, neutral'),
  ...[
    'website',
    'privacy',
    'security',
    'status',
    'terms',
    'agreement',
    'subprocessors',
    'subprocessorsFeed',
  ].flatMap((link) =>
    always(
      'third-party',
      `links/${link}`,
      'https://a.example',
      'https://b.example',
      'links-changed, neutral',
    ),
  ),
  ...always('third-party', 'certifications', [{ name: 'ISO 27001' }], [], 'details-changed, neutral'),
  ...always('third-party', 'securityMeasures', 'A', 'B', 'details-changed, neutral'),
  ...widening('ai/modelProvider', 'A', 'B', 'entity-replaced'),
  ...ordered('ai/trainsOnData', 'no', 'opt-in', 'purpose-changed', 'data-narrowed'),
  ...ordered('ai/trainsOnData', 'opt-in', 'opt-out', 'purpose-changed', 'data-narrowed'),
  ...ordered('ai/trainsOnData', 'opt-out', 'yes', 'purpose-changed', 'data-narrowed'),
  ...ordered('ai/retention', 'P30D', 'P60D', 'retention-widened', 'retention-narrowed'),
  ...always('third-party', 'ai/optOut', 'A', 'B', 'details-changed, neutral'),
  ...always('third-party', 'outdated', ['name/nl'], ['name/de'], 'translated, neutral'),

  ...required('third-party', row('scope'), 'application', 'websites', 'purpose-changed, widens'),
  ...required('third-party', row('role'), 'processor', 'subprocessor', 'role-changed, widens'),
  ...required('third-party', row('role'), 'subprocessor', 'independent-controller', 'role-changed, widens'),
  ...required('third-party', row('role'), 'none', 'subprocessor', 'role-changed, widens'),
  ...required('third-party', row('role'), 'subprocessor', 'none', 'role-changed, narrows'),
  ...widening(row('purpose'), 'A', 'B', 'purpose-changed'),
  ...widening(row('subjectMatter'), 'A', 'B', 'purpose-changed'),
  ...widening(row('nature'), 'A', 'B', 'purpose-changed'),
  ...always('third-party', row('delimitation'), 'A', 'B', 'details-changed, neutral'),
  ...ordered(row('data'), [EMAIL], [EMAIL, NAME], 'data-widened', 'data-narrowed'),
  ...ordered(row('data'), [MAYBE_EMAIL], [EMAIL], 'data-widened', 'data-narrowed'),
  ...required('third-party', row('data'), [EMAIL], [NAME], 'data-widened, widens; data-narrowed, narrows'),
  ...required(
    'third-party',
    row('data'),
    [MAYBE_EMAIL],
    [{ ...EMAIL, certainty: 'optional' }],
    'details-changed, neutral',
  ),
  ...widening(row('dataNote'), 'Hashed', 'In full', 'data-widened'),
  ...ordered(
    row('subjects'),
    [{ term: 'customers' }],
    [{ term: 'customers' }, NAME],
    'subjects-widened',
    'data-narrowed',
  ),
  ...ordered(row('specialCategories'), 'no', 'yes', 'data-widened', 'data-narrowed'),
  ...widening(row('specialCategoriesNote'), 'A', 'B', 'data-widened'),
  ...ordered(row('use'), 'opt-in', 'optional', 'data-widened', 'data-narrowed'),
  ...ordered(row('use'), 'optional', 'always', 'data-widened', 'data-narrowed'),
  ...required('third-party', row('condition'), 'Only A', 'Only B', 'purpose-changed, widens'),
  ...required('third-party', row('condition'), null, 'Only A', 'data-narrowed, narrows'),
  ...required('third-party', row('condition'), 'Only A', null, 'data-widened, widens'),
  ...ordered(row('customerRegions'), ['EU'], ['EU', 'US'], 'subjects-widened', 'data-narrowed'),
  ...ordered(
    row('retention'),
    { form: 'period', period: 'P30D' },
    { form: 'period', period: 'P1Y' },
    'retention-widened',
    'retention-narrowed',
  ),
  ...ordered(
    row('retention'),
    { form: 'criterion', atMost: 'P1Y' },
    { form: 'criterion' },
    'retention-widened',
    'retention-narrowed',
  ),
  ...widening(
    row('retention'),
    { form: 'period', period: 'P1Y' },
    { form: 'after-event', period: 'P1D' },
    'retention-widened',
  ),
  ...required(
    'third-party',
    row('retention'),
    { form: 'period', period: 'P1Y' },
    { form: 'period', period: 'P12M' },
    'details-changed, neutral',
  ),
  ...required(
    'third-party',
    row('retention'),
    { form: 'period', period: 'P30D' },
    { form: 'period', period: 'P1M' },
    'retention-widened, widens',
  ),
  ...widening(row('retentionTerms'), 'A', 'B', 'retention-widened'),
  ...ordered(row('retentionAfterContract'), 'P30D', 'P60D', 'retention-widened', 'retention-narrowed'),
  ...ordered(row('retentionInBackups'), 'P30D', 'P60D', 'retention-widened', 'retention-narrowed'),
  ...ordered(row('locations'), [NL], [NL, US], 'location-changed', 'location-changed'),
  ...required(
    'third-party',
    row('locations'),
    [NL],
    [US],
    'location-changed, widens; location-changed, narrows',
  ),
  ...widening(row('safeguards'), [SCC], [DPF], 'safeguard-changed'),
  ...widening(row('safeguards'), [SCC, DPF], [SCC], 'safeguard-changed'),
  ...required('third-party', row('safeguards'), [SCC], [SCC_WITH_COPY], 'details-changed, neutral'),
  ...widening(row('supplementaryMeasures'), 'Encrypted', 'Encrypted at rest', 'safeguard-changed'),
  ...always('third-party', row('legalBasis'), ['6-1-a'], ['6-1-f'], 'details-changed, neutral'),
];

describe('what a change of a field means', () => {
  test.each(CASES)('$kind $path from $before to $after: $means', ({ kind, path, before, after, means }) => {
    expect(judged(kind, path, before, after)).toBe(means);
  });

  test('is told here for every field', () => {
    const told = new Set(CASES.map(({ kind, path }) => `${kind} ${path}`));
    const all = SUBJECT_KINDS.flatMap((kind) => FIELDS[kind].map(({ path }) => `${kind} ${path}`));
    expect(all.filter((field) => !told.has(field))).toEqual([]);
  });

  test('is one of the types of change, each of which some field or rule brings about', () => {
    const byRule = ['added', 'removed', 'restructured', 'scope-added', 'scope-removed', 'wording'];
    const byField = CASES.flatMap(({ means }) => means.split('; ').map((one) => one.split(', ')[0] ?? ''));
    expect(new Set([...byRule, ...byField])).toEqual(new Set(CHANGE_TYPES));
  });
});

describe('what a text in several languages means', () => {
  const state = (texts: Record<string, string>) =>
    thirdParty('Heroku', { p1: processing({ purpose: texts, dataNote: texts }) });
  const judge = (field: string, before: string | null, after: string | null, wording = false) =>
    judgeFields('third-party', [{ field, before, after, ...(wording ? { wording: true as const } : {}) }], {
      before: state({ en: 'A', ...(before === null ? {} : { nl: before }) }),
      after: state({ en: 'A', ...(after === null ? {} : { nl: after }) }),
    });

  test('an added translation is editorial', () => {
    expect(judge('processings/p1/purpose/nl', null, 'B')).toEqual([
      { type: 'translated', direction: 'neutral' },
    ]);
  });

  test('so is a translation that goes while the text stays in another language', () => {
    expect(judge('processings/p1/purpose/nl', 'B', null)).toEqual([
      { type: 'translated', direction: 'neutral' },
    ]);
  });

  test('a translation of a fact about data is told', () => {
    expect(judge('processings/p1/dataNote/nl', null, 'B')).toEqual([
      { type: 'details-changed', direction: 'neutral' },
    ]);
  });

  test('a text that staff marked as wording is editorial', () => {
    expect(judge('processings/p1/purpose/nl', 'A', 'B', true)).toEqual([
      { type: 'wording', direction: 'neutral' },
    ]);
  });

  test('a text exchanged for one in a language that it was not in is a change of what it says', () => {
    const changes = [
      { field: 'processings/p1/purpose/en', before: 'A', after: null },
      { field: 'processings/p1/purpose/nl', before: null, after: 'B' },
    ];
    const states = { before: state({ en: 'A' }), after: state({ nl: 'B' }) };
    expect(judgeFields('third-party', changes, states)).toContainEqual({
      type: 'purpose-changed',
      direction: 'widens',
    });
  });
});

describe('a path', () => {
  test.each([
    'processings/__proto__/scope',
    'processings/P1/scope',
    'processings//scope',
    'processings/p1',
    'processings/p1/scope/en',
    'processings/p1/purpose',
    'processings/p1/purpose/__proto__',
    'name/constructor',
    'name/',
    'name',
    '__proto__',
    'constructor',
    'toString',
    'entity',
    'entity/__proto__',
    '',
  ])('%j is no field', (path) => {
    expect(leafAt('third-party', path)).toBeUndefined();
  });

  test('of a processing says which one, and of a text in which language', () => {
    expect(leafAt('third-party', 'processings/constructor/purpose/nl')).toMatchObject({
      processing: 'constructor',
      language: 'nl',
      steps: ['processings', 'constructor', 'purpose', 'nl'],
    });
  });
});

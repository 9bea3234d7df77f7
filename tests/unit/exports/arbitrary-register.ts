import fc from 'fast-check';
import type { Register } from '../../../src/domain/register.ts';
import {
  GROUNDS,
  LOCATION_KINDS,
  PLACE_GROUPS,
  REGIMES,
  ROLES,
  USES,
  type Processing,
} from '../../../src/domain/subjects/processing.ts';
import type { ThirdParty } from '../../../src/domain/subjects/third-party.ts';
import { proseSchema } from '../../../src/domain/text.ts';
import { APPLICATION, ORGANISATION_STATE, WEBSITES } from '../../support/register.ts';

/** Texts that markup, feeds, tables and hashes could stumble over, and any other. */
export const prose: fc.Arbitrary<string> = fc
  .oneof(
    fc.constantFrom(
      ']]>',
      '<script>alert(1)</script>',
      '=HYPERLINK("x")',
      '&amp; &lt;b&gt;',
      'Zwei Zeilen\n\n- und ein Punkt',
      '"quoted", \'and\' more; ende',
      '𝒳 – ünïcödé – 日本語 – \u200B.',
      '</description></item>',
      '{"json": [1, 2]}',
    ),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
  )
  .map((text) => text.trim())
  .filter((text) => proseSchema.safeParse(text).success);

const line = prose.filter((text) => !/[\n\r\t]/.test(text));
const id = fc.constantFrom('a', 'b2', 'constructor', 'to-string', 'x-y-z', 'heroku');
const text = fc.oneof(
  fc.record({ en: prose, nl: prose }),
  fc.record({ und: prose }),
  fc.record({ en: prose }),
  fc.record({ 'pt-BR': prose, fr: prose }),
);
const country = fc.constantFrom('NL', 'US', 'DE', 'AU', 'NO');
const day = fc.constantFrom('2024-02-29', '2026-12-31', '2027-06-15');
const link = fc.constantFrom('https://example.com/a?b=c&d=%20', 'http://example.com');
const duration = fc.constantFrom('P45D', 'P14M', 'P7Y', 'PT12H', 'P1Y6M');
const certainty = fc.constantFrom('possible' as const, 'optional' as const);

const sparse = { requiredKeys: [] as [] };

const category = fc.oneof(
  fc.record(
    { term: fc.constantFrom('email-address', 'ip-address', 'name'), certainty },
    { requiredKeys: ['term'] },
  ),
  fc.record({ text, certainty }, { requiredKeys: ['text'] }),
);

const location = fc.oneof(
  fc.record(
    {
      kind: fc.constantFrom(...LOCATION_KINDS),
      place: fc.constant('country' as const),
      country,
      region: line,
      city: line,
    },
    { requiredKeys: ['kind', 'place', 'country'] },
  ),
  fc.record({
    kind: fc.constantFrom(...LOCATION_KINDS),
    place: fc.constant('group' as const),
    group: fc.constantFrom(...PLACE_GROUPS),
  }),
  fc.record({
    kind: fc.constantFrom(...LOCATION_KINDS),
    place: fc.constantFrom('chosen-by-customer' as const, 'not-stated' as const),
  }),
);

const safeguard = fc.record(
  {
    ground: fc.constantFrom(...GROUNDS),
    regime: fc.constantFrom(...REGIMES),
    rank: fc.constantFrom('primary' as const, 'fallback' as const),
    destinations: fc.uniqueArray(fc.constantFrom('AU', 'US', 'worldwide' as const), { minLength: 1 }),
    modules: fc.uniqueArray(fc.constantFrom('2' as const, '3' as const), { minLength: 1 }),
    reference: line,
    validFrom: day,
    validUntil: day,
    copy: text,
    copyLink: link,
  },
  { requiredKeys: ['ground', 'regime', 'rank'] },
);

const retention = fc.oneof(
  fc.record({ form: fc.constantFrom('period' as const, 'after-event' as const), period: duration }),
  fc.record({ form: fc.constant('criterion' as const), atMost: duration }, { requiredKeys: ['form'] }),
  fc.record({ form: fc.constant('legal-duty' as const), period: duration }, { requiredKeys: ['form'] }),
);

const setOf = <T>(member: fc.Arbitrary<T>) => fc.array(member, { minLength: 1, maxLength: 3 });

export const anyProcessing: fc.Arbitrary<Processing> = fc.record(
  {
    scope: fc.constantFrom('application', 'websites'),
    role: fc.constantFrom(...ROLES),
    purpose: text,
    subjectMatter: text,
    nature: text,
    delimitation: text,
    data: setOf(category),
    dataNote: text,
    subjects: setOf(category),
    specialCategories: fc.constantFrom('yes' as const, 'no' as const),
    specialCategoriesNote: text,
    use: fc.constantFrom(...USES),
    condition: text,
    customerRegions: setOf(line),
    retention,
    retentionTerms: text,
    retentionAfterContract: duration,
    retentionInBackups: duration,
    locations: setOf(location),
    safeguards: setOf(safeguard),
    supplementaryMeasures: text,
    legalBasis: setOf(fc.constantFrom('6-1-a' as const, '6-1-b' as const, '6-1-f' as const)),
  },
  { requiredKeys: ['scope', 'role'] },
);

const links = fc.record({ website: link, privacy: link, agreement: link, subprocessors: link }, sparse);

export const anyThirdParty: fc.Arbitrary<ThirdParty> = fc.record(
  {
    kind: fc.constantFrom('service' as const, 'unnamed' as const, 'category' as const),
    name: text,
    service: text,
    entity: fc.record({ person: id, name: line, country, address: line, registration: line }, sparse),
    parent: fc.record({ name: line, country }, sparse),
    affiliate: fc.boolean(),
    contact: fc.record({ position: line, address: line }, sparse),
    representatives: setOf(
      fc.record(
        { regime: fc.constantFrom(...REGIMES), name: line, address: line },
        { requiredKeys: ['regime', 'name'] },
      ),
    ),
    contractingEntities: setOf(
      fc.record({ customers: line, name: line, country }, { requiredKeys: ['customers', 'name'] }),
    ),
    links,
    certifications: setOf(
      fc.record({ name: line, scope: line, validUntil: day, source: link }, { requiredKeys: ['name'] }),
    ),
    securityMeasures: text,
    ai: fc.record(
      {
        modelProvider: line,
        trainsOnData: fc.constantFrom('no' as const, 'yes' as const),
        retention: duration,
        optOut: text,
      },
      sparse,
    ),
    outdated: fc.constant(['name/nl']),
    processings: fc.dictionary(id, anyProcessing, { maxKeys: 3, noNullPrototype: true }),
  },
  { requiredKeys: ['kind', 'name'] },
);

/** A whole register, as a first edition could have it. */
export const anyRegister: fc.Arbitrary<Register> = fc
  .record({
    introduction: text,
    name: line,
    thirdParties: fc.dictionary(id, anyThirdParty, { maxKeys: 4, noNullPrototype: true }),
  })
  .map(({ introduction, name, thirdParties }) => ({
    organisation: { ...ORGANISATION_STATE, name, introduction },
    scopes: new Map([
      ['application', APPLICATION],
      ['websites', { ...WEBSITES, domains: ['www.example.com'] }],
    ]),
    thirdParties: new Map(Object.entries(thirdParties)),
  }));

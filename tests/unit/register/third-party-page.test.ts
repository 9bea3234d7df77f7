import { describe, expect, it } from 'vitest';
import { THIRD_PARTY_FIELDS } from '../../../src/domain/fields/third-party-fields.ts';
import type { Processing } from '../../../src/domain/subjects/processing.ts';
import type { ThirdParty } from '../../../src/domain/subjects/third-party.ts';
import { wordsFor } from '../../../src/language/words.ts';
import { readThirdPartyPage, type ThirdPartyPage } from '../../../src/register/read-third-party-page.ts';
import type { Answer } from '../../../src/register/views/answers.ts';
import type { FactValue } from '../../../src/register/views/fact.ts';
import type { Question } from '../../../src/register/views/third-party-facts.ts';
import {
  OWN_FIELDS,
  PROCESSING_FIELDS,
  UNSEEN,
  type QuestionName,
} from '../../../src/register/views/third-party-fields.ts';
import { processing, registerWith, thirdParty, type TestRegister } from '../../support/register.ts';
import { content, readerOf } from './reader.ts';

const { t } = wordsFor(content, 'en');

function read(register: TestRegister, id: string, today: string, query = {}, language = 'en') {
  return readThirdPartyPage(readerOf(register, today, language), id, query);
}

/** The page of a third party that does these things. */
function pageOf(processings: Record<string, Processing>, changed = {}, day = '2026-02-01'): ThirdPartyPage {
  return read(registerWith({ mailer: thirdParty('Mailer', processings, changed) }), 'mailer', day);
}

function question(page: ThirdPartyPage, name: QuestionName): Question | undefined {
  return page.facts?.questions.find(({ id }) => id === name);
}

function answers(page: ThirdPartyPage, label: string): readonly Answer[] {
  const facts = page.facts?.questions.flatMap((one) => one.facts) ?? [];
  return facts.filter((fact) => fact.label === label).flatMap((fact) => fact.answers);
}

function values(page: ThirdPartyPage, label: string): FactValue[] {
  return answers(page, label).flatMap((answer) => answer.values);
}

/** What the page says under a label. */
function said(page: ThirdPartyPage, label: string): string[] {
  return values(page, label).map(({ text }) => text);
}

/** The same with whom it is said of. */
function saidOf(page: ThirdPartyPage, label: string): [string, string][] {
  return answers(page, label).map(({ of, values: told }) => [
    of.map(({ text }) => text).join(''),
    told.map(({ text }) => text).join(', '),
  ]);
}

it('has a place for every public field', () => {
  const placed = [
    ...Object.values(OWN_FIELDS).flatMap((fields) => fields.map(({ path }) => path)),
    ...Object.values(PROCESSING_FIELDS).flatMap((fields) =>
      fields.map(({ path }) => `processings/*/${path}`),
    ),
    ...UNSEEN,
  ];
  expect([...placed].sort()).toEqual(THIRD_PARTY_FIELDS.map(({ path }) => path).sort());
});

const mailer = thirdParty(
  'Mailer',
  {
    p1: processing({
      role: 'subprocessor',
      data: [{ term: 'email-address' }, { term: 'health-data' }],
      subjects: [{ term: 'customers' }],
      specialCategories: 'yes',
      locations: [{ kind: 'storage', place: 'country', country: 'US', city: 'Chicago' }],
      safeguards: [
        {
          ground: 'scc',
          regime: 'eu',
          rank: 'primary',
          modules: ['3'],
          copy: { en: 'Write to privacy@example.com' },
        },
      ],
      retention: { form: 'after-event', period: 'P1Y' },
      retentionTerms: { en: 'after the account is closed' },
      legalBasis: ['6-1-b'],
    }),
  },
  {
    entity: { person: 'mailer', name: 'Mailer Inc.', country: 'US' },
    links: { agreement: 'https://mailer.example.com/dpa' },
    contact: { position: 'Data protection officer', address: 'dpo@mailer.example.com' },
    certifications: [
      { name: 'ISO 27001', validUntil: '2026-05-01', source: 'https://mailer.example.com/iso' },
    ],
    ai: { trainsOnData: 'no' },
  },
);
const advisers = thirdParty(
  'Advisers',
  { p1: { scope: 'websites', role: 'independent-controller' } },
  { kind: 'category' },
);

describe('the questions', () => {
  const register = registerWith({ mailer, group: advisers });
  const page = read(register, 'mailer', '2026-02-01');

  it('stand in the order in which a reviewer asks them, and so do they in the contents', () => {
    const names = page.facts?.questions.map(({ id }) => id);
    expect(names).toEqual([
      'who',
      'processing',
      'data',
      'retention',
      'places',
      'transfer',
      'use',
      'contract',
      'chain',
      'assurance',
      'ai',
    ]);
    expect(page.contents?.links.map(({ href }) => href)).toEqual(
      [...(names ?? []), 'history'].map((id) => `#${id}`),
    );
  });

  it('say who it is, and how to reach it', () => {
    expect(page.head.about).toEqual(['Mailer Inc.', 'United States']);
    expect(said(page, 'Legal entity')).toEqual(['Mailer Inc.']);
    expect(values(page, 'Contact address')).toEqual([
      { text: 'dpo@mailer.example.com', href: 'mailto:dpo@mailer.example.com' },
    ]);
  });

  it('say what it does, where, and in which role', () => {
    expect(question(page, 'processing')?.processings).toMatchObject([
      { scope: { text: 'Application' }, purpose: { text: 'Hosting' } },
    ]);
    expect(values(page, 'Role')).toEqual([
      { text: 'Subprocessor', more: [{ text: t('role.subprocessor.hint'), quiet: true }] },
    ]);
    expect(said(page, 'Retention')).toEqual(['1 year after the account is closed']);
    expect(said(page, 'Places')).toEqual(['Stored in the United States (Chicago)']);
  });

  it('flag special categories of data', () => {
    expect(values(page, 'Personal data')).toEqual([
      { text: 'E-mail address' },
      { text: 'Health data', flag: t('third-party.special-category') },
    ]);
  });

  it('flag a certificate that has expired on the day, not before', () => {
    const flags = (day: string) =>
      values(read(register, 'mailer', day), 'Certifications').map(({ flag }) => flag);
    expect(flags('2026-05-01')).toEqual([undefined]);
    expect(flags('2026-05-02')).toEqual([t('third-party.expired')]);
  });

  it('flag a safeguard outside the days on which it is valid', () => {
    const scc = {
      ground: 'scc',
      regime: 'eu',
      rank: 'primary',
      validFrom: '2026-03-01',
      validUntil: '2026-03-31',
    } as const;
    const lapsing = registerWith({ mailer: thirdParty('Mailer', { p1: processing({ safeguards: [scc] }) }) });
    const flags = (day: string) => values(read(lapsing, 'mailer', day), 'Safeguards').map(({ flag }) => flag);
    expect(flags('2026-02-28')).toEqual(['not valid yet']);
    expect([...flags('2026-03-01'), ...flags('2026-03-31')]).toEqual([undefined, undefined]);
    expect(flags('2026-04-01')).toEqual(['no longer valid']);
  });

  it('does not say of a worldwide network that it is in every country', () => {
    const worldwide = processing({ locations: [{ kind: 'cdn', place: 'group', group: 'worldwide' }] });
    const network = registerWith({ cdn: thirdParty('Network', { p1: worldwide }) });
    expect(said(read(network, 'cdn', '2026-02-01'), t('third-party.transfer'))).toEqual([
      'Yes: anywhere in the world',
    ]);
  });

  it('tell a transfer by the places and the seat, and how to get a copy of its safeguard', () => {
    expect(said(page, t('third-party.transfer'))).toEqual(['Yes: the United States']);
    expect(values(page, 'Safeguards')).toMatchObject([
      {
        text: 'Standard contractual clauses (EU), module 3',
        more: [{ quiet: true }, { text: 'A copy of the safeguard: Write to privacy@example.com' }],
      },
    ]);
  });

  it('link to the contract and to certificates', () => {
    const told = page.facts?.questions.flatMap(({ facts }) =>
      facts.flatMap((fact) => fact.answers.flatMap((answer) => answer.values)),
    );
    expect(told?.map(({ href }) => href).filter((href) => href?.startsWith('https:'))).toEqual([
      'https://mailer.example.com/dpa',
      'https://mailer.example.com/iso',
    ]);
  });

  it('say once what is not stated, and of a question that nothing answers that it is not', () => {
    const bare = pageOf({ p1: { scope: 'application', role: 'subprocessor' } });
    expect(question(bare, 'who')?.unstated).toBe(
      'Not stated: Registered address, Registration number, Contact address, Parent company.',
    );
    expect(question(bare, 'data')).toMatchObject({ facts: [], unstated: 'Not stated.' });
    expect(question(bare, 'contract')?.unstated).toBe('Not stated.');
    expect(question(bare, 'ai')).toBeUndefined();
  });

  it('miss no legal entity and no contract where the recipient is a category', () => {
    const category = read(register, 'group', '2026-02-01');
    expect(category.head.about).toEqual([t('third-party.category')]);
    expect(question(category, 'who')?.note).toBe(t('third-party.category'));
    expect(question(category, 'contract')).toBeUndefined();
  });

  it('miss nothing of what receives no data', () => {
    const page = pageOf({ p1: { scope: 'websites', role: 'none', purpose: { en: 'Fonts' } } });
    const names = page.facts?.questions.map(({ id }) => id);
    expect(names).not.toContain('data');
    expect(question(page, 'transfer')?.unstated).toBeUndefined();
    expect(
      page.inShort?.answers.flatMap(({ lines }) => lines.flatMap((line) => line.map(({ text }) => text))),
    ).toEqual(['Fonts', 'Not a processor']);
  });

  it('mark a text in another language, and one that was overtaken', () => {
    const marked = registerWith({
      mailer: thirdParty(
        'Mailer',
        { p1: processing({ purpose: { en: 'Sending mail', nl: 'Post' }, nature: { en: 'Storage' } }) },
        { outdated: ['processings/p1/purpose/nl'] },
      ),
    });
    const dutch = read(marked, 'mailer', '2026-02-01', {}, 'nl');
    const [row] = question(dutch, 'processing')?.processings ?? [];
    expect(row?.purpose).toEqual({ text: 'Post', notes: [wordsFor(content, 'nl').t('general.outdated')] });
    const [nature] = values(dutch, 'Aard van de verwerking');
    expect(nature).toMatchObject({ text: 'Storage', lang: 'en' });
    expect(nature?.notes).toHaveLength(1);
  });
});

describe('a third party of which everything is stated', () => {
  const own: Partial<ThirdParty> = {
    service: { en: 'Own service' },
    entity: { person: 'whole', name: 'Whole Inc.', country: 'US', address: '1 Street', registration: 'R-17' },
    parent: { name: 'Parent Corp.', country: 'CA' },
    affiliate: true,
    contact: { position: 'Privacy desk', address: 'https://whole.example.com/contact' },
    representatives: [{ regime: 'eu', name: 'Rep GmbH', address: 'Berlin' }],
    contractingEntities: [{ customers: 'Asia', name: 'Whole Asia Ltd', country: 'SG' }],
    links: Object.fromEntries(
      [
        'website',
        'privacy',
        'security',
        'status',
        'terms',
        'agreement',
        'subprocessors',
        'subprocessorsFeed',
      ].map((name) => [name, `https://whole.example.com/${name}`]),
    ),
    certifications: [{ name: 'ISO 27001', scope: 'All sites' }],
    securityMeasures: { en: 'Locks on doors' },
    ai: {
      modelProvider: 'Model Maker',
      trainsOnData: 'opt-in',
      retention: 'P31D',
      optOut: { en: 'By mail' },
    },
  };
  const row: Processing = {
    scope: 'websites',
    role: 'joint-controller',
    purpose: { en: 'Statistics' },
    subjectMatter: { en: 'Counting visits' },
    nature: { en: 'Storing and sorting' },
    delimitation: { en: 'They count, we read' },
    data: [{ term: 'ip-address', certainty: 'possible' }, { text: { en: 'Shoe size' } }],
    dataNote: { en: 'Shortened at once' },
    subjects: [{ term: 'visitors' }],
    specialCategories: 'no',
    specialCategoriesNote: { en: 'None is asked for' },
    use: 'opt-in',
    condition: { en: 'the visitor consents' },
    customerRegions: ['Oceania'],
    retention: { form: 'legal-duty', period: 'P7Y' },
    retentionTerms: { en: 'by tax law' },
    retentionAfterContract: 'P91D',
    retentionInBackups: 'P29D',
    locations: [{ kind: 'access', place: 'country', country: 'IN', city: 'Pune', region: 'Maharashtra' }],
    safeguards: [
      {
        ground: 'bcr',
        regime: 'uk',
        rank: 'primary',
        reference: 'REF-1',
        copyLink: 'https://whole.example.com/bcr',
      },
    ],
    supplementaryMeasures: { en: 'Keys stay here' },
    legalBasis: ['6-1-a'],
  };
  const register = registerWith({ old: thirdParty('Old', {}) });
  register.goTo('2026-01-11').publish({
    changes: [
      register.to('third-party', 'whole', thirdParty('Whole', { p1: row }, { ...own, engagedBy: 'old' })),
      register.to('third-party', 'part', thirdParty('Part', { p1: processing() }, { engagedBy: 'whole' })),
    ],
  });
  const page = read(register, 'whole', '2026-03-01');

  it.each([
    ['who', 'Own service', 'Whole Inc.', 'United States', '1 Street', 'R-17', 'Privacy desk', '/contact'],
    ['who', 'Parent Corp.', 'Canada', 'Rep GmbH', 'Whole Asia Ltd', '/website'],
    ['processing', 'Statistics', 'Joint controller', 'Counting visits', 'Storing and sorting', 'They count'],
    ['processing', 'Websites', 'Consent'],
    ['data', 'IP address (possibly)', 'Shoe size', 'Shortened at once', 'Visitors', 'None is asked for'],
    ['retention', '7 years, by tax law', '91 days', '29 days'],
    ['places', 'Pune, Maharashtra', 'Oceania'],
    [
      'transfer',
      'Yes: India and the United States',
      'Binding corporate rules',
      'REF-1',
      '/bcr',
      'Keys stay here',
    ],
    ['use', 'Only when switched on', 'the visitor consents'],
    ['contract', '/agreement', '/terms', '/privacy'],
    ['chain', 'Old', 'Part', '/subprocessors"', '/subprocessorsFeed'],
    ['assurance', 'ISO 27001', 'All sites', 'Locks on doors', '/security', '/status'],
    ['ai', 'Model Maker', 'Only with consent', '31 days', 'By mail'],
  ] as const)('answers "%s" with all of it', (name, ...told) => {
    const answered = JSON.stringify(question(page, name));
    for (const text of told) expect(answered).toContain(text);
  });

  it('leaves nothing unstated', () => {
    expect(
      page.facts?.questions.map(({ unstated }) => unstated).filter((line) => line !== undefined),
    ).toEqual([]);
  });
});

describe('several processings', () => {
  const inApplication = processing({ use: 'always' });
  const onWebsites = processing({ scope: 'websites', purpose: { en: 'Statistics' }, use: 'always' });

  it('are told once where they agree', () => {
    expect(saidOf(pageOf({ p1: inApplication, p2: onWebsites }), 'Retention')).toEqual([['', '45 days']]);
  });

  it('stand beside one another where they differ, by the name of their scope', () => {
    const page = pageOf({
      p1: inApplication,
      p2: { ...onWebsites, retention: { form: 'period', period: 'P1Y' } },
    });
    expect(saidOf(page, 'Retention')).toEqual([
      ['Application', '45 days'],
      ['Websites', '1 year'],
    ]);
  });

  it('are called by what they are for where a scope has several', () => {
    const page = pageOf({ p1: inApplication, p2: processing({ purpose: { en: 'Backups' }, use: 'opt-in' }) });
    expect(saidOf(page, 'Use')).toEqual([
      ['Hosting', 'Always'],
      ['Backups', 'Only when switched on'],
    ]);
  });

  it('are numbered where even that is the same', () => {
    const page = pageOf({ p1: inApplication, p2: { ...inApplication, use: 'opt-in' } });
    expect(saidOf(page, 'Use').map(([name]) => name)).toEqual(['Application 1', 'Application 2']);
  });

  it('say that one of them does not state what another does', () => {
    const { retention: _unstated, ...bare } = onWebsites;
    expect(saidOf(pageOf({ p1: inApplication, p2: bare }), 'Retention')).toEqual([
      ['Application', '45 days'],
      ['Websites', 'Not stated'],
    ]);
  });

  it('name only those to which a condition applies', () => {
    const page = pageOf({
      p1: inApplication,
      p2: { ...onWebsites, condition: { en: 'the visitor consents' } },
    });
    expect(saidOf(page, 'Only when')).toEqual([['Websites', 'the visitor consents']]);
  });

  it('are told of as all others where one differs from many', () => {
    const many = Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [
        `p${String(index)}`,
        processing({
          purpose: { en: `Purpose ${String(index)}` },
          retention: { form: 'period', period: index === 4 ? 'P1Y' : 'P45D' },
        }),
      ]),
    );
    expect(saidOf(pageOf(many), 'Retention')).toEqual([
      ['Purpose 4', '1 year'],
      ['All 11 others', '45 days'],
    ]);
  });
});

describe('in short', () => {
  function short(page: ThirdPartyPage): Record<string, string[]> {
    const told = page.inShort?.answers ?? [];
    return Object.fromEntries(
      told.map(({ label, lines }) => [label, lines.map((line) => line.map(({ text }) => text).join(''))]),
    );
  }

  it('answers the first questions for all processings together', () => {
    const page = read(registerWith({ mailer }), 'mailer', '2026-02-01');
    expect(short(page)).toEqual({
      [t('third-party.short.purpose')]: ['Hosting'],
      [t('third-party.short.data')]: ['E-mail address, Health data', t('third-party.short.special')],
      [t('third-party.short.subjects')]: ['Customers'],
      [t('third-party.short.retention')]: ['1 year after the account is closed'],
      [t('third-party.short.places')]: ['United States (Chicago), under standard contractual clauses'],
      [t('third-party.short.transfer')]: ['Yes: the United States'],
      [t('third-party.short.role')]: ['Subprocessor'],
    });
  });

  it('stays short: each answer once, and of a dozen purposes three', () => {
    const many = Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [
        `p${String(index)}`,
        processing({ purpose: { en: `Purpose ${String(index)}` } }),
      ]),
    );
    const told = short(pageOf(many));
    expect(told[t('third-party.short.purpose')]).toEqual([
      'Purpose 0',
      'Purpose 1',
      'Purpose 2',
      'And 9 more',
    ]);
    expect(told[t('third-party.short.retention')]).toEqual(['45 days']);
  });

  it('is not there where nothing is done', () => {
    const register = registerWith({ mailer: thirdParty('Mailer', {}) });
    const page = read(register, 'mailer', '2026-02-01');
    expect(page.inShort).toBeUndefined();
    expect(page.facts?.questions.map(({ id }) => id)).not.toContain('retention');
  });
});

describe('as plain text', () => {
  const { text } = read(registerWith({ mailer }), 'mailer', '2026-02-01').asText;

  it('has every question with its answers, what is flagged, and addresses written out', () => {
    expect(text).toMatch(
      /^Mailer\nMailer Inc\., United States\nIn use since before the register began \(10 January 2026\)\n\nWho is it\?\n/,
    );
    expect(text).toContain('\nPersonal data: E-mail address; Health data (special category)\n');
    expect(text).toContain('valid until 1 May 2026 (https://mailer.example.com/iso)');
    expect(text).toContain(`\n${t('third-party.question.history')}\nAnnounced`);
  });

  it('has of each notice its marks and what it meant, and that a past day is told as known today', () => {
    const register = registerWith({ mailer }, '2026-01-10').goTo('2026-02-01');
    const moved = processing({ data: [{ term: 'email-address' }, { term: 'phone-number' }] });
    register.publish({
      changes: [register.to('third-party', 'mailer', { ...mailer, processings: { p1: moved } })],
      effectiveOn: '2026-02-02',
      shortNotice: true,
      reason: { en: 'The old place burnt down.' },
    });
    const told = read(register, 'mailer', '2026-03-01', { on: '2026-02-10' }).asText.text;
    expect(told).toContain('\nWhat was in effect on 10 February 2026, as known today\n');
    expect(told).toContain(' · Advance notice · Short notice · ');
    expect(told).toContain('\n– Personal data now also includes: data/phone-number.');
  });

  it('says whose register it is from, and when', () => {
    expect(text.split('\n').at(-1)).toBe(
      'From the register of Example B.V., edition 1, as of 1 February 2026: https://subprocessors.example.com/third-parties/mailer',
    );
  });
});

describe('in the course of time', () => {
  const old = thirdParty('Old', { p1: processing() });
  const next = thirdParty('Next', { p1: processing() }, { replaces: ['old'] });
  const register = registerWith({ old }, '2026-01-10').goTo('2026-02-01');
  register.publish({
    changes: [
      register.to('third-party', 'next', next),
      register.to('third-party', 'old', { ...old, processings: {} }),
    ],
  });

  it('says since when it is in use', () => {
    expect(read(register, 'old', '2026-01-11').head.use).toEqual({
      icon: 'check',
      tone: 'fine',
      lines: ['In use since before the register began (10 January 2026), up to and including 3 March 2026'],
    });
  });

  it('keeps the page of what is gone, as it last was', () => {
    const page = read(register, 'old', '2026-04-01');
    expect(page.head.use).toEqual({
      icon: 'remove',
      tone: 'over',
      lines: [
        t('third-party.not-in-use'),
        t('third-party.as-last'),
        'In use since before the register began (10 January 2026), up to and including 3 March 2026',
      ],
    });
    expect(question(page, 'processing')?.processings).toHaveLength(1);
  });

  it('leads from what is gone to what took its place, and back', () => {
    const link = (id: string, text: string) => [{ text, href: `/third-parties/${id}` }];
    expect(values(read(register, 'old', '2026-04-01'), 'Replaced by')).toEqual(link('next', 'Next'));
    expect(values(read(register, 'next', '2026-04-01'), 'Replaces')).toEqual(link('old', 'Old'));
  });

  it('shows what is planned as it will be, and until when one can object', () => {
    const page = read(register, 'next', '2026-02-11');
    expect(page.head.use).toMatchObject({
      tone: 'soon',
      lines: ['Not in use yet: planned from 4 March 2026.'],
    });
    expect(page.planned?.changes[0]?.objection?.day).toBe('2026-03-03');
    expect(question(page, 'processing')?.processings).toHaveLength(1);
  });

  it('knows nothing of it on a day before it was told of, in that edition', () => {
    const page = read(register, 'next', '2026-02-11', { edition: 1 });
    expect(page.head.name.text).toBe('Next');
    expect(page.facts).toBeUndefined();
    expect(page.inShort).toBeUndefined();
    expect(page.head.use?.lines).toEqual(['Not in use on 10 January 2026.']);
    expect(page.contents).toBeUndefined();
    expect(page.history.none).toBe(t('third-party.history.none'));
  });

  it('has a second period when it returns, the latest first', () => {
    const again = registerWith({ old }, '2026-01-10').goTo('2026-02-01');
    again.publish({ changes: [again.to('third-party', 'old', { ...old, processings: {} })] });
    again.goTo('2026-03-01').publish({ changes: [again.to('third-party', 'old', old)] });
    expect(read(again, 'old', '2026-05-01').head.use?.lines).toEqual([
      'In use since 1 April 2026',
      'In use since before the register began (10 January 2026), up to and including 31 January 2026',
    ]);
  });
});

describe('the history', () => {
  const first = thirdParty('Host', { p1: processing() });
  const register = registerWith(
    { host: first, other: thirdParty('Other', { p1: processing() }) },
    '2026-01-10',
  );
  register.goTo('2026-02-01').publish({
    changes: [
      register.to('third-party', 'host', {
        ...first,
        processings: {
          p1: processing({ data: [{ term: 'name' }], retention: { form: 'period', period: 'P1Y' } }),
        },
      }),
    ],
  });
  register.goTo('2026-02-05').publish({ changes: [], revises: { action: 'withdraw', edition: 2 } });
  const { entries } = read(register, 'host', '2026-02-10').history;

  it('stands newest first, with what was withdrawn', () => {
    expect(entries.map(({ edition }) => edition)).toEqual([3, 2, 1]);
    expect(entries[1]?.tags[0]).toEqual({ text: 'Withdrawn', tone: 'over' });
    expect(entries.map(({ isOver }) => isOver)).toEqual([false, true, false]);
  });

  it('tells what is still to come before what is newer but already holds', () => {
    const planning = registerWith({ host: first }, '2026-01-10').goTo('2026-02-01');
    const [later, sooner] = [
      { ...first, processings: { p1: processing({ retention: { form: 'period', period: 'P1Y' } }) } },
      { ...first, links: { website: 'https://host.example.com' } },
    ];
    planning.publish({ changes: [planning.to('third-party', 'host', later)] });
    planning
      .goTo('2026-02-02')
      .publish({ changes: [planning.to('third-party', 'host', sooner, '2026-02-03')] });
    const history = read(planning, 'host', '2026-02-10').history.entries;
    expect(history.map(({ edition, icon }) => [edition, icon])).toEqual([
      [2, 'clock'],
      [3, 'change'],
      [1, 'add'],
    ]);
  });

  it('tells the days of a notice, each once', () => {
    const days = (index: number) => entries[index]?.days.map(({ label, day }) => `${label} ${day}`);
    expect(days(0)).toEqual(['Announced 2026-02-05']);
    expect(days(1)).toEqual(['Announced 2026-02-01', 'Was to take effect on 2026-03-04']);
    expect(days(2)).toEqual(['Announced 2026-01-10']);
  });

  it('tells what changed', () => {
    const changed = JSON.stringify(entries[1]?.groups);
    for (const text of ['data/name', 'data/email-address', '45 days', '1 year'])
      expect(changed).toContain(text);
  });

  it('tells of a first edition only what it said of this third party', () => {
    expect(entries[2]?.told.facts.map(({ title }) => title)).toEqual(['Who it is', 'Application']);
  });
});

import { describe, expect, it } from 'vitest';
import { THIRD_PARTY_FIELDS } from '../../../src/domain/fields/third-party-fields.ts';
import { wordsFor } from '../../../src/language/words.ts';
import { readThirdPartyPage, type ThirdPartyPage } from '../../../src/register/read-third-party-page.ts';
import { SECTIONS, UNSEEN } from '../../../src/register/views/third-party-fields.ts';
import { processing, registerWith, thirdParty, type TestRegister } from '../../support/register.ts';
import { content, readerOf } from './reader.ts';

const { t } = wordsFor(content, 'en');

function read(register: TestRegister, id: string, today: string, query = {}, language = 'en') {
  return readThirdPartyPage(readerOf(register, today, language), id, query);
}

/** What the page says under a label, in its section or in any processing. */
function said(page: ThirdPartyPage, label: string): string[] {
  const facts = page.facts;
  const all = [
    ...(facts?.sections.flatMap((section) => section.facts) ?? []),
    ...(facts?.processing.sections.flatMap((section) => section.facts) ?? []),
  ];
  return all.filter((fact) => fact.label === label).flatMap(({ values }) => values.map(({ text }) => text));
}

it('has a place for every public field', () => {
  const { processing: rows, ...own } = SECTIONS;
  const placed = [
    ...Object.values(own).flatMap((fields) => fields.map(({ path }) => path)),
    ...rows.map(({ path }) => `processings/*/${path}`),
    ...UNSEEN,
  ];
  expect([...placed].sort()).toEqual(THIRD_PARTY_FIELDS.map(({ path }) => path).sort());
});

describe('the facts', () => {
  const register = registerWith({
    mailer: thirdParty(
      'Mailer',
      {
        p1: processing({
          role: 'subprocessor',
          subjects: [{ term: 'customers' }],
          specialCategories: 'no',
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
          {
            name: 'ISO 27001',
            validUntil: '2027-05-01',
            source: 'https://mailer.example.com/iso',
          },
        ],
        ai: { trainsOnData: 'no' },
      },
    ),
    group: thirdParty(
      'Advisers',
      { p1: { scope: 'websites', role: 'independent-controller' } },
      { kind: 'category' },
    ),
  });
  const page = read(register, 'mailer', '2026-02-01');

  it('say who it is, and how to reach it', () => {
    expect(said(page, 'Legal entity')).toEqual(['Mailer Inc.']);
    expect(page.facts?.sections[0]?.facts.at(-1)?.values).toEqual([
      { text: 'dpo@mailer.example.com', href: 'mailto:dpo@mailer.example.com' },
    ]);
  });

  it('say what it does, under its purpose', () => {
    const [row] = page.facts?.processing.sections ?? [];
    expect(row).toMatchObject({
      scope: { text: 'Application' },
      purpose: { text: 'Hosting' },
      role: { text: 'Subprocessor' },
    });
    expect(said(page, 'Retention')).toEqual(['1 year after the account is closed']);
    expect(said(page, 'Places')).toEqual(['Stored in the United States (Chicago)']);
  });

  it('tell a transfer by the places and the seat, and how to get a copy of its safeguard', () => {
    expect(said(page, 'Transfer outside the European Economic Area')).toEqual(['Yes: the United States']);
    const [safeguard] =
      page.facts?.processing.sections[0]?.facts.find(({ label }) => label === 'Safeguards')?.values ?? [];
    expect(safeguard).toMatchObject({
      text: 'Standard contractual clauses (EU), module 3',
      more: [{ quiet: true }, { text: 'A copy of the safeguard: Write to privacy@example.com' }],
    });
  });

  it('link to the contract and to certificates', () => {
    const values = page.facts?.sections.flatMap(({ facts }) => facts.flatMap((fact) => fact.values)) ?? [];
    expect(values.filter(({ href }) => href?.startsWith('https:')).map(({ href }) => href)).toEqual([
      'https://mailer.example.com/dpa',
      'https://mailer.example.com/iso',
    ]);
  });

  it('say what is not stated: what the law asks for at its place, the rest in one line', () => {
    const bare = read(registerWith({ bare: thirdParty('Bare', { p1: processing() }) }), 'bare', '2026-02-01');
    expect(said(bare, 'People concerned')).toEqual(['Not stated']);
    expect(said(bare, 'Data processing agreement')).toEqual(['Not stated']);
    expect(bare.facts?.sections[0]?.unstated).toBe(
      'Not stated: Registered address, Registration number, Contact address, Parent company.',
    );
    expect(bare.facts?.sections.some(({ id }) => id === 'ai')).toBe(false);
  });

  it('miss no legal entity where the recipient is a category', () => {
    const category = read(register, 'group', '2026-02-01');
    expect(category.kind).toBe(t('third-party.category'));
    expect(said(category, 'Data processing agreement')).toEqual([]);
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
    const [row] = dutch.facts?.processing.sections ?? [];
    expect(row?.purpose).toEqual({ text: 'Post', notes: [wordsFor(content, 'nl').t('general.outdated')] });
    const nature = row?.facts.find(({ label }) => label === 'Aard van de verwerking')?.values[0];
    expect(nature).toMatchObject({ text: 'Storage', lang: 'en' });
    expect(nature?.notes).toHaveLength(1);
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

  it('keeps the page of what is gone, as it last was', () => {
    const page = read(register, 'old', '2026-04-01');
    expect(page.state).toEqual([t('third-party.not-in-use'), t('third-party.as-last')]);
    expect(page.periods).toEqual(['In use from 10 January 2026 to 3 March 2026']);
    expect(page.facts?.processing.sections).toHaveLength(1);
  });

  it('leads from what is gone to what took its place, and back', () => {
    const link = (id: string, text: string) => [{ text, href: `/third-parties/${id}` }];
    const chain = (id: string) => read(register, id, '2026-04-01').facts?.sections.at(-1)?.facts;
    expect(chain('old')).toEqual([{ label: 'Replaced by', values: link('next', 'Next') }]);
    expect(chain('next')).toEqual([{ label: 'Replaces', values: link('old', 'Old') }]);
  });

  it('shows what is planned as it will be, and until when one can object', () => {
    const page = read(register, 'next', '2026-02-11');
    expect(page.state).toEqual(['Not in use yet: planned from 4 March 2026.']);
    expect(page.planned?.changes[0]?.objection?.left).toBe(t('state.objection-days', { days: 20 }));
    expect(page.facts?.processing.sections).toHaveLength(1);
  });

  it('knows nothing of it on a day before it was told of, in that edition', () => {
    const page = read(register, 'next', '2026-02-11', { edition: 1 });
    expect(page.name.text).toBe('Next');
    expect(page.facts).toBeUndefined();
    expect(page.state).toEqual(['Not in use on 10 January 2026.']);
  });

  it('has a second period when it returns', () => {
    const again = registerWith({ old }, '2026-01-10').goTo('2026-02-01');
    again.publish({ changes: [again.to('third-party', 'old', { ...old, processings: {} })] });
    again.goTo('2026-03-01').publish({ changes: [again.to('third-party', 'old', old)] });
    expect(read(again, 'old', '2026-05-01').periods).toEqual([
      'In use from 10 January 2026 to 31 January 2026',
      'In use since 1 April 2026',
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
  });

  it('tells before and after', () => {
    const fields = entries[1]?.groups.flatMap((group) => group.fields) ?? [];
    expect(
      fields.map(({ label, lines }) => [label, lines.map((line) => `${line.label} ${line.text}`)]),
    ).toEqual([
      ['Personal data', ['Removed data/email-address', 'Added data/name']],
      ['Retention', ['Before 45 days', 'After 1 year']],
    ]);
  });

  it('tells of a first edition only what it said of this third party', () => {
    expect(entries[2]?.told.facts.map(({ title }) => title)).toEqual(['Who it is', 'Application']);
  });
});

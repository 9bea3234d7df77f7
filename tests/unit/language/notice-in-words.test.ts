import { describe, expect, it } from 'vitest';
import { loadContent } from '../../../src/content.ts';
import type { Day } from '../../../src/domain/days.ts';
import { noticeOf, type PublishedNotice } from '../../../src/domain/ledger.ts';
import { organisationSchema, type Organisation } from '../../../src/domain/subjects/organisation.ts';
import type { Processing } from '../../../src/domain/subjects/processing.ts';
import type { ThirdParty } from '../../../src/domain/subjects/third-party.ts';
import { noticeHeading, noticeInWords, type NoticeInWords } from '../../../src/language/notice-in-words.ts';
import { wordsFor } from '../../../src/language/words.ts';
import { processing, registerWith, thirdParty, WEBSITES, type TestRegister } from '../../support/register.ts';

const content = loadContent();
const english = wordsFor(content, 'en');
const dutch = wordsFor(content, 'nl');

const host = (changed: Partial<Processing> = {}, own: Partial<ThirdParty> = {}): ThirdParty =>
  thirdParty('First Host', { p1: processing(changed) }, own);
const mailer = thirdParty('Mailer', {
  post: processing({ scope: 'websites', role: 'processor', purpose: { en: 'Mail', nl: 'Post' } }),
});
const outside = (name: string): ThirdParty =>
  thirdParty(name, { p1: processing({ scope: 'websites', role: 'processor' }) });

/** A register of January 2026 with a host and a mailer. */
function register(first: ThirdParty = host()): TestRegister {
  return registerWith({ 'first-host': first, mailer }, '2026-01-10').goTo('2026-02-01');
}

function read({ ledger }: TestRegister, notice: PublishedNotice, day?: Day, words = english): NoticeInWords {
  return noticeInWords(words, ledger, notice, day);
}

function titles(at: TestRegister, notice: PublishedNotice): [string, string] {
  return [read(at, notice).title, read(at, notice, undefined, dutch).title];
}

describe('the title of a notice', () => {
  it('of the first edition counts the third parties', () => {
    const at = register();
    const first = noticeOf(at.ledger, 1);
    expect(first && titles(at, first)).toEqual([
      'First edition: 2 third parties',
      'Eerste editie: 2 derde partijen',
    ]);
  });

  it('tells who is added where, and from when', () => {
    const at = register();
    const added = at.publish({
      changes: [at.to('third-party', 'sentry', thirdParty('Sentry', { p1: processing() }))],
    });
    expect(titles(at, added)).toEqual([
      'Sentry is added (Application), from 4 March 2026',
      'Sentry wordt toegevoegd (Applicatie), vanaf 4 maart 2026',
    ]);
  });

  it('reads an addition and a removal as one replacement, when the addition says so', () => {
    const at = register();
    const ended = { ...mailer, processings: {} };
    const replaced = at.publish({
      changes: [
        at.to('third-party', 'mailer', ended),
        at.to('third-party', 'campaigner', { ...outside('Campaigner'), replaces: ['mailer'] }),
      ],
    });
    expect(titles(at, replaced)).toEqual([
      'Mailer is replaced by Campaigner (Websites)',
      'Mailer wordt vervangen door Campaigner (Websites)',
    ]);
    const [change, ...others] = read(at, replaced).changes;
    expect(others).toEqual([]);
    expect(change?.kind).toBe('replaced');
    expect(change?.replaces.map(({ id, name }) => [id, name])).toEqual([['mailer', 'Mailer']]);
  });

  it('tells that a service joins another scope, leaves one, goes, or comes back', () => {
    const at = register();
    const both = { ...mailer, processings: { ...mailer.processings, app: processing() } };
    const ended = { ...mailer, processings: {} };
    const publish = (state: ThirdParty, day: Day) =>
      at.goTo(day).publish({ changes: [at.to('third-party', 'mailer', state)] });
    const told = [
      publish(both, '2026-02-02'),
      publish(mailer, '2026-04-01'),
      publish(ended, '2026-05-01'),
      publish(mailer, '2026-07-01'),
    ].map((notice) => read(at, notice).title);
    expect(told).toEqual([
      'Mailer is also used in a further scope (Application), from 5 March 2026',
      'Mailer is removed from a scope (Application)',
      'Mailer is removed (Websites)',
      'Mailer is in use again (Websites)',
    ]);
  });

  it('names what widens, and old and new names', () => {
    const at = register();
    const publish = (state: ThirdParty, day: Day) =>
      at.goTo(day).publish({ changes: [at.to('third-party', 'mailer', state)] });
    const wider = processing({
      ...mailer.processings?.['post'],
      data: [{ term: 'email-address' }, { term: 'name' }],
    });
    const widened: ThirdParty = { ...mailer, processings: { post: wider } };
    const renamed: ThirdParty = { ...widened, entity: { ...widened.entity, name: 'Mailer Group B.V.' } };
    const rebranded: ThirdParty = { ...renamed, name: { und: 'Letterbox' } };
    const sold: ThirdParty = { ...rebranded, entity: { person: 'other', name: 'Other B.V.', country: 'NL' } };
    const told = [
      publish(widened, '2026-02-02'),
      publish(renamed, '2026-02-03'),
      publish(rebranded, '2026-02-04'),
      publish(sold, '2026-02-05'),
    ].map((notice) => read(at, notice).title);
    expect(told).toEqual([
      'Mailer: more personal data (Websites)',
      'Mailer: Mailer B.V. is now called Mailer Group B.V. (Websites)',
      'Mailer is now called Letterbox (Websites)',
      'Letterbox: Other B.V. takes the place of Mailer Group B.V. (Websites)',
    ]);
  });

  it('names a few of many', () => {
    const at = register();
    const add = (names: readonly string[]) =>
      at.publish({ changes: names.map((name) => at.to('third-party', name.toLowerCase(), outside(name))) });
    expect(read(at, add(['Ada', 'Bo'])).title).toBe('Added: Ada and Bo (Websites)');
    expect(read(at, add(['Cy', 'Di', 'Ed', 'Fay', 'Gus'])).title).toBe(
      'Added: Cy, Di, Ed and 2 others (Websites)',
    );
    const mixed = at.publish({
      changes: [
        at.to('third-party', 'hal', outside('Hal')),
        at.to('scope', 'shop', { ...WEBSITES, name: { en: 'Shop' } }),
      ],
    });
    expect(read(at, mixed).title).toBe('2 changes: Hal and Shop (Shop and Websites)');
  });

  it('tells several replacements by pairs, and of two that one replaces in the plural', () => {
    const at = register();
    const gone = [
      at.to('third-party', 'first-host', { ...host(), processings: {} }, '2026-03-04'),
      at.to('third-party', 'mailer', { ...mailer, processings: {} }, '2026-03-04'),
    ];
    const ada = thirdParty('Ada', { p1: processing() });
    const both = at.publish({
      effectiveOn: '2026-03-04',
      changes: [...gone, at.to('third-party', 'ada', { ...ada, replaces: ['first-host', 'mailer'] })],
    });
    expect(titles(at, both)).toEqual([
      'First Host and Mailer are replaced by Ada (Application and Websites), from 4 March 2026',
      'First Host en Mailer worden vervangen door Ada (Applicatie en Websites), vanaf 4 maart 2026',
    ]);
    const other = register();
    const pairs = other.publish({
      effectiveOn: '2026-03-04',
      changes: [
        ...gone,
        other.to('third-party', 'ada', { ...ada, replaces: ['first-host'] }),
        other.to('third-party', 'bo', { ...outside('Bo'), replaces: ['mailer'] }),
      ],
    });
    expect(titles(other, pairs)).toEqual([
      'Replaced: First Host by Ada and Mailer by Bo (Application and Websites), from 4 March 2026',
      'Vervangen: First Host door Ada en Mailer door Bo (Applicatie en Websites), vanaf 4 maart 2026',
    ]);
  });

  it('names the new legal entity also when it sits elsewhere, unless data moves with it', () => {
    const entity = { person: 'other', name: 'Other Inc.', country: 'US' };
    const title = (changed: Partial<Processing>) => {
      const at = register();
      const next = { ...host(changed), entity };
      return titles(at, at.publish({ changes: [at.to('third-party', 'first-host', next)] }))[0];
    };
    expect(title({})).toBe(
      'First Host: Other Inc. takes the place of First Host B.V. (Application), from 4 March 2026',
    );
    expect(title({ locations: [{ kind: 'storage', place: 'country', country: 'US' }] })).toBe(
      'First Host: another legal entity and place changed (Application), from 4 March 2026',
    );
  });

  it('calls more and less data other data, and leaves details unsaid beside what weighs more', () => {
    const at = register();
    const next = host({
      data: [{ term: 'name' }],
      dataNote: { en: 'As entered' },
      subjectMatter: { en: 'Hosting' },
    });
    expect(titles(at, at.publish({ changes: [at.to('third-party', 'first-host', next)] }))).toEqual([
      'First Host: other personal data (Application), from 4 March 2026',
      'First Host: andere persoonsgegevens (Applicatie), vanaf 4 maart 2026',
    ]);
  });

  it('speaks of a category in the plural', () => {
    const at = register();
    const banks: ThirdParty = { ...outside('Banks'), kind: 'category', name: { en: 'Banks', nl: 'Banken' } };
    expect(titles(at, at.publish({ changes: [at.to('third-party', 'banks', banks)] }))).toEqual([
      'Added: Banks (Websites)',
      'Toegevoegd: Banken (Websites)',
    ]);
  });

  it('tells what becomes of scopes without naming them twice', () => {
    const at = register();
    const publish = (day: Day, state: typeof WEBSITES) =>
      titles(at, at.goTo(day).publish({ changes: [at.to('scope', 'websites', state)] }));
    expect(publish('2026-02-01', { ...WEBSITES, capacity: 'both' })).toEqual([
      'Websites: the organisation acts in another capacity',
      'Websites: de organisatie treedt in een andere hoedanigheid op',
    ]);
    expect(publish('2026-02-02', { name: { en: 'Sites', nl: 'Sites' }, capacity: 'both' })).toEqual([
      'Websites is now called Sites',
      'Websites heet voortaan Sites',
    ]);
    const several = ['Blog', 'Shop'].map((name) =>
      at.to('scope', name.toLowerCase(), { ...WEBSITES, name: { en: name } }),
    );
    expect(titles(at, at.publish({ changes: several }))[0]).toBe('New scopes: Blog and Shop');
  });

  it('tells of scopes and of the organisation', () => {
    const at = register();
    const scope = at.publish({
      changes: [at.to('scope', 'shop', { ...WEBSITES, name: { en: 'Shop', nl: 'Winkel' } })],
    });
    expect(titles(at, scope)).toEqual(['New scope: Shop', 'Nieuw onderdeel: Winkel']);
    const moved = at.publish({
      changes: [
        {
          subject: { kind: 'organisation', id: 'organisation' },
          fields: [{ field: 'address', before: null, after: 'Dam 1' }],
        },
      ],
    });
    expect(read(at, moved).title).toBe('Example B.V.: contact details changed');
  });

  it('says from when something was so that is told late', () => {
    const at = register();
    const late = at.publish({
      changes: [at.to('third-party', 'late', outside('Late'), '2026-01-20')],
      effectiveOn: '2026-01-20',
      reason: { en: 'It was forgotten.' },
    });
    expect(read(at, late).title).toBe('Late is added (Websites), with effect from 20 January 2026');
    expect(read(at, late).marks.map(({ id, label }) => [id, label])).toEqual([
      ['late-disclosure', 'Late disclosure'],
    ]);
  });

  it('of a revision says what becomes of which notice', () => {
    const at = register();
    const add = (name: string) =>
      at.publish({
        changes: [at.to('third-party', name.toLowerCase(), thirdParty(name, { p1: processing() }))],
      });
    const sentry = add('Sentry');
    const postponed = at.publish({
      changes: [],
      revises: { action: 'postpone', edition: sentry.edition, to: '2026-04-01' },
    });
    const withdrawn = at.publish({ changes: [], revises: { action: 'withdraw', edition: sentry.edition } });
    expect(titles(at, postponed)).toEqual([
      'Notice 2 postponed to 1 April 2026: Sentry is added (Application)',
      'Kennisgeving 2 uitgesteld tot 1 april 2026: Sentry wordt toegevoegd (Applicatie)',
    ]);
    expect(titles(at, withdrawn)).toEqual([
      'Notice 2 withdrawn: Sentry is added (Application)',
      'Kennisgeving 2 ingetrokken: Sentry wordt toegevoegd (Applicatie)',
    ]);
    expect(read(at, withdrawn).revises).toEqual({
      action: 'withdraw',
      editions: [2],
      sentence: 'Withdraws notice 2. The change it announced does not take effect.',
    });
  });

  it('of a notice in effect that is taken back says that it was an error', () => {
    const at = register();
    const added = at.publish({ changes: [at.to('third-party', 'ada', outside('Ada'))] });
    const back = at.publish({
      changes: [],
      revises: { action: 'withdraw', edition: added.edition },
      reason: { en: 'It was never used.' },
    });
    expect(read(at, back).title).toBe('Notice 2 taken back, published in error: Ada is added (Websites)');
  });

  it('of an amendment or a redaction says which notices it touches', () => {
    const at = register();
    const sentry = thirdParty('Sentry', { p1: processing() });
    at.publish({ changes: [at.to('third-party', 'sentry', sentry)] });
    const field = { field: 'processings/p1/purpose/en', before: 'Hosting', after: 'Hosting it' };
    const amended = at.publish({
      changes: [],
      revises: { action: 'amend', edition: 2, amendments: [{ change: 0, fields: [field] }] },
    });
    expect(read(at, amended).title).toBe('Wording of notice 2 mended: Sentry is added (Application)');
    expect(read(at, amended).amendments).toMatchObject([
      {
        name: 'Sentry',
        fields: [
          {
            scope: { name: 'Application' },
            fields: [{ label: 'Purpose', before: ['Hosting'], after: ['Hosting it'], wording: true }],
          },
        ],
      },
    ]);
    const rows = [1, 2].map((edition) => ({ edition, digest: 'a'.repeat(64) }));
    const redacted = at.publish({ changes: [], revises: { action: 'redact', rows } });
    expect(titles(at, redacted)).toEqual([
      'Text taken out of notices 1 and 2',
      'Tekst verwijderd uit kennisgevingen 1 en 2',
    ]);
  });

  it('tells a merger in which nothing else changes', () => {
    const at = registerWith(
      { 'first-host': host(), second: thirdParty('First Host', { p2: processing() }) },
      '2026-01-10',
    );
    const ended = thirdParty('First Host', {});
    const merged = at.goTo('2026-02-01').publish({
      changes: [
        at.to('third-party', 'second', ended),
        at.to('third-party', 'first-host', {
          ...host(),
          continues: ['second'],
          processings: { p1: processing(), p2: processing() },
        }),
      ],
    });
    expect(read(at, merged).title).toBe('First Host: merged, nothing else changes (Application)');
  });
});

describe('an addition', () => {
  const sentry = thirdParty('Sentry', {
    p1: processing({
      purpose: { en: 'Error reports', nl: 'Foutmeldingen' },
      data: [{ term: 'ip-address' }, { term: 'name', certainty: 'possible' }],
      subjects: [{ term: 'users' }],
      condition: { en: 'an error occurs', nl: 'zich een fout voordoet' },
      retention: { form: 'period', period: 'P90D' },
      locations: [{ kind: 'storage', place: 'country', country: 'US' }],
      safeguards: [
        {
          ground: 'dpf',
          regime: 'eu',
          rank: 'primary',
          reference: '1',
          copyLink: 'https://www.example.com/list',
        },
      ],
    }),
  });

  function added(): { at: TestRegister; notice: PublishedNotice } {
    const at = register();
    return {
      at,
      notice: at.publish({
        changes: [at.to('third-party', 'sentry', sentry)],
        reason: { nl: 'Sneller herstel.' },
      }),
    };
  }

  it('tells the safeguard on which a transfer rests before the one that takes its place', () => {
    const framework = { ground: 'dpf', regime: 'eu', rank: 'primary' } as const;
    const clauses = { ground: 'scc', regime: 'eu', rank: 'fallback' } as const;
    const sentryWith = (safeguards: Processing['safeguards']) =>
      thirdParty('Sentry', { p1: processing({ safeguards }) });
    const at = register();
    const first = at.publish({ changes: [at.to('third-party', 'sentry', sentryWith([clauses, framework]))] });
    const facts = read(at, first).changes[0]?.facts.flatMap((section) => section.facts);
    const inOrder = ['EU–US Data Privacy Framework', 'Fallback: Standard contractual clauses (EU)'];
    expect(facts?.find(({ path }) => path === 'processings/*/safeguards')?.values).toEqual(inOrder);
  });

  it('tells every fact needed to judge it', () => {
    const { at, notice } = added();
    const [change] = read(at, notice).changes;
    const facts = change?.facts.map(({ kind, scope, facts }) => [
      kind,
      scope?.name,
      Object.fromEntries(facts.map(({ label, values }) => [label, values])),
    ]);
    expect(facts).toEqual([
      [
        'entity',
        undefined,
        { 'Legal entity': ['Sentry B.V.'], 'Country of the legal entity': ['Netherlands'] },
      ],
      [
        'added',
        'Application',
        {
          Role: ['Subprocessor'],
          Purpose: ['Error reports'],
          // As the notice printed them that day, and not as the vocabulary may read later.
          'Personal data': ['data/name (possibly)', 'data/ip-address'],
          'People concerned': ['subjects/users'],
          'Only when': ['an error occurs'],
          Retention: ['90 days'],
          Places: ['Stored in the United States'],
          'Transfer outside the European Economic Area': ['Yes: the United States'],
          Safeguards: ['EU–US Data Privacy Framework, participant 1'],
          'A copy of the safeguard': ['https://www.example.com/list'],
        },
      ],
    ]);
    expect(change?.fields).toEqual([]);
  });

  it('says “not stated” of what is needed and missing', () => {
    const at = register();
    const bare: ThirdParty = {
      kind: 'service',
      name: { und: 'Bare' },
      processings: { p1: { scope: 'websites', role: 'processor' } },
    };
    const notice = at.publish({ changes: [at.to('third-party', 'bare', bare)] });
    const missing = read(at, notice).changes[0]?.facts.flatMap(({ facts }) =>
      facts.filter(({ stated }) => !stated),
    );
    expect(missing?.map(({ label, values }) => `${label}: ${values.join()}`)).toEqual([
      'Legal entity: Not stated',
      'Country of the legal entity: Not stated',
      'Purpose: Not stated',
      'Personal data: Not stated',
      'People concerned: Not stated',
      'Retention: Not stated',
      'Places: Not stated',
      'Transfer outside the European Economic Area: Not stated',
      'Safeguards: Not stated',
    ]);
  });

  it('tells until when and how to object, in whose zone', () => {
    const { at, notice } = added();
    const told = read(at, notice, '2026-02-11');
    expect(told.announced.text).toBe('1 February 2026');
    expect(told.effective.text).toBe('4 March 2026');
    expect(told.objection).toEqual({
      day: '2026-03-03',
      text: '3 March 2026, to the end of that day (Europe/Amsterdam)',
    });
    expect(told.howToObject).toEqual({
      mailbox: 'objections@example.com',
      sentence:
        'Write to objections@example.com before the deadline. Name the notice (2) and the third party, and give your reasons.',
    });
    expect(told.periods).toEqual({ notice: '30 days', objection: '30 days' });
    expect(told.summary).toBe(
      'Announced on 1 February 2026, in effect from 4 March 2026. Objections are possible until 3 March 2026, to the end of that day (Europe/Amsterdam).',
    );
  });

  it('shows a reason that exists in another language only, and says in which', () => {
    const { at, notice } = added();
    expect(read(at, notice).reason).toMatchObject({
      value: 'Sneller herstel.',
      language: 'nl',
      fallback: true,
    });
  });

  it('tells where it stands on the day asked', () => {
    const { at, notice } = added();
    const standing = (day: Day) => read(at, notice, day).standing;
    expect(standing('2026-03-03')).toMatchObject({ countdown: 'Last day to object' });
    expect(standing('2026-02-11')?.state).toEqual({ id: 'objection-open', label: 'Objections possible' });
    expect(standing('2026-03-04')).toMatchObject({ state: { id: 'effective' }, objectionOpen: false });
    expect(standing('2026-03-04')?.countdown).toBeUndefined();
    expect(read(at, notice, '2026-03-04').howToObject?.sentence).toBe(
      'The objection period of this notice ended on 3 March 2026.',
    );
    expect(read(at, notice).standing).toBeUndefined();
  });

  it('tells what revised it, and its new day', () => {
    const { at, notice } = added();
    at.goTo('2026-02-05').publish({
      changes: [],
      revises: { action: 'postpone', edition: 2, to: '2026-04-01' },
    });
    const told = read(at, notice, '2026-02-11');
    expect(told.effective.text).toBe('4 March 2026');
    expect(told.standing?.effective.text).toBe('1 April 2026');
    expect(told.standing?.revisedBy).toEqual([
      { edition: 3, sentence: 'Postponed to 1 April 2026 by notice 3' },
    ]);
    at.goTo('2026-02-20').publish({ changes: [], revises: { action: 'withdraw', edition: 2 } });
    const withdrawn = read(at, notice, '2026-02-21');
    expect(withdrawn.standing?.state.id).toBe('withdrawn');
    expect(withdrawn.howToObject).toBeUndefined();
  });
});

describe('a change of fields', () => {
  function changed(before: Partial<Processing>, after: Partial<Processing>, words = english) {
    const at = register(host(before));
    const notice = at.publish({ changes: [at.to('third-party', 'first-host', host(after))] });
    return read(at, notice, undefined, words).changes[0]?.fields ?? [];
  }

  it('compares a set as a set', () => {
    const [group] = changed(
      { data: [{ term: 'name' }, { term: 'cookies' }] },
      { data: [{ term: 'ip-address' }, { term: 'name' }, { term: 'phone-number' }] },
    );
    expect(group).toMatchObject({
      processing: 'p1',
      scope: { id: 'application', name: 'Application' },
      purpose: 'Hosting',
    });
    expect(group?.fields).toEqual([
      {
        field: 'processings/p1/data',
        label: 'Personal data',
        kind: 'set',
        added: ['data/phone-number', 'data/ip-address'],
        removed: ['data/cookies'],
        unchanged: ['Name'],
      },
    ]);
  });

  it('tells a period and its terms in one sentence', () => {
    const [group] = changed(
      { retention: { form: 'period', period: 'P45D' } },
      {
        retention: { form: 'after-event', period: 'P1Y' },
        retentionTerms: { en: 'after the user leaves', nl: 'nadat de gebruiker vertrekt' },
      },
      dutch,
    );
    expect(group?.fields).toEqual([
      {
        field: 'processings/p1/retention',
        label: 'Bewaartermijn',
        kind: 'value',
        before: ['45 dagen'],
        after: ['1 jaar nadat de gebruiker vertrekt'],
      },
    ]);
  });

  it('shows a text in each of its languages, and which of them only repeats the reader’s', () => {
    const before = { purpose: { en: 'Hosting', nl: 'Hosten' } };
    const after = { purpose: { en: 'Hosting and mail', nl: 'Hosten en post' } };
    const fields = changed(before, after, dutch)[0]?.fields;
    expect(
      fields?.map(({ language, repeats, before: was, after: is }) => [language, repeats, was, is]),
    ).toEqual([
      ['en', true, ['Hosting'], ['Hosting and mail']],
      ['nl', undefined, ['Hosten'], ['Hosten en post']],
    ]);
  });

  it('leaves out “before” of what was not stated, and “after” of what is stated no more', () => {
    const [stated] = changed({}, { specialCategories: 'no' })[0]?.fields ?? [];
    expect(stated).toEqual({
      field: 'processings/p1/specialCategories',
      label: 'Special categories of data',
      kind: 'value',
      after: ['No'],
    });
    const [gone] = changed({ use: 'opt-in' }, {})[0]?.fields ?? [];
    expect(gone).toMatchObject({ label: 'Use', before: ['Only when switched on'] });
    expect(gone).not.toHaveProperty('after');
  });

  it('marks what is mere wording', () => {
    const at = register();
    const field = { field: 'processings/p1/purpose/en', before: 'Hosting', after: 'Hosting of it' };
    const notice = at.publish({
      changes: [
        { subject: { kind: 'third-party', id: 'first-host' }, fields: [{ ...field, wording: true }] },
      ],
    });
    const told = read(at, notice);
    expect(told.changes[0]?.fields[0]?.fields[0]?.wording).toBe(true);
    expect([told.title, told.class.label]).toEqual(['First Host: wording mended (Application)', 'Editorial']);
  });

  it('tells every value as a reader would say it', () => {
    const at = register();
    const full: ThirdParty = {
      ...host(),
      affiliate: true,
      parent: { name: 'Holding', country: 'US' },
      representatives: [{ regime: 'uk', name: 'Rep Ltd', address: 'London' }],
      contractingEntities: [{ customers: 'Europe', name: 'Host SARL', country: 'LU' }],
      engagedBy: 'mailer',
      certifications: [{ name: 'ISO 27001', scope: 'Hosting', validUntil: '2027-01-01' }],
      ai: { trainsOnData: 'opt-out', retention: 'P30D' },
      outdated: ['processings/p1/purpose/nl'],
      processings: { p1: processing({ legalBasis: ['6-1-f'], use: 'optional', retentionInBackups: 'P7D' }) },
    };
    const notice = at.publish({ changes: [at.to('third-party', 'first-host', full)] });
    const told = read(at, notice).changes[0]?.fields.flatMap(({ fields }) =>
      fields.map(({ label, after = [], added = [] }) => `${label}: ${[...after, ...added].join()}`),
    );
    expect(told?.sort()).toEqual([
      'Affiliate of the organisation: Yes',
      'Certifications: ISO 27001 (Hosting), valid until 1 January 2027',
      'Contracting entity per customer region: Europe: Host SARL (Luxembourg)',
      'Country of the parent company: United States',
      'Engaged by: Mailer',
      'Legal basis: Legitimate interests (GDPR Art. 6(1)(f))',
      'Parent company: Holding',
      'Representatives: Rep Ltd, London (United Kingdom)',
      'Retention by the AI model provider: 30 days',
      'Retention in backups: 7 days',
      'Trains AI on the data: Unless one objects (opt-out)',
      'Translations to be confirmed: Purpose (Dutch)',
      'Use: Can be switched off',
    ]);
  });

  it('of a processing that begins or ends is told by its facts', () => {
    const at = register();
    const notice = at.publish({
      changes: [
        at.to(
          'third-party',
          'first-host',
          thirdParty('First Host', { p2: processing({ purpose: { en: 'Mail' } }) }),
        ),
      ],
    });
    const [change] = read(at, notice).changes;
    expect(change?.facts.map(({ kind, processing: id }) => [kind, id])).toEqual([
      ['entity', undefined],
      ['added', 'p2'],
      ['removed', 'p1'],
    ]);
    expect(change?.fields).toEqual([]);
  });
});

describe('a notice without a day asked', () => {
  it('reads the same for ever, whatever is published later', () => {
    const at = register();
    const early: { notice: PublishedNotice; told: NoticeInWords[] }[] = [];
    const remember = (notice: PublishedNotice): PublishedNotice => {
      early.push({ notice, told: [read(at, notice), read(at, notice, undefined, dutch)] });
      return notice;
    };
    const sentry = thirdParty('Sentry', { p1: processing() });
    const planned = remember(at.publish({ changes: [at.to('third-party', 'sentry', sentry)] }));
    remember(
      at.publish({ changes: [at.to('third-party', 'mailer', { ...mailer, name: { und: 'Letterbox' } })] }),
    );
    remember(
      at.publish({
        changes: [],
        revises: { action: 'postpone', edition: planned.edition, to: '2026-04-01' },
      }),
    );
    remember(
      at.publish({
        changes: [at.to('scope', 'application', { name: { en: 'Platform' }, capacity: 'both' })],
      }),
    );
    remember(at.publish({ changes: [], revises: { action: 'withdraw', edition: planned.edition } }));
    const back = at.to('organisation', 'organisation', {
      ...organisationOf(at),
      objectionMailbox: 'other@example.com',
    });
    remember(at.publish({ changes: [back] }));
    remember(
      at.publish({
        changes: [at.to('third-party', 'sentry', { ...sentry, name: { und: 'Sentry Two' } }, '2026-02-02')],
      }),
    );
    for (const { notice, told } of early)
      expect([read(at, notice), read(at, notice, undefined, dutch)]).toEqual(told);
  });

  function organisationOf(at: TestRegister): Organisation {
    const fields = noticeOf(at.ledger, 1)?.changes[0]?.fields ?? [];
    const values = fields.flatMap((field) => ('after' in field ? [[field.field, field.after] as const] : []));
    return organisationSchema.parse(Object.fromEntries(values));
  }

  it('has a heading that is the beginning of the whole reading', () => {
    const at = register();
    const notice = at.publish({ changes: [at.to('third-party', 'ada', outside('Ada'))] });
    expect(read(at, notice, '2026-02-01')).toMatchObject(
      noticeHeading(english, at.ledger, notice, '2026-02-01'),
    );
  });
});

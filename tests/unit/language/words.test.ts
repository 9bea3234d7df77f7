import { describe, expect, it } from 'vitest';
import { loadContent } from '../../../src/content.ts';
import { CHANGE_TYPES, DIRECTIONS, NOTICE_CLASSES } from '../../../src/domain/change-types.ts';
import { FIELDS } from '../../../src/domain/fields/table.ts';
import { GAP_REASONS } from '../../../src/domain/gaps.ts';
import { LIFECYCLE_STATES } from '../../../src/domain/lifecycle.ts';
import { MARKS } from '../../../src/domain/notice.ts';
import { PROBLEM_CODES } from '../../../src/domain/problem.ts';
import {
  GROUNDS,
  REGIMES,
  ROLES,
  USES,
  type Location,
  type Safeguard,
} from '../../../src/domain/subjects/processing.ts';
import { CAPACITIES } from '../../../src/domain/subjects/scope.ts';
import { SUBJECT_KINDS } from '../../../src/domain/subjects/subject.ts';
import { THIRD_PARTY_KINDS } from '../../../src/domain/subjects/third-party.ts';
import { wordsFor, type MessageKey } from '../../../src/language/words.ts';

const content = loadContent();
const english = wordsFor(content, 'en');
const dutch = wordsFor(content, 'nl');

describe('words for the fixed words of the registry', () => {
  const both = [english, dutch];

  it('name every public field', () => {
    for (const words of both)
      for (const kind of SUBJECT_KINDS)
        for (const { path } of FIELDS[kind])
          expect(words.fieldName(kind, path.replace('*', 'p1'))).not.toBe('');
  });

  it('name a text by its path with language, without repeating the language', () => {
    expect(english.fieldName('third-party', 'processings/p1/purpose/nl')).toBe('Purpose');
    expect(dutch.fieldName('organisation', 'noticePeriod')).toBe('Kennisgevingstermijn');
  });

  it('name every type, direction, class, mark, role, state, kind, use, capacity', () => {
    const keys = [
      ...CHANGE_TYPES.flatMap((type) => [`type.${type}`, `notice-title.type.${type}`]),
      ...DIRECTIONS.flatMap((direction) => [`direction.${direction}`, `direction.${direction}.hint`]),
      ...NOTICE_CLASSES.flatMap((name) => [`class.${name}`, `class.${name}.hint`]),
      ...MARKS.flatMap((mark) => [`mark.${mark}`, `mark.${mark}.hint`]),
      ...ROLES.flatMap((role) => [`role.${role}`, `role.${role}.hint`]),
      ...LIFECYCLE_STATES.map((state) => `state.${state}`),
      ...THIRD_PARTY_KINDS.map((kind) => `kind.${kind}`),
      ...USES.map((use) => `use.${use}`),
      ...CAPACITIES.map((capacity) => `capacity.${capacity}`),
      ...GROUNDS.map((ground) => `safeguard.short.${ground}`),
      ...REGIMES.map((regime) => `regime.${regime}`),
    ] as MessageKey[];
    for (const words of both) for (const key of keys) expect(words.t(key)).not.toBe('');
  });

  it('tell every problem and every gap, whatever it says of itself', () => {
    for (const words of both) {
      for (const code of PROBLEM_CODES.filter((name) => name !== 'gap'))
        expect(words.problem({ code, edition: 3, value: 'x' })).toMatch(/[.:x]/);
      for (const code of PROBLEM_CODES.filter((name) => name !== 'gap'))
        expect(words.problem({ code })).not.toBe('');
      for (const value of GAP_REASONS) expect(words.problem({ code: 'gap', value })).not.toContain(value);
    }
  });

  it('name the notice in the way only when there is one', () => {
    expect(english.problem({ code: 'conflict', edition: 1234 })).toContain('Notice 1234 is in the way.');
    expect(english.problem({ code: 'conflict' })).not.toContain('Notice');
    expect(english.problem({ code: 'invalid-value', value: '' })).toContain('still to be chosen');
  });

  it('refuse a message with a hole in it', () => {
    expect(() => english.t('register.edition')).toThrow();
  });
});

describe('days, periods, countries and lists', () => {
  it('are written as the language does', () => {
    expect([english.day('2026-12-22'), dutch.day('2026-12-22')]).toEqual([
      '22 December 2026',
      '22 december 2026',
    ]);
    expect([english.dayShort('2026-12-22'), dutch.dayShort('2026-12-22')]).toEqual([
      '22 Dec 2026',
      '22 dec 2026',
    ]);
    expect([english.country('US'), dutch.country('US')]).toEqual(['United States', 'Verenigde Staten']);
    expect([english.list(['a', 'b', 'c']), dutch.list(['a', 'b', 'c'])]).toEqual(['a, b and c', 'a, b en c']);
    expect([english.languageName('nl'), dutch.languageName('nl')]).toEqual(['Dutch', 'Nederlands']);
  });

  it('keep a legal day the day it is, wherever the reader is', () => {
    expect(english.day('2026-01-01')).toBe('1 January 2026');
    expect(english.day('2024-02-29')).toBe('29 February 2024');
  });

  it('tell an instant in the zone asked, and say which', () => {
    expect(english.instant('2026-11-22T23:30:00.000Z', 'Europe/Amsterdam')).toBe(
      '23 November 2026 at 00:30 (Europe/Amsterdam)',
    );
    expect(dutch.instant('2026-11-22T23:30:00.000Z', 'UTC')).toBe('22 november 2026 om 23:30 (UTC)');
  });

  it('tell durations in their own units', () => {
    const durations = ['P45D', 'P14M', 'P1Y', 'P1D', 'PT12H', 'P1Y6M', 'P0D', 'P2W'];
    expect(durations.map(english.duration)).toEqual([
      '45 days',
      '14 months',
      '1 year',
      '1 day',
      '12 hours',
      '1 year, 6 months',
      '0 days',
      '2 weeks',
    ]);
    expect(durations.map(dutch.period)).toEqual([
      '45 dagen',
      '14 maanden',
      '1 jaar',
      '1 dag',
      '12 uur',
      '1 jaar en 6 maanden',
      '0 dagen',
      '2 weken',
    ]);
  });

  it('show a code that no country has as it is', () => {
    expect(english.country('QZ')).toBe('QZ');
  });

  it('count days left, the last day as such', () => {
    expect([0, 1, 20].map((days) => english.t('state.objection-days', { days }))).toEqual([
      'Last day to object',
      '1 day left to object',
      '20 days left to object',
    ]);
    expect([0, 1, 20].map((days) => dutch.t('state.objection-days', { days }))).toEqual([
      'Laatste dag voor bezwaar',
      'Nog 1 dag voor bezwaar',
      'Nog 20 dagen voor bezwaar',
    ]);
  });
});

describe('a published text', () => {
  it('is shown in the reader’s language, else in one for all, else in the publisher’s, else in any', () => {
    const words = wordsFor(content, 'nl', 'de');
    expect(words.text({ en: 'Mail', nl: 'Post' })).toMatchObject({
      value: 'Post',
      language: 'nl',
      fallback: false,
    });
    expect(words.text({ en: 'Mail', und: 'Postmark' })).toMatchObject({ value: 'Postmark', fallback: false });
    expect(words.text({ en: 'Mail', de: 'Versand' })).toMatchObject({
      value: 'Versand',
      language: 'de',
      fallback: true,
    });
    expect(words.text({ fr: 'Courrier', en: 'Mail' })).toMatchObject({
      value: 'Mail',
      language: 'en',
      fallback: true,
    });
    expect(words.text(undefined)).toBeUndefined();
  });

  it('says when it is outdated in the language shown', () => {
    const text = { en: 'Mail', nl: 'Post' };
    const outdated = { paths: ['processings/p1/purpose/nl'], path: 'processings/p1/purpose' };
    expect(dutch.text(text, outdated)?.outdated).toBe(true);
    expect(english.text(text, outdated)?.outdated).toBe(false);
    expect(dutch.text(text, { paths: undefined, path: 'name' })?.outdated).toBe(false);
  });

  it('in a language the interface does not speak stands among English words', () => {
    const words = wordsFor(content, 'fr');
    expect(words.text({ en: 'Mail', fr: 'Courrier' })?.value).toBe('Courrier');
    expect(words.t('general.not-stated')).toBe('Not stated');
  });
});

describe('a fact of which a part is in another language', () => {
  it('is told in that language throughout, which it names', () => {
    const terms = { en: 'after the user deletes the files' };
    const retention = { form: 'after-event', period: 'P1Y' } as const;
    expect(dutch.retentionText(retention, terms)).toMatchObject({
      value: '1 year after the user deletes the files',
      language: 'en',
      fallback: true,
    });
    expect(dutch.retentionText(retention, { nl: 'na het wissen' })).toMatchObject({
      value: '1 jaar na het wissen',
      fallback: false,
    });
    expect(dutch.categoryText('data', { text: { en: 'Shoe size' }, certainty: 'possible' })).toMatchObject({
      value: 'Shoe size (possibly)',
      language: 'en',
      fallback: true,
    });
  });

  it('keeps the reader’s words around a text that the interface does not speak', () => {
    expect(dutch.categoryText('data', { text: { fr: 'Pointure' }, certainty: 'possible' })).toMatchObject({
      value: 'Pointure (mogelijk)',
      language: 'fr',
      fallback: true,
    });
  });

  it('says of a label of the vocabulary in which language it is', () => {
    const french = wordsFor(content, 'fr');
    const name = { term: 'name' };
    expect(french.categoryText('data', name)).toMatchObject({
      value: 'Name',
      language: 'en',
      fallback: true,
    });
    expect(french.legal('notice')).toMatchObject({ lang: 'en' });
    expect(dutch.legal('notice').lang).toBeUndefined();
    expect(dutch.categoryText('data', { term: 'telex-number' })).toMatchObject({
      value: 'telex-number',
      fallback: false,
    });
  });
});

describe('categories', () => {
  it('are told by the vocabulary, with how certain they are', () => {
    expect(english.category('data', { term: 'message-content', certainty: 'possible' })).toBe(
      'Content of the message (possibly)',
    );
    expect(dutch.category('data', { term: 'phone-number', certainty: 'optional' })).toBe(
      'Telefoonnummer (facultatief)',
    );
    expect(english.category('data', { text: { en: 'Shoe size' } })).toBe('Shoe size');
  });

  it('are told by the labels a notice printed, where there are any', () => {
    const labels = { 'data/email-address': { en: 'Mail address', nl: 'Mailadres' } };
    expect(english.term('data', 'email-address', labels)).toBe('Mail address');
    expect(english.term('data', 'name', labels)).toBe('Name');
  });

  it('that no vocabulary knows any more are told by their id', () => {
    expect(english.term('data', 'telex-number')).toBe('telex-number');
  });

  it('stand in the order of the vocabulary, free text last', () => {
    const members = [
      { text: { en: 'Shoe size' } },
      { term: 'ip-address' },
      { term: 'unknown' },
      { term: 'name' },
    ];
    expect(english.categories('data', members)).toEqual(['Name', 'IP address', 'unknown', 'Shoe size']);
    expect(english.categories('data', undefined)).toEqual([]);
  });
});

describe('places', () => {
  const chicago: Location = { kind: 'storage', place: 'country', country: 'US', city: 'Chicago' };

  it('are told as sentences, with the article a country has', () => {
    expect(english.location(chicago)).toBe('Stored in the United States (Chicago)');
    expect(dutch.location(chicago)).toBe('Opgeslagen in de Verenigde Staten (Chicago)');
    expect(dutch.location({ kind: 'access', place: 'country', country: 'GB' })).toBe(
      'Toegankelijk vanuit het Verenigd Koninkrijk',
    );
    expect(english.location({ kind: 'processing', place: 'country', country: 'DE' })).toBe(
      'Processed in Germany',
    );
  });

  it('may be a group, worldwide, chosen by the customer of the service, or not stated', () => {
    expect(english.location({ kind: 'backup', place: 'group', group: 'EEA' })).toBe(
      'Backed up in the European Economic Area',
    );
    expect(english.location({ kind: 'cdn', place: 'group', group: 'worldwide' })).toBe(
      'Delivered through a worldwide network',
    );
    expect(english.location({ kind: 'storage', place: 'chosen-by-customer' })).toBe(
      'Stored where the service’s customer chooses',
    );
    expect(dutch.location({ kind: 'storage', place: 'not-stated' })).toBe('Plaats van opslag niet vermeld');
  });

  it('are told alone where the kind stands elsewhere', () => {
    expect(english.place(chicago)).toBe('United States (Chicago)');
    expect(english.place({ kind: 'storage', place: 'group', group: 'EU' })).toBe('European Union');
    expect(english.place({ kind: 'storage', place: 'not-stated' })).toBe('Place not stated');
    expect([english.placeName('EEA'), english.placeName('NL')]).toEqual([
      'European Economic Area',
      'Netherlands',
    ]);
  });
});

describe('safeguards', () => {
  const clauses: Safeguard = {
    ground: 'scc',
    regime: 'eu',
    rank: 'primary',
    modules: ['3'],
    destinations: ['US'],
  };
  const framework: Safeguard = { ground: 'dpf', regime: 'eu', rank: 'primary', reference: '5780' };

  it('are told in plain words', () => {
    expect(english.safeguard(clauses)).toBe(
      'Standard contractual clauses (EU), module 3, covering the United States',
    );
    expect(dutch.safeguard({ ...clauses, modules: ['2', '3'], destinations: ['AU', 'US'] })).toBe(
      'Standaardcontractbepalingen (EU), modules 2 en 3, voor Australië en de Verenigde Staten',
    );
    expect(english.safeguard({ ...framework, validUntil: '2027-09-13' })).toBe(
      'EU–US Data Privacy Framework, participant 5780, valid until 13 September 2027',
    );
  });

  it('stand in one line, the primary one first, a fallback told as such', () => {
    expect(english.safeguards([{ ...clauses, rank: 'fallback' }, framework])).toBe(
      'EU–US Data Privacy Framework, participant 5780; fallback: Standard contractual clauses (EU), module 3, covering the United States',
    );
    expect(english.safeguard({ ground: 'bcr', regime: 'uk', rank: 'fallback' })).toBe(
      'Fallback: Binding corporate rules (UK)',
    );
  });

  it('that are not there are not stated, which is not the same as none', () => {
    expect(english.safeguards(undefined)).toBe('Not stated');
    expect(english.safeguards([{ ground: 'none', regime: 'eu', rank: 'primary' }])).toBe('No safeguard');
  });

  it('of every ground and law have words', () => {
    for (const words of [english, dutch])
      for (const ground of GROUNDS)
        for (const regime of REGIMES)
          expect(words.safeguard({ ground, regime, rank: 'primary' })).not.toBe('');
  });
});

describe('retention', () => {
  it('is told in every form', () => {
    const tell = english.retention;
    expect(tell({ form: 'period', period: 'P45D' }, undefined)).toBe('45 days');
    expect(tell({ form: 'period', period: 'P45D' }, { en: 'rolling' })).toBe('45 days (rolling)');
    expect(tell({ form: 'after-event', period: 'P1Y' }, { en: 'after the user deletes the files' })).toBe(
      '1 year after the user deletes the files',
    );
    expect(tell({ form: 'criterion', atMost: 'P14M' }, { en: 'as long as the session lasts' })).toBe(
      'At most 14 months: as long as the session lasts',
    );
    expect(tell({ form: 'criterion' }, { en: 'Some hours' })).toBe('Some hours');
    expect(tell({ form: 'legal-duty', period: 'P7Y' }, { en: 'required by tax law' })).toBe(
      '7 years, required by tax law',
    );
    expect(tell(undefined, undefined)).toBe('Not stated');
  });

  it('says what is missing in a form that is not whole', () => {
    expect(english.retention({ form: 'after-event', period: 'P1Y' }, undefined)).toBe(
      '1 year after an event that is not stated',
    );
    expect(english.retention({ form: 'criterion' }, undefined)).toBe('By a criterion that is not stated');
    expect(english.retention({ form: 'criterion', atMost: 'P1M' }, undefined)).toBe(
      'At most 1 month; the criterion is not stated',
    );
    expect(english.retention({ form: 'legal-duty', period: 'P7Y' }, undefined)).toBe(
      '7 years, required by law',
    );
    expect(english.retention({ form: 'legal-duty' }, undefined)).toBe('As long as the law requires');
    expect(english.retention({ form: 'legal-duty' }, { en: 'tax law' })).toBe(
      'As long as the law requires: tax law',
    );
    expect(english.retention(undefined, { en: 'Some weeks' })).toBe('Some weeks');
  });

  it('is told in Dutch', () => {
    expect(
      dutch.retention(
        { form: 'after-event', period: 'P1Y' },
        { en: 'after the user deletes the files', nl: 'nadat de gebruiker de bestanden heeft verwijderd' },
      ),
    ).toBe('1 jaar nadat de gebruiker de bestanden heeft verwijderd');
  });
});

describe('the law', () => {
  it('is cited from one file, in the reader’s language', () => {
    expect(english.legal('basis-6-1-f')).toMatchObject({
      label: 'Legitimate interests',
      citation: 'GDPR Art. 6(1)(f)',
    });
    expect(dutch.legal('notice').citation).toContain('art. 28 lid 2 AVG');
  });
});

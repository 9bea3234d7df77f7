import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadContent } from '../../../src/content.ts';
import { diff } from '../../../src/domain/diff.ts';
import { FIELDS, leafAt } from '../../../src/domain/fields/table.ts';
import { normalise } from '../../../src/domain/leaves.ts';
import type { Location, Processing } from '../../../src/domain/subjects/processing.ts';
import { SUBJECT_KINDS, type SubjectKind, type SubjectStates } from '../../../src/domain/subjects/subject.ts';
import type { ThirdParty } from '../../../src/domain/subjects/third-party.ts';
import { changedFields } from '../../../src/language/changed-fields.ts';
import type { ValueContext } from '../../../src/language/field-values.ts';
import { useMeanings } from '../../../src/language/meanings/use.ts';
import { wordsFor } from '../../../src/language/words.ts';
import { stateOfKind } from '../../support/random-states.ts';
import { APPLICATION, ORGANISATION_STATE, processing, thirdParty } from '../../support/register.ts';

const content = loadContent();

function contextIn(language: string): ValueContext {
  const names: Readonly<Record<string, string>> = { application: 'Application', websites: 'Websites' };
  return {
    words: wordsFor(content, language),
    scopeName: (id) => names[id] ?? id,
    thirdPartyName: (id) => id,
  };
}

const CONTEXTS = [contextIn('en'), contextIn('nl')] as const;

/** What leads from one state to another, in English and in Dutch, each sentence with its mark. */
function meanings<Kind extends SubjectKind>(
  kind: Kind,
  before: SubjectStates[Kind],
  after: SubjectStates[Kind],
): [string[], string[]] {
  const states = { before: normalise(kind, before), after: normalise(kind, after) };
  const changes = diff(kind, states.before, states.after);
  const [english, dutch] = CONTEXTS.map((context) =>
    changedFields(context, { kind, ...states }, changes).meanings.map(
      ({ mark, sentence }) => `${{ added: '+', removed: '−', changed: '~' }[mark]} ${sentence}`,
    ),
  );
  return [english ?? [], dutch ?? []];
}

/** The same where only the one processing of a third party differs. */
function ofProcessing(before: Partial<Processing>, after: Partial<Processing>): [string[], string[]] {
  return meanings(
    'third-party',
    thirdParty('Host', { p1: processing(before) }),
    thirdParty('Host', { p1: processing(after) }),
  );
}

function ofThirdParty(before: Partial<ThirdParty>, after: Partial<ThirdParty>): [string[], string[]] {
  return meanings('third-party', thirdParty('Host', {}, before), thirdParty('Host', {}, after));
}

describe('what a change of the personal data means', () => {
  it('is that there is more of it, or less', () => {
    expect(
      ofProcessing(
        { data: [{ term: 'email-address' }, { term: 'ip-address' }] },
        { data: [{ term: 'email-address' }, { term: 'phone-number' }] },
      ),
    ).toEqual([
      ['+ Personal data now also includes: phone number.', '− Personal data no longer includes: IP address.'],
      [
        '+ Persoonsgegevens omvatten nu ook: telefoonnummer.',
        '− Persoonsgegevens omvatten niet langer: IP-adres.',
      ],
    ]);
  });

  it('is that a category became certain, which is no other category', () => {
    expect(
      ofProcessing(
        { data: [{ term: 'email-address' }, { term: 'name', certainty: 'possible' }] },
        { data: [{ term: 'email-address' }, { term: 'name' }] },
      ),
    ).toEqual([
      ['~ Personal data: now Name (was Name (possibly)).'],
      ['~ Persoonsgegevens: nu Naam (was Naam (mogelijk)).'],
    ]);
  });

  it('tells free text as it was written', () => {
    const [english] = ofProcessing(
      { data: [{ term: 'name' }] },
      { data: [{ term: 'name' }, { text: { en: 'Notes by Anna Inc.' } }] },
    );
    expect(english).toEqual(['+ Personal data now also includes: Notes by Anna Inc.']);
  });

  it('is told of the people concerned, and of special categories', () => {
    expect(
      ofProcessing(
        { subjects: [{ term: 'customers' }], specialCategories: 'no' },
        { subjects: [{ term: 'customers' }, { term: 'employees' }], specialCategories: 'yes' },
      ),
    ).toEqual([
      [
        '+ People concerned now also include: employees.',
        '+ Special categories of personal data are now included.',
      ],
      ['+ Betrokkenen zijn nu ook: medewerkers.', '+ Het gaat nu ook om bijzondere persoonsgegevens.'],
    ]);
  });
});

describe('what a change of the time means', () => {
  const period = (text: string): Partial<Processing> => ({ retention: { form: 'period', period: text } });

  it('is that it is longer or shorter, where that can be said', () => {
    expect(ofProcessing(period('P30D'), period('P90D'))).toEqual([
      ['~ Kept longer: 90 days instead of 30 days.'],
      ['~ Langer bewaard: 90 dagen in plaats van 30 dagen.'],
    ]);
    expect(ofProcessing(period('P90D'), period('P30D'))[0]).toEqual([
      '~ Kept for a shorter time: 30 days instead of 90 days.',
    ]);
  });

  it('is only that it is another, where a month is compared with days, or a period with a criterion', () => {
    expect(ofProcessing(period('P1M'), period('P30D'))[0]).toEqual([
      '~ How long it is kept has changed. Now: 30 days. Was: 1 month.',
    ]);
    const [english] = ofProcessing(period('P30D'), {
      retention: { form: 'criterion' },
      retentionTerms: { en: 'Until the account is closed' },
    });
    expect(english).toEqual([
      '~ How long it is kept has changed. Now: Until the account is closed. Was: 30 days.',
    ]);
  });

  it('is that it is stated, or no longer', () => {
    const [english] = meanings(
      'third-party',
      thirdParty('Host', { p1: { scope: 'application', role: 'subprocessor' } }),
      thirdParty('Host', { p1: { scope: 'application', role: 'subprocessor', ...period('P30D') } }),
    );
    expect(english).toEqual(['~ How long it is kept is now stated: 30 days.']);
  });

  it('is told of backups and of the time after the contract by their names', () => {
    expect(ofProcessing({ retentionInBackups: 'P30D' }, { retentionInBackups: 'P90D' })).toEqual([
      ['~ Retention in backups: longer, 90 days instead of 30 days.'],
      ['~ Bewaartermijn in back-ups: langer, 90 dagen in plaats van 30 dagen.'],
    ]);
  });
});

describe('what a change of place means', () => {
  const stored = (...countries: string[]): Partial<Processing> => ({
    locations: countries.map((country) => ({ kind: 'storage', place: 'country', country })),
  });

  it('is that data is also somewhere else, or no longer there', () => {
    expect(ofProcessing(stored('NL'), stored('NL', 'US'))).toEqual([
      ['+ Now also stored in the United States.'],
      ['+ Nu ook opgeslagen in de Verenigde Staten.'],
    ]);
    expect(ofProcessing(stored('NL', 'US'), stored('NL'))[0]).toEqual([
      '− No longer stored in the United States.',
    ]);
  });

  it('is that it moved, when it left where it was', () => {
    expect(ofProcessing(stored('DE'), stored('US'))).toEqual([
      ['~ Now stored in the United States instead of Germany.'],
      ['~ Nu opgeslagen in de Verenigde Staten in plaats van Duitsland.'],
    ]);
  });

  it('is that it moved also where members are written in the order in which a ledger keeps them', () => {
    const kept = (country: string) =>
      JSON.parse(`{"country":"${country}","kind":"storage","place":"country"}`) as Location;
    expect(ofProcessing({ locations: [kept('DE')] }, { locations: [kept('US')] })[0]).toEqual([
      '~ Now stored in the United States instead of Germany.',
    ]);
  });

  it('is told kind by kind, and in general of what has no name', () => {
    const [english] = ofProcessing(stored('NL'), {
      locations: [
        { kind: 'storage', place: 'country', country: 'NL' },
        { kind: 'access', place: 'country', country: 'IN', city: 'Pune' },
        { kind: 'cdn', place: 'group', group: 'worldwide' },
        { kind: 'backup', place: 'chosen-by-customer' },
      ],
    });
    expect(english).toEqual([
      '+ Now accessible from India (Pune).',
      '+ Places, added: Backed up where the service’s customer chooses.',
      '+ Places, added: Delivered through a worldwide network.',
    ]);
  });
});

describe('what a change of the safeguard means', () => {
  const dpf = { ground: 'dpf', regime: 'eu', rank: 'primary' } as const;
  const scc = { ground: 'scc', regime: 'eu', rank: 'primary' } as const;

  it('is that another one holds', () => {
    expect(ofProcessing({ safeguards: [dpf] }, { safeguards: [scc] })).toEqual([
      ['~ Safeguard changed. Now: Standard contractual clauses (EU). Before: EU–US Data Privacy Framework.'],
      ['~ Waarborg gewijzigd. Nu: Standaardcontractbepalingen (EU). Voorheen: EU-VS Data Privacy Framework.'],
    ]);
  });

  it('is that it comes beside others, or is no longer among them', () => {
    const fallback = { ...scc, rank: 'fallback' } as const;
    expect(ofProcessing({ safeguards: [dpf] }, { safeguards: [dpf, fallback] })[0]).toEqual([
      '+ Safeguards, added: Fallback: Standard contractual clauses (EU).',
    ]);
    expect(ofProcessing({ safeguards: [dpf, fallback] }, { safeguards: [dpf] })[0]).toEqual([
      '− Safeguards, removed: Fallback: Standard contractual clauses (EU).',
    ]);
  });

  it('is less when only a date of it is another', () => {
    const [english] = ofProcessing(
      { safeguards: [dpf] },
      { safeguards: [{ ...dpf, validUntil: '2027-01-31' }] },
    );
    expect(english[0]).toMatch(/^~ Details of the safeguard changed: /);
  });
});

describe('what a change of who it is means', () => {
  it('is that a legal person bears another name, or that another stands behind the service', () => {
    const entity = { person: 'redis', name: 'Redis Labs Inc.', country: 'US' };
    expect(ofThirdParty({ entity }, { entity: { ...entity, name: 'Redis Inc.' } })[0]).toEqual([
      '~ The legal entity behind it is now called Redis Inc. (was Redis Labs Inc.); it is the same legal person.',
    ]);
    expect(
      ofThirdParty({ entity }, { entity: { ...entity, person: 'redis-2', name: 'Redis Inc.' } }),
    ).toEqual([
      ['~ The legal entity behind it is now Redis Inc. (was Redis Labs Inc.).'],
      ['~ De juridische entiteit erachter is nu Redis Inc. (was Redis Labs Inc.).'],
    ]);
  });

  it('is not that it joined a group of companies, where that was only not stated', () => {
    expect(ofThirdParty({}, { affiliate: true })[0]).toEqual([
      '~ Affiliate of the organisation: Yes (not stated before).',
    ]);
    expect(ofThirdParty({ affiliate: false }, { affiliate: true })[0]).toEqual([
      '~ It now belongs to the same group of companies as the organisation.',
    ]);
  });

  it('is where it is established', () => {
    const entity = { person: 'host', name: 'Host', country: 'IE' };
    expect(ofThirdParty({ entity }, { entity: { ...entity, country: 'US' } })).toEqual([
      ['~ The legal entity is now established in the United States (was: in Ireland).'],
      ['~ De juridische entiteit is nu gevestigd in de Verenigde Staten (was: in Ierland).'],
    ]);
  });
});

describe('what a change of a text means', () => {
  it('is said once, with the words beside it, in the reader’s own language', () => {
    expect(
      ofProcessing(
        { purpose: { en: 'Hosting', nl: 'Hosting' } },
        { purpose: { en: 'Hosting and backups', nl: 'Hosting en back-ups' } },
      ),
    ).toEqual([['~ Purpose: changed.'], ['~ Doel: gewijzigd.']]);
  });

  it('is that it is there in another language too', () => {
    expect(
      ofProcessing({ purpose: { en: 'Hosting' } }, { purpose: { en: 'Hosting', nl: 'Opslag' } }),
    ).toEqual([['~ Purpose: now also in Dutch.'], ['~ Doel: nu ook in het Nederlands.']]);
  });

  it('is no new condition, where a condition is only translated', () => {
    const translated = { condition: { en: 'the user asks', nl: 'de gebruiker erom vraagt' } };
    expect(ofProcessing({ condition: { en: 'the user asks' } }, translated)).toEqual([
      ['~ Only when: now also in Dutch.'],
      ['~ Alleen wanneer: nu ook in het Nederlands.'],
    ]);
    expect(ofProcessing({}, translated)[1]).toContain('~ Het gebeurt nu alleen onder een voorwaarde.');
    expect(ofProcessing(translated, { condition: { en: 'the user asks' } })[1]).toEqual([
      '~ Alleen wanneer: niet langer in het Nederlands.',
    ]);
  });

  it('is not that it means the same, which only its author can intend', () => {
    const state = thirdParty('Host', { p1: processing({ retentionTerms: { en: 'at the latest' } }) });
    const after = thirdParty('Host', { p1: processing({ retentionTerms: { en: 'at most' } }) });
    const changes = diff('third-party', state, after).map((change) => ({
      ...change,
      wording: true as const,
    }));
    const around = { kind: 'third-party', before: state, after } as const;
    expect(changedFields(CONTEXTS[0], around, changes).meanings).toEqual([
      { mark: 'changed', sentence: 'Retention: reworded; no change of meaning is intended.' },
    ]);
  });
});

describe('where a third party begins and ends', () => {
  it('is told by its role and scope', () => {
    const after = thirdParty('Host', {
      p1: processing(),
      p2: processing({ scope: 'websites', role: 'none' }),
    });
    expect(useMeanings(CONTEXTS[0], { before: undefined, after })).toEqual([
      { mark: 'added', sentence: 'Now a subprocessor for Application.' },
      { mark: 'added', sentence: 'Now listed for Websites, without receiving personal data.' },
    ]);
    expect(useMeanings(CONTEXTS[1], { before: after, after: thirdParty('Host', {}) })[0]).toEqual({
      mark: 'removed',
      sentence: 'Niet langer subverwerker voor Application.',
    });
  });

  it('is told of each role, where it goes on in another', () => {
    const before = thirdParty('Host', {
      p1: processing(),
      p2: processing({ role: 'independent-controller' }),
    });
    const after = thirdParty('Host', { p1: processing(), p3: processing({ role: 'joint-controller' }) });
    expect(useMeanings(CONTEXTS[0], { before, after }).map(({ sentence }) => sentence)).toEqual([
      'Now a joint controller for Application.',
      'No longer receives personal data from Application as an independent controller.',
    ]);
  });

  it('is not an end where it goes on with something else', () => {
    const both = thirdParty('Host', { p1: processing(), p2: processing() });
    const one = thirdParty('Host', { p1: processing() });
    expect(useMeanings(CONTEXTS[0], { before: one, after: both })[0]?.sentence).toBe(
      'A further processing for Application.',
    );
    expect(useMeanings(CONTEXTS[0], { before: both, after: one })[0]?.sentence).toBe(
      'One of its processings for Application ends.',
    );
  });
});

describe('every public field', () => {
  const whole = {
    organisation: ORGANISATION_STATE,
    scope: APPLICATION,
    'third-party': thirdParty('Host', { p1: processing() }),
  } as const;

  it.each(SUBJECT_KINDS)('of a %s has a sentence for whatever happens to it', (kind) => {
    const told = new Set<string>();
    const states = fc.tuple(stateOfKind(kind), stateOfKind(kind));
    fc.assert(
      fc.property(states, ([before, after]) => {
        for (const [one, other] of [
          [before, after],
          [whole[kind], after],
        ] as const)
          for (const change of diff(kind, one as never, other as never)) {
            const leaf = leafAt(kind, change.field);
            const around = { kind, before: one, after: other };
            for (const context of CONTEXTS) {
              const { fields, meanings: found } = changedFields(context, around, [change]);
              // The terms of retention in a language that is not shown change nothing that is told.
              if (fields.length === 0) continue;
              told.add(leaf?.field.path ?? '');
              expect(found.length, change.field).toBeGreaterThan(0);
              for (const { sentence } of found) expect(sentence, change.field).toMatch(/\S.*[.…]$/su);
            }
          }
      }),
      { numRuns: 40, seed: 4 },
    );
    expect(FIELDS[kind].map(({ path }) => path).filter((path) => !told.has(path))).toEqual([]);
  });
});

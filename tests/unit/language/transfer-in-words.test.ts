import { describe, expect, it } from 'vitest';
import { loadContent } from '../../../src/content.ts';
import type { Location, Processing, Safeguard } from '../../../src/domain/subjects/processing.ts';
import { transferInWords } from '../../../src/language/transfer-in-words.ts';
import { wordsFor } from '../../../src/language/words.ts';

const content = loadContent();
const english = wordsFor(content, 'en');
const dutch = wordsFor(content, 'nl');

const DAY = '2026-03-02';

type Kind = Location['kind'];
const inCountry = (country: string, kind: Kind = 'storage', city?: string): Location => ({
  kind,
  place: 'country',
  country,
  ...(city === undefined ? {} : { city }),
});
const eea: Location = { kind: 'storage', place: 'group', group: 'EEA' };
const chosen: Location = { kind: 'storage', place: 'chosen-by-customer' };
const primary = (ground: Safeguard['ground'], more: Partial<Safeguard> = {}): Safeguard => ({
  ground,
  regime: 'eu',
  rank: 'primary',
  ...more,
});
const fallback = (ground: Safeguard['ground']): Safeguard => primary(ground, { rank: 'fallback' });

interface Case {
  readonly seat?: string;
  readonly role?: Processing['role'];
  readonly locations?: readonly Location[];
  readonly safeguards?: readonly Safeguard[];
}

function told(
  { seat = 'US', role = 'subprocessor', locations = [], safeguards = [] }: Case,
  words = english,
) {
  const thirdParty = { entity: { name: 'Anyone', country: seat } };
  const processing = { role, locations: [...locations], safeguards: [...safeguards] };
  return transferInWords(words, thirdParty, processing, DAY);
}

const texts = (one: Case, words = english): string[] => told(one, words).map(({ text }) => text);

describe('where data goes and under which safeguard, in plain words', () => {
  it('names the place and what it rests on in one phrase', () => {
    const one = { locations: [inCountry('US')], safeguards: [primary('scc')] };
    expect(texts(one)).toEqual(['United States, under standard contractual clauses']);
    expect(texts(one, dutch)).toEqual(['Verenigde Staten, op grond van standaardcontractbepalingen']);
  });

  it('says what takes the place of a ground that falls away', () => {
    const one = { locations: [inCountry('US')], safeguards: [fallback('scc'), primary('dpf')] };
    expect(texts(one)).toEqual([
      'United States, under the Data Privacy Framework, otherwise standard contractual clauses',
    ]);
    expect(texts(one, dutch)).toEqual([
      'Verenigde Staten, op grond van het Data Privacy Framework, anders standaardcontractbepalingen',
    ]);
  });

  it('says that there is no transfer within the European Economic Area', () => {
    expect(texts({ seat: 'NL', locations: [eea] })).toEqual([
      'European Economic Area: no transfer outside the EEA',
    ]);
    expect(texts({ seat: 'NL', locations: [inCountry('NL')] }, dutch)).toEqual([
      'Nederland: geen doorgifte buiten de EER',
    ]);
  });

  it('groups places that share a ground, with their articles inside the sentence', () => {
    const locations = [inCountry('US'), inCountry('NL'), inCountry('CA'), inCountry('DE')];
    expect(texts({ locations, safeguards: [primary('scc')] })).toEqual([
      'United States and Canada, under standard contractual clauses',
      'Netherlands and Germany',
    ]);
    expect(
      texts({ locations: [inCountry('CA'), inCountry('US')], safeguards: [primary('scc')] }, dutch),
    ).toEqual(['Canada en de Verenigde Staten, op grond van standaardcontractbepalingen']);
  });

  it('tells each place with the ground that covers it, and where none does', () => {
    const locations = [inCountry('US'), inCountry('GB'), inCountry('IN')];
    const safeguards = [
      primary('dpf', { destinations: ['US'] }),
      primary('adequacy', { destinations: ['GB'] }),
    ];
    expect(texts({ locations, safeguards })).toEqual([
      'United States, under the Data Privacy Framework',
      'United Kingdom, under an adequacy decision',
      'India, safeguard not stated',
    ]);
  });

  it('names a ground for another place than those where data is', () => {
    const safeguards = [primary('dpf', { destinations: ['US'] })];
    expect(texts({ locations: [chosen], safeguards })).toEqual([
      'Chosen by the service’s customer',
      'To the United States, under the Data Privacy Framework',
    ]);
    expect(texts({ locations: [eea], safeguards }, dutch)).toEqual([
      'Europese Economische Ruimte',
      'Naar de Verenigde Staten, op grond van het Data Privacy Framework',
    ]);
    expect(texts({ locations: [eea], safeguards: [primary('bcr')] })).toEqual([
      'European Economic Area',
      'Under binding corporate rules',
    ]);
  });

  it('tells access, backups and delivery apart, unless data is there anyway', () => {
    const locations = [
      inCountry('DE'),
      inCountry('DE', 'backup'),
      inCountry('IN', 'access'),
      inCountry('IE', 'backup'),
      { kind: 'cdn', place: 'group', group: 'worldwide' } as const,
    ];
    expect(texts({ locations, safeguards: [primary('scc')] })).toEqual([
      'Germany',
      'Accessible from India, under standard contractual clauses',
      'Backed up in Ireland',
      'Delivered through a worldwide network, under standard contractual clauses',
    ]);
  });

  it('tells storage and processing apart only where they differ', () => {
    const alike = [inCountry('DE', 'storage', 'Falkenstein'), inCountry('DE', 'processing', 'Nuremberg')];
    expect(texts({ seat: 'DE', locations: alike })).toEqual([
      'Germany (Falkenstein, Nuremberg): no transfer outside the EEA',
    ]);
    const apart = [inCountry('US'), inCountry('NL', 'processing')];
    expect(texts({ locations: apart, safeguards: [primary('scc')] })).toEqual([
      'Stored in the United States, under standard contractual clauses',
      'Processed in the Netherlands',
    ]);
    expect(texts({ seat: 'NL', locations: [inCountry('NL'), inCountry('DE', 'processing')] }, dutch)).toEqual(
      ['Opgeslagen in Nederland', 'Verwerkt in Duitsland', 'Geen doorgifte buiten de EER'],
    );
  });

  it('says once, quietly, that nothing is stated', () => {
    expect(told({})).toEqual([{ text: 'Place and safeguard not stated', quiet: true }]);
    expect(told({}, dutch)).toEqual([{ text: 'Plaats en waarborg niet vermeld', quiet: true }]);
    expect(told({ locations: [inCountry('US')] })).toEqual([
      { text: 'United States' },
      { text: 'Safeguard not stated', quiet: true },
    ]);
    expect(told({ safeguards: [primary('scc', { destinations: ['US'] })] })).toEqual([
      { text: 'Place not stated', quiet: true },
      { text: 'To the United States, under standard contractual clauses' },
    ]);
  });

  it('does not call a missing safeguard a ground, nor a fallback a safeguard', () => {
    const locations = [inCountry('CN')];
    expect(texts({ locations, safeguards: [primary('none')] })).toEqual(['China, without a safeguard']);
    expect(texts({ locations, safeguards: [fallback('scc')] })).toEqual([
      'China, with standard contractual clauses as fallback',
    ]);
    const swiss = primary('none', { regime: 'ch' });
    expect(texts({ locations, safeguards: [primary('scc'), swiss] })).toEqual([
      'China, under standard contractual clauses, without a safeguard (Switzerland)',
    ]);
  });

  it('names a ground once, whatever the law it holds under', () => {
    const safeguards = [primary('scc'), primary('scc', { regime: 'uk' }), primary('dpf', { regime: 'ch' })];
    expect(texts({ locations: [inCountry('US')], safeguards })).toEqual([
      'United States, under standard contractual clauses and the Swiss–US Data Privacy Framework',
    ]);
  });

  it('calls a ground what it is called under the law under which alone it holds', () => {
    const locations = [inCountry('US')];
    expect(texts({ locations, safeguards: [primary('scc', { regime: 'uk' })] })).toEqual([
      'United States, under the International Data Transfer Agreement or Addendum (UK)',
    ]);
    expect(texts({ locations, safeguards: [primary('adequacy', { regime: 'uk' })] }, dutch)).toEqual([
      'Verenigde Staten, op grond van een Britse adequaatheidsregeling',
    ]);
  });

  it('rests nothing on a ground that is not valid on the day', () => {
    const locations = [inCountry('US')];
    const lapsed = primary('dpf', { validUntil: '2026-03-01' });
    expect(texts({ locations, safeguards: [lapsed, fallback('scc')] })).toEqual([
      'United States, with standard contractual clauses as fallback, the Data Privacy Framework no longer valid',
    ]);
    expect(texts({ locations, safeguards: [lapsed] }, dutch)).toEqual([
      'Verenigde Staten, het Data Privacy Framework niet meer geldig',
    ]);
    const lasting = primary('dpf', { validFrom: '2026-03-02', validUntil: '2026-03-02' });
    expect(texts({ locations, safeguards: [lasting, primary('scc', { validFrom: '2026-03-03' })] })).toEqual([
      'United States, under the Data Privacy Framework, standard contractual clauses not valid yet',
    ]);
  });

  it('says that no safeguard is stated for a worldwide network, where one is for a country only', () => {
    const locations = [{ kind: 'cdn', place: 'group', group: 'worldwide' } as const];
    expect(texts({ locations, safeguards: [primary('scc', { destinations: ['US'] })] })).toEqual([
      'Delivered through a worldwide network, safeguard not stated',
      'To the United States, under standard contractual clauses',
    ]);
  });

  it('counts what would be too long to read', () => {
    const locations = ['US', 'CA', 'IN', 'BR', 'AU', 'JP', 'SG', 'GB'].map((country) => inCountry(country));
    expect(texts({ locations, safeguards: [primary('scc')] })).toEqual([
      'United States, Canada, India, Brazil, Australia and 3 others, under standard contractual clauses',
    ]);
  });

  it('speaks of no transfer where no personal data is processed', () => {
    expect(told({ role: 'none', locations: [inCountry('US')] })).toEqual([{ text: 'United States' }]);
    expect(told({ role: 'none' })).toEqual([{ text: 'Place not stated', quiet: true }]);
  });
});

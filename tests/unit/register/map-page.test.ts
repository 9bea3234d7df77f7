import { describe, expect, it } from 'vitest';
import { isCountry } from '../../../src/domain/countries.ts';
import { LOCATION_KINDS, type Location, type Processing } from '../../../src/domain/subjects/processing.ts';
import { wordsFor } from '../../../src/language/words.ts';
import { readMapPage, type MapPage, type MapQuery } from '../../../src/register/read-map-page.ts';
import { processing, registerWith, TestRegister, thirdParty } from '../../support/register.ts';
import { content, readerOf } from './reader.ts';

const { t } = wordsFor(content, 'en');

function at(kind: Location['kind'], country: string, city?: string): Location {
  return { kind, place: 'country', country, ...(city === undefined ? {} : { city }) };
}

function doing(locations: readonly Location[], changed: Partial<Processing> = {}): Processing {
  const { locations: _, ...whole } = processing(changed);
  return locations.length === 0 ? whole : { ...whole, locations: [...locations] };
}

function seated(country: string): { entity: { person: string; name: string; country: string } } {
  return { entity: { person: country.toLowerCase(), name: `Company in ${country}`, country } };
}

/** Rows of the table in words: `Ireland: Stored Host (Dublin); Seat of the legal entity Host`. */
function rowsOf(page: MapPage): string[] {
  return (page.map?.table?.groups ?? []).flatMap(({ rows }) =>
    rows.map(({ place, cells }) => {
      const told = cells
        .filter(({ parties }) => parties.length > 0)
        .map(({ label, parties }) => {
          const names = parties.map(({ name, detail }) =>
            detail === undefined ? name : `${name} ${detail}`,
          );
          return `${label} ${names.join(', ')}`;
        });
      return `${place}: ${told.join('; ')}`;
    }),
  );
}

const host = thirdParty(
  'Host',
  {
    p1: doing([at('storage', 'IE', 'Dublin'), at('processing', 'IE'), at('access', 'IN')]),
    p2: doing([at('backup', 'SG')], { scope: 'websites', role: 'processor' }),
  },
  seated('US'),
);
const mailer = thirdParty('Mailer', { p1: doing([{ kind: 'storage', place: 'group', group: 'EEA' }]) });
const chooser = thirdParty('Chooser', { p1: doing([{ kind: 'storage', place: 'chosen-by-customer' }]) });
const silent = thirdParty('Silent', { p1: doing([]) }, seated('US'));
const half = thirdParty('Half', { p1: doing([at('storage', 'NL')]), p2: doing([]) });
const adviser = thirdParty('Adviser', { p1: doing([at('storage', 'FR')], { role: 'none' }) }, seated('FR'));

const register = registerWith({ host, mailer, chooser, silent, half, adviser });

function read(asked: Partial<MapQuery> = {}, from: TestRegister = register, language = 'en'): MapPage {
  return readMapPage(readerOf(from, '2026-02-01', language), { scope: [], ...asked });
}

describe('the map', () => {
  it('says in how many countries data is, and for how many third parties that is not told', () => {
    expect(read().map?.lead).toEqual({
      first:
        'Personal data is stored in 3 countries, processed in one country and accessed from one country.',
      rest:
        'For 2 third parties, a group of countries is named or the service’s customer chooses the place. ' +
        'For one third party, no place is stated. ' +
        'For one third party, places are stated for only part of the processing.',
    });
  });

  it('has a table with every place that is named, and who is there', () => {
    expect(rowsOf(read())).toEqual([
      'India: Accessed Host',
      'Ireland: Stored Host (Dublin); Processed Host',
      'Netherlands: Stored Half; Seat of the legal entity Chooser, Half, Mailer',
      'Singapore: Stored Host (backups only)',
      'European Economic Area: Stored Mailer',
      'Chosen by the service’s customer: Stored Chooser',
      'United States: Seat of the legal entity Host, Silent',
    ]);
    expect(read().map?.table?.groups.map(({ title }) => title)).toEqual([
      t('map.rows.countries'),
      t('map.rows.others'),
      t('map.rows.seats'),
    ]);
  });

  it('says who leaves open where data is', () => {
    const parties = read().map?.unstated?.parties.map(({ name, detail }) => `${name} ${detail ?? ''}`);
    expect(parties).toEqual(['Half (Netherlands, stated in part)', 'Silent (United States)']);
  });

  it('leaves out who receives no personal data', () => {
    expect(JSON.stringify(read())).not.toContain('Adviser');
  });

  it('draws countries with data as named, those of a named group as such, and all others as land', () => {
    const [world, europe] = read().map?.drawings ?? [];
    expect(world?.named.map(({ name }) => name).sort()).toEqual(['India', 'Ireland', 'Netherlands']);
    expect(europe?.named.map(({ name }) => name).sort()).toEqual(['Ireland', 'Netherlands']);
    expect(world?.grouped).not.toBe('');
    expect(read({ scope: ['websites'] }).map?.drawings[0]?.grouped).toBe('');
  });

  it('shows a sign for each country with data on one map only, Singapore too, which is too small to be drawn', () => {
    const signs = read().map?.drawings.map((drawing) => drawing.signs.map(({ tip }) => tip));
    expect(signs).toEqual([
      ['India: accessed by 1', 'Singapore: stored by 1'],
      ['Ireland: stored by 1 and processed by 1', 'Netherlands: stored by 1 and seat of 3'],
    ]);
  });

  it('shows a seat as no more than a point', () => {
    expect(read().map?.drawings[0]?.points).toMatchObject([{ tip: 'United States: seat of 2', seat: true }]);
  });

  it('shows Europe only when something is there', () => {
    const far = registerWith({
      host: thirdParty('Host', { p1: doing([at('storage', 'US')]) }, seated('US')),
    });
    expect(read({}, far).map?.drawings.map(({ id }) => id)).toEqual(['world']);
  });

  it('can be had for one scope', () => {
    const page = read({ scope: ['websites'] });
    expect(rowsOf(page)).toEqual([
      'Singapore: Stored Host (backups only)',
      'United States: Seat of the legal entity Host',
    ]);
    expect(page.map?.scopes?.places.map(({ text, current }) => [text, current])).toEqual([
      ['All scopes', false],
      ['Application', false],
      ['Websites', true],
    ]);
  });

  it('leads to third parties, and on to scopes, of the same moment', () => {
    const { map, asOf, frame } = read({ edition: 1 });
    expect(map?.table?.groups[0]?.rows[0]?.cells[2]?.parties[0]?.href).toBe('/third-parties/host?edition=1');
    expect(map?.scopes?.places[1]?.href).toBe('/map?edition=1&scope=application');
    expect(asOf?.links.at(-1)?.href).toBe('/map');
    expect(frame.canonical).toBe('https://subprocessors.example.com/map');
  });

  it('speaks Dutch', () => {
    const { map } = read({}, register, 'nl');
    expect(map?.lead.first).toBe(
      'Persoonsgegevens worden opgeslagen in 3 landen, verwerkt in één land en geraadpleegd vanuit één land.',
    );
  });

  it('says what there is to say before the first edition, and of a register without third parties', () => {
    expect(read({}, new TestRegister())).toMatchObject({ map: undefined, beginning: {} });
    const empty = read({}, registerWith({})).map;
    expect(empty?.lead.first).toBe(t('register.empty'));
    expect(empty?.table).toBeUndefined();
    expect(empty?.unstated).toBeUndefined();
  });

  it('marks each row of a country for links to it', () => {
    const ids = read().map?.table?.groups.flatMap(({ rows }) => rows.map(({ id }) => id));
    expect(ids).toEqual(['place-IN', 'place-IE', 'place-NL', 'place-SG', undefined, undefined, 'place-US']);
  });
});

describe('every place that is stated', () => {
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  const countries = letters.flatMap((a) => letters.map((b) => a + b)).filter(isCountry);
  const parties = Object.fromEntries(
    countries.map((country, index) => [
      `party-${index}`,
      thirdParty(`Party ${index}`, {
        p1: doing([at(LOCATION_KINDS[index % 5] ?? 'storage', country)]),
        p2: doing(index % 3 === 0 ? [] : [{ kind: 'access', place: 'group', group: 'worldwide' }]),
      }),
    ]),
  );
  const { map } = read({}, registerWith(parties));
  const rows = map?.table?.groups.flatMap((group) => group.rows) ?? [];

  it('stands in the table under its country, with who is there', () => {
    const words = wordsFor(content, 'en');
    for (const [index, country] of countries.entries()) {
      const row = rows.find(({ place }) => place === words.country(country));
      const names = row?.cells.filter(({ aspect }) => aspect !== 'seat').flatMap((cell) => cell.parties);
      expect(names?.map(({ name }) => name)).toContain(`Party ${index}`);
    }
  });

  it('has a sign or a point of its own, except Antarctica', () => {
    const shown = map?.drawings.flatMap(({ signs, points }) => [...signs, ...points]).length;
    expect(shown).toBe(countries.length - 1);
  });

  it('stands beside what is not stated', () => {
    expect(map?.unstated?.parties).toHaveLength(Math.ceil(countries.length / 3));
  });
});

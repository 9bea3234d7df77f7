import { describe, expect, it } from 'vitest';
import { readComparePage, type CompareQuery } from '../../../src/register/read-compare-page.ts';
import { processing, registerWith, TestRegister, thirdParty } from '../../support/register.ts';
import { readerOf } from './reader.ts';

const host = thirdParty('Host', { p1: processing() });
const mailer = thirdParty('Mailer', { p1: processing({ scope: 'websites', role: 'processor' }) });
const counter = thirdParty('Counter', { p1: processing({ scope: 'websites', role: 'processor' }) });

/** One of everything: a removal, a mended wording, a replacement, a change that is planned. */
function story(): TestRegister {
  const register = registerWith({ host, mailer, counter }, '2026-01-10').goTo('2026-02-01');
  register.publish({ changes: [register.to('third-party', 'counter', { ...counter, processings: {} })] });
  register.goTo('2026-03-01').publish({
    changes: [
      register.to(
        'third-party',
        'campaigner',
        thirdParty(
          'Campaigner',
          { p1: processing({ scope: 'websites', role: 'processor' }) },
          { replaces: ['mailer'] },
        ),
      ),
      register.to('third-party', 'mailer', { ...mailer, processings: {} }),
    ],
  });
  register.goTo('2026-04-01').publish({
    changes: [
      register.to('third-party', 'host', {
        ...host,
        processings: {
          p1: processing({ data: [{ term: 'email-address' }, { term: 'phone-number' }] }),
        },
      }),
    ],
  });
  return register;
}

const register = story();

function read(query: CompareQuery, today = '2026-04-10', language = 'en', of = register) {
  return readComparePage(readerOf(of, today, language), query);
}

function counted(query: CompareQuery, today?: string): string[] {
  return read(query, today).comparison?.groups.map((group) => group.counted) ?? [];
}

describe('the question', () => {
  it('asks for two editions or two days, from the first edition to today', () => {
    const { forms, comparison, ready } = read({});
    expect(comparison).toBeUndefined();
    expect(
      forms?.forms.map(({ choices }) => choices.map(({ name, type, value }) => [name, type, value])),
    ).toEqual([
      [
        ['from', 'select', '1'],
        ['to', 'select', '4'],
      ],
      [
        ['from', 'date', '2026-01-10'],
        ['to', 'date', '2026-04-10'],
      ],
    ]);
    expect(ready?.links.map(({ href }) => href)).toEqual([
      '/compare?from=1&to=2026-04-10',
      '/compare?from=3&to=2026-04-10',
    ]);
  });

  it('keeps what was compared, and has numbers typed where the editions are many', () => {
    const many = registerWith({ host });
    for (let n = 0; n < 60; n += 1)
      many.publish({
        changes: [many.to('third-party', `listed-${String(n)}`, thirdParty(`Listed ${String(n)}`, {}))],
      });
    const [editions] = read({ from: 3 }, '2026-04-10', 'en', many).forms?.forms ?? [];
    expect(editions?.choices.map(({ type, value }) => [type, value])).toEqual([
      ['number', '3'],
      ['number', '61'],
    ]);
  });

  it('is the one page of them that search engines keep', () => {
    expect(read({}).frame.canonical).toBe('https://subprocessors.example.com/compare');
    expect(read({ from: 1 }).frame.canonical).toBeUndefined();
  });

  it('cannot be asked before the first edition', () => {
    const page = read({ from: '2026-01-01' }, '2026-04-10', 'en', new TestRegister());
    expect(page.beginning).toBeDefined();
    expect(page.forms).toBeUndefined();
  });
});

describe('what differs between two moments', () => {
  it('is told in one sentence', () => {
    expect(read({ from: 1 }, '2026-06-01').lead).toBe(
      'Between edition 1 (published on 10 January 2026) and today: 1 replaced, 1 changed and 1 removed.',
    );
    expect(read({ from: 1 }, '2026-06-01', 'nl').lead).toBe(
      'Tussen editie 1 (gepubliceerd op 10 januari 2026) en vandaag: 1 vervangen, 1 gewijzigd en 1 niet meer ingezet.',
    );
  });

  it('is what was in effect on days, and what was said by editions', () => {
    expect(counted({ from: 3, to: 4 })).toEqual([]);
    expect(counted({ from: '2026-04-10', to: '2026-06-01' })).toEqual(['1 changed']);
    expect(counted({ from: 2, to: '2026-03-01' })).toEqual(['1 replaced']);
  });

  it('leaves out who came and went in between: they stood in neither list', () => {
    const brief = registerWith({ host }, '2026-01-10');
    const guest = thirdParty('Guest', { p1: processing({ scope: 'websites', role: 'processor' }) });
    for (const [day, state] of [
      ['2026-02-01', guest],
      ['2026-03-01', { ...guest, processings: {} }],
    ] as const)
      brief.goTo(day).publish({ changes: [brief.to('third-party', 'guest', state)] });
    const { comparison } = read({ from: 1, to: 3 }, '2026-04-10', 'en', brief);
    expect(comparison?.groups).toEqual([]);
    expect(comparison?.notices?.links).toHaveLength(2);
  });

  it('says of a day to come that more may be announced', () => {
    expect(read({ from: '2026-04-10', to: '2026-06-01' }).lead).toContain(
      'today and 1 June 2026 (as announced so far): 1 changed',
    );
  });

  it('tells the meaning of each change, and who takes whose place', () => {
    const groups = read({ from: 1 }, '2026-06-01').comparison?.groups ?? [];
    const told = groups.flatMap(({ changes }) =>
      changes.map(({ name, meanings, groups: places }) => [
        name,
        [...meanings, ...places.flatMap((place) => place.meanings)].map(({ sentence }) => sentence),
      ]),
    );
    expect(told).toEqual([
      ['Campaigner', ['Takes the place of Mailer.', 'Now a processor for Websites.']],
      ['Host', ['Personal data now also includes: phone number.']],
      ['Counter', ['No longer a processor for Websites.']],
    ]);
  });

  it('is nothing between a moment and itself', () => {
    const { lead, comparison } = read({ from: '2026-03-01', to: '2026-03-01' });
    expect(lead).toBe('Between 1 March 2026 and 1 March 2026 nothing differs.');
    expect(comparison?.groups).toEqual([]);
    expect(comparison?.notices).toBeUndefined();
  });

  it('names the notices that make it', () => {
    const notices = read({ from: 1, to: '2026-03-15' }).comparison?.notices;
    expect(notices?.links.map(({ href }) => href)).toEqual(['/changes/3', '/changes/2']);
  });

  it('leads to third parties as they are at the later moment, or were at the earlier', () => {
    const groups = read({ from: 1, to: '2026-03-15' }).comparison?.groups ?? [];
    expect(groups.flatMap(({ changes }) => changes.map(({ href }) => href))).toEqual([
      '/third-parties/campaigner?on=2026-03-15',
      '/third-parties/counter?edition=1',
    ]);
  });

  it('knows a text of which only the wording was mended', () => {
    const mended = registerWith({ host }).goTo('2026-02-01');
    const change = mended.to('third-party', 'host', {
      ...host,
      processings: { p1: processing({ purpose: { en: 'Hosting of it' } }) },
    });
    const fields = change.fields.map((field) => ({ ...field, wording: true as const }));
    mended.publish({ changes: [{ ...change, fields }] });
    const [group] = read({ from: 1 }, '2026-04-10', 'en', mended).comparison?.groups ?? [];
    expect(group?.changes[0]?.groups[0]?.meanings[0]?.sentence).toBe(
      'Purpose: reworded; no change of meaning is intended.',
    );
    expect(group?.changes[0]?.effects[0]?.tags).toEqual([{ text: 'Wording mended' }]);
  });
});

describe('two moments the wrong way round', () => {
  it('are compared as asked, and it is said, with the way to swap them', () => {
    const { comparison } = read({ from: '2026-06-01', to: 1 });
    expect(comparison?.groups.map((group) => group.counted)).toEqual(['2 added', '1 changed', '1 removed']);
    expect(comparison?.notes).toEqual(['The first moment is the later one: this reads backwards in time.']);
    expect(comparison?.swap.href).toBe('/compare?from=1&to=2026-06-01');
  });
});

describe('a moment before the register began', () => {
  it('is nothing to compare with', () => {
    const { lead, comparison, forms } = read({ from: '2025-01-01' });
    expect(lead).toBe('There is nothing to compare with.');
    expect(comparison?.notes).toEqual([
      'The register begins on 10 January 2026. It does not say what was in use before that day.',
    ]);
    expect(comparison?.groups).toEqual([]);
    expect(forms).toBeDefined();
  });
});

describe('very many changes', () => {
  const parties = (prefix: string): Record<string, typeof host> =>
    Object.fromEntries(
      Array.from({ length: 300 }, (_, n) => [
        `${prefix}-${String(n)}`,
        thirdParty(`${prefix} ${String(n)}`, { p1: processing() }),
      ]),
    );
  const crowd = registerWith(parties('old')).goTo('2026-02-01');
  crowd.publish({
    changes: Object.entries(parties('old')).map(([id, state]) =>
      crowd.to('third-party', id, {
        ...state,
        processings: { p1: processing({ retention: { form: 'period', period: 'P90D' } }) },
      }),
    ),
  });

  it('are folded up, and beyond sixty only named', () => {
    const { comparison } = read({ from: 1, to: '2026-04-01' }, '2026-04-10', 'en', crowd);
    expect(comparison?.folded).toBe(true);
    const [group] = comparison?.groups ?? [];
    expect([group?.count, group?.changes.length, group?.others.length]).toEqual([300, 60, 240]);
    expect(group?.changes[0]?.groups.every(({ recorded }) => recorded === undefined)).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import {
  readChangesPage,
  type ChangesPage,
  type ChangesQuery,
} from '../../../src/register/read-changes-page.ts';
import { processing, registerWith, TestRegister, thirdParty } from '../../support/register.ts';
import { readerOf } from './reader.ts';

const asking = (asked: Partial<ChangesQuery> = {}): ChangesQuery => ({
  scope: [],
  type: [],
  'third-party': [],
  ...asked,
});

const entriesOf = ({ months }: ChangesPage) => months.flatMap(({ entries }) => entries);

/** A first edition and 44 additions to the websites, one a day. */
function longRegister(): TestRegister {
  const register = registerWith({ host: thirdParty('Host', { p1: processing() }) }, '2026-01-01');
  for (let n = 2; n <= 45; n += 1) {
    const id = `party-${String(n)}`;
    const party = thirdParty(`Party ${String(n)}`, {
      p1: processing({ scope: 'websites', role: 'processor' }),
    });
    register.goTo(`2026-0${n < 32 ? '1' : '2'}-${String(n < 32 ? n : n - 31).padStart(2, '0')}`);
    register.publish({ changes: [register.to('third-party', id, party)] });
  }
  return register;
}

describe('the list of changes', () => {
  const register = longRegister();
  const read = (asked: Partial<ChangesQuery> = {}) =>
    readChangesPage(readerOf(register, '2026-03-01'), asking(asked));

  it('has twenty notices a page, newest first', () => {
    const page = read();
    expect(entriesOf(page)).toHaveLength(20);
    expect(entriesOf(page)[0]).toMatchObject({
      edition: 45,
      href: '/changes/45',
      title: 'Party 45 is added (Websites)',
    });
    expect(page.pager).toMatchObject({
      text: 'Page 1 of 3',
      newer: undefined,
      older: { href: '/changes?page=2' },
    });
  });

  it('ends with the first edition, and shows its last page for any later one', () => {
    for (const asked of [3, 99]) {
      const page = read({ page: asked });
      expect(entriesOf(page).map(({ edition }) => edition)).toEqual([5, 4, 3, 2, 1]);
      expect(page.pager).toMatchObject({
        text: 'Page 3 of 3',
        newer: { href: '/changes?page=2' },
        older: undefined,
      });
    }
  });

  it('can be narrowed, and keeps the filters from page to page', () => {
    const page = read({ scope: ['websites'], type: ['added'] });
    expect(page.count).toBe('45 notices');
    expect(page.pager?.older?.href).toBe('/changes?page=2&scope=websites&type=added');
    expect(page.filters.chips.map(({ text, href }) => [text, href])).toEqual([
      ['Scope: Websites', '/changes?type=added'],
      ['Kind of change: Third party added', '/changes?scope=websites'],
    ]);
    expect(page.feed.href).toBe('/feed.xml?scope=websites&type=added');
  });

  it('can be that of one third party', () => {
    const page = read({ 'third-party': ['party-7'] });
    expect(entriesOf(page).map(({ edition }) => edition)).toEqual([7]);
    expect(page.filters.choices.at(-1)?.groups[0]?.options).toEqual([
      { value: 'party-7', label: 'Party 7', chosen: true },
    ]);
  });

  it('stands by the month in which each was announced', () => {
    expect(read().months.map(({ title, entries }) => [title, entries.length])).toEqual([
      ['February 2026', 14],
      ['January 2026', 6],
    ]);
  });

  it('can be that of one month, which its form and its chip say', () => {
    const page = read({ month: '2026-02', scope: ['websites'] });
    expect(page.count).toBe('14 notices');
    expect(page.filters.chips[0]).toMatchObject({
      text: 'Month of effect: February 2026',
      href: '/changes?scope=websites',
    });
    expect(page.filters.selects[1]?.options).toEqual([
      { value: '', label: 'Any', chosen: false },
      { value: '2026-02', label: 'February 2026', chosen: true },
      { value: '2026-01', label: 'January 2026', chosen: false },
    ]);
    expect(page.feed.href).toBe('/feed.xml?scope=websites');
  });

  it('marks each notice by its kind: new, or the first of all', () => {
    expect(entriesOf(read())[0]?.mark).toEqual({ kind: 'added', icon: 'add' });
    expect(entriesOf(read({ page: 3 })).at(-1)?.mark.kind).toBe('begins');
  });

  it('says when no notice matches', () => {
    expect(read({ class: 'needs-notice' })).toMatchObject({
      months: [],
      none: 'No notice matches these filters.',
    });
  });
});

describe('before anything is published', () => {
  it('says so', () => {
    const page = readChangesPage(readerOf(new TestRegister(), '2026-01-10'), asking());
    expect(page.beginning?.title).toBe('The register has not begun yet');
  });
});

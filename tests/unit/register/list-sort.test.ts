import { describe, expect, it } from 'vitest';
import type { Processing } from '../../../src/domain/subjects/processing.ts';
import { readRegisterPage } from '../../../src/register/read-register-page.ts';
import { currentProcessings } from '../../../src/register/use-in-time.ts';
import {
  nextSort,
  orderOf,
  partiesInOrder,
  SORT_COLUMNS,
  type Sort,
} from '../../../src/register/views/sort.ts';
import { idOf } from '../../bench/generate.ts';
import { exampleThirdParty } from '../../bench/third-parties.ts';
import { processing, registerWith, thirdParty } from '../../support/register.ts';
import { asking, readerOf } from './reader.ts';

const SORTS: readonly (Sort | undefined)[] = [
  undefined,
  ...SORT_COLUMNS.flatMap((column): Sort[] => (column === 'name' ? ['-name'] : [column, `-${column}`])),
];

const hosting = processing({ scope: 'websites', role: 'processor' });
const country = (code: string): Processing['locations'] => [
  { kind: 'storage', place: 'country', country: code },
];
const register = registerWith({
  long: thirdParty('Berta', {
    p1: processing({ purpose: { en: 'Payments' }, retention: { form: 'period', period: 'P1Y' }, data: [] }),
  }),
  short: thirdParty('Anton', {
    p1: processing({
      purpose: { en: 'Zipping' },
      retention: { form: 'period', period: 'P45D' },
      locations: country('US'),
      data: [{ term: 'name' }, { term: 'ip-address' }],
    }),
    p2: hosting,
  }),
  unknown: thirdParty('Emil', {
    p1: { scope: 'application', role: 'subprocessor', retention: { form: 'criterion' } },
  }),
  months: thirdParty('Cäsar', {
    p1: processing({
      purpose: { en: 'analysis' },
      retention: { form: 'after-event', period: 'P6M' },
      locations: country('DE'),
    }),
  }),
});

const read = (sort?: Sort, asked: Parameters<typeof asking>[0] = {}) =>
  readRegisterPage(readerOf(register, '2026-02-01'), asking({ ...asked, sort })).list;
const names = (sort?: Sort): string[] => (read(sort)?.scopes[0]?.parties ?? []).map(({ name }) => name.text);

describe('the order of the list', () => {
  it('is that of names, unless another is asked for', () => {
    expect(names()).toEqual(['Anton', 'Berta', 'Cäsar', 'Emil']);
    expect(names('-name')).toEqual(['Emil', 'Cäsar', 'Berta', 'Anton']);
  });

  it('has what is not stated last, from either end', () => {
    expect(names('purpose')).toEqual(['Cäsar', 'Berta', 'Anton', 'Emil']);
    expect(names('-purpose')).toEqual(['Anton', 'Berta', 'Cäsar', 'Emil']);
    expect(names('retention')).toEqual(['Anton', 'Cäsar', 'Berta', 'Emil']);
    expect(names('-retention')).toEqual(['Berta', 'Cäsar', 'Anton', 'Emil']);
    expect(names('data')).toEqual(['Cäsar', 'Anton', 'Berta', 'Emil']);
    expect(names('-data')).toEqual(['Anton', 'Cäsar', 'Berta', 'Emil']);
  });

  it('goes by the name of the first country, not by its code', () => {
    expect(names('place')).toEqual(['Cäsar', 'Berta', 'Anton', 'Emil']);
    expect(names('-place')).toEqual(['Anton', 'Berta', 'Cäsar', 'Emil']);
  });

  it('stays within the scopes', () => {
    expect(read('-name')?.scopes.map(({ id }) => id)).toEqual(['application', 'websites']);
  });

  it('never loses or doubles a row', () => {
    const many = registerWith(
      Object.fromEntries(Array.from({ length: 60 }, (_, n) => [idOf(n), exampleThirdParty(n)])),
    );
    const rows = currentProcessings(many.ledger, '2026-02-01');
    const reader = readerOf(many, '2026-02-01', 'nl');
    for (const sort of SORTS) {
      const sorted = partiesInOrder(reader, orderOf(sort), rows);
      expect(new Set(sorted.flat())).toEqual(new Set(rows));
      expect(sorted.flat()).toHaveLength(rows.length);
      const parties = sorted.map((some) => new Set(some.map(({ thirdPartyId }) => thirdPartyId)));
      expect(parties.every((ids) => ids.size === 1)).toBe(true);
      expect(new Set(parties.flatMap((ids) => [...ids])).size).toBe(sorted.length);
    }
  });
});

describe('a heading of the list', () => {
  it('leads to its order, then to the other end of it, then back to the names', () => {
    expect(nextSort('purpose', orderOf(undefined))).toBe('purpose');
    expect(nextSort('purpose', orderOf('purpose'))).toBe('-purpose');
    expect(nextSort('purpose', orderOf('-purpose'))).toBeUndefined();
    expect(nextSort('name', orderOf(undefined))).toBe('-name');
    expect(nextSort('name', orderOf('-name'))).toBeUndefined();
    expect(nextSort('name', orderOf('data'))).toBeUndefined();
  });

  it('says in which order the list stands, and keeps what else is asked', () => {
    const columns = read('-data', { q: 'a', on: '2026-01-20' })?.columns;
    expect(columns?.data).toMatchObject({
      sorted: 'descending',
      address: '/?on=2026-01-20&q=a',
      leadsTo: 'Third party, A to Z',
    });
    expect(columns?.purpose).toEqual({
      text: 'Purpose',
      address: '/?on=2026-01-20&q=a&sort=purpose',
      leadsTo: 'Purpose, A to Z',
    });
    expect(read()?.columns.name).toMatchObject({ sorted: 'ascending', address: '/?sort=-name' });
  });

  it('is offered as a choice too, where there is no row of headings', () => {
    const orders = read('-place')?.filters.orders ?? [];
    expect(orders.map(({ value }) => value)).toEqual(SORTS.map((sort) => sort ?? ''));
    expect(orders.filter(({ chosen }) => chosen).map(({ label }) => label)).toEqual(['Place, Z to A']);
  });
});

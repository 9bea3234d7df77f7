import { describe, expect, it } from 'vitest';
import { idOf } from '../../bench/generate.ts';
import { exampleThirdParty } from '../../bench/third-parties.ts';
import { readRegisterPage } from '../../../src/register/read-register-page.ts';
import { momentOf } from '../../../src/register/moment.ts';
import { currentProcessings } from '../../../src/register/use-in-time.ts';
import { columnsIn } from '../../../src/register/views/columns.ts';
import { listOf } from '../../../src/register/views/list.ts';
import { processing, registerWith, thirdParty } from '../../support/register.ts';
import { asking, readerOf } from './reader.ts';

const register = registerWith({
  mailer: thirdParty('Mailer', {
    p1: processing({
      data: [
        { term: 'ip-address' },
        { term: 'name', certainty: 'possible' },
        { text: { nl: 'Wat iemand typt' } },
      ],
    }),
  }),
  bare: thirdParty('Bare', { p1: { scope: 'application', role: 'subprocessor' } }),
});

const read = (asked: Parameters<typeof asking>[0] = {}) =>
  readRegisterPage(readerOf(register, '2026-02-01'), asking(asked)).list?.scopes[0]?.parties ?? [];
const labels = (asked: Parameters<typeof asking>[0] = {}) =>
  read({ q: 'mailer', ...asked })[0]?.rows[0]?.data;

describe('the labels of personal data', () => {
  it('narrow the list to who gets it, and keep what else is asked', () => {
    expect(
      labels({ on: '2026-01-20', role: ['subprocessor'], sort: '-name' })?.map(({ href }) => href),
    ).toEqual([
      '/?on=2026-01-20&q=mailer&role=subprocessor&data=name&sort=-name#list',
      '/?on=2026-01-20&q=mailer&role=subprocessor&data=ip-address&sort=-name#list',
      undefined,
    ]);
  });

  it('stand in the order of the vocabulary, with what is uncertain said, and free text in its language', () => {
    expect(labels()).toMatchObject([
      { text: 'Name (possibly)' },
      { text: 'IP address' },
      { text: 'Wat iemand typt', lang: 'nl' },
    ]);
  });

  it('lead back where the list is narrowed to them', () => {
    const [name, address] = labels({ data: ['name', 'ip-address'] }) ?? [];
    expect(name).toMatchObject({
      href: '/?q=mailer&data=ip-address#list',
      remove: 'Remove the filter Personal data: Name',
    });
    expect(address?.href).toBe('/?q=mailer&data=name#list');
  });

  it('are none where no data is stated', () => {
    expect(read({ q: 'bare' })[0]?.rows[0]).toMatchObject({
      data: [],
      noData: { text: 'Not stated', quiet: true },
    });
  });
});

describe('a list that is shown in passing', () => {
  it('leads to no other order, no filter and no place on its page', () => {
    const reader = readerOf(register, '2026-02-01');
    const moment = momentOf(register.ledger, '2026-02-01', {});
    const [scope] = listOf(reader, moment, currentProcessings(register.ledger, '2026-02-01'));
    const parties = scope?.parties ?? [];
    expect(parties.map(({ link }) => link)).toEqual([undefined, undefined]);
    expect(parties[1]?.rows[0]?.data.map(({ href }) => href)).toEqual([undefined, undefined, undefined]);
    expect(Object.values(columnsIn(reader)).map(({ address }) => address)).toEqual(Array(5).fill(undefined));
  });
});

describe('the place of a third party on the page', () => {
  it('has an id of its own in each scope', () => {
    const many = registerWith(
      Object.fromEntries(Array.from({ length: 40 }, (_, n) => [idOf(n), exampleThirdParty(n)])),
    );
    const scopes = readRegisterPage(readerOf(many, '2026-02-01'), asking()).list?.scopes ?? [];
    const ids = scopes.flatMap(({ id, parties }) => [`scope-${id}`, ...parties.map((party) => party.id)]);
    expect(scopes.map(({ id }) => id)).toEqual(['application', 'websites']);
    expect(ids).toContain('websites--third-party-1');
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is called by its name', () => {
    expect(read({ q: 'mailer' })[0]).toMatchObject({
      id: 'application--mailer',
      link: 'Link to Mailer',
      mark: { text: 'M' },
    });
  });
});

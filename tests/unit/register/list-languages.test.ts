import { describe, expect, it } from 'vitest';
import { readRegisterPage } from '../../../src/register/read-register-page.ts';
import { processing, registerWith, thirdParty } from '../../support/register.ts';
import { asking, readerOf } from './reader.ts';

const register = registerWith({
  mailer: thirdParty('Mailer', {
    p1: processing({ purpose: { en: 'Sending mail' }, condition: { en: 'the user asks for it' } }),
    p2: processing({ purpose: { en: 'Counting mail' } }),
  }),
  host: thirdParty('Host', { p1: processing({ purpose: { en: 'Hosting', nl: 'Hosting' } }) }),
});

const listIn = (language: string, q?: string) =>
  readRegisterPage(readerOf(register, '2026-02-01', language), asking({ q })).list;

describe('a list with texts in another language than the reader’s', () => {
  it('says so once, and marks each of them', () => {
    const list = listIn('nl', 'mailer');
    expect(list?.otherLanguages).toBe(
      'Sommige teksten staan er in het Engels: in het Nederlands zijn ze niet beschikbaar.',
    );
    const rows = list?.scopes.flatMap(({ parties }) => parties.flatMap((party) => party.rows)) ?? [];
    expect(rows.map(({ purpose }) => purpose)).toEqual([
      { text: 'Sending mail', lang: 'en' },
      { text: 'Counting mail', lang: 'en' },
    ]);
    expect(rows[0]?.condition?.phrase).toEqual({ text: 'the user asks for it', lang: 'en' });
  });

  it('says nothing where what it shows is in the reader’s', () => {
    expect(listIn('en')?.otherLanguages).toBeUndefined();
    expect(listIn('nl', 'host')?.otherLanguages).toBeUndefined();
  });
});

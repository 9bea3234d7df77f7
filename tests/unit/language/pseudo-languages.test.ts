import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import english from '../../../content/messages/en.json' with { type: 'json' };
import { afterAll, describe, expect, it } from 'vitest';
import { loadContent } from '../../../src/content.ts';
import { wordsFor } from '../../../src/language/words.ts';
import {
  ACCENTED_ENGLISH,
  contentWith,
  MIRRORED_ENGLISH,
  pseudoMessages,
} from '../../support/pseudo-languages/pseudo-languages.ts';
import { pseudoMessage } from '../../support/pseudo-languages/pseudo-message.ts';

const folder = mkdtempSync(join(tmpdir(), 'registry-languages-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const content = loadContent(contentWith(folder));

describe('a pseudo-language', () => {
  const { pseudo } = ACCENTED_ENGLISH;

  it('changes words, and keeps arguments, branches and what is quoted', () => {
    expect(pseudoMessage('From {day}', pseudo)).toBe('Ƒŕóóɱ {day}');
    expect(pseudoMessage("A '{'brace'}' and it''s so", pseudo)).toBe("Áá '{'ƀŕááçéé'}' ááñđ ííţ''š šóó");
    expect(pseudoMessage('{kind, select, a {One} other {Two}}', pseudo)).toBe(
      '{kind, select, a {Óóñéé} other {Ţŵóó}}',
    );
  });

  it('has a branch for every plural of its locale', () => {
    const arabic = pseudoMessage('{count, plural, one {# day} other {# days}}', MIRRORED_ENGLISH.pseudo);
    for (const category of ['zero', 'one', 'two', 'few', 'many', 'other'])
      expect(arabic).toContain(`${category} {#`);
  });

  it('is longer than English by a third', () => {
    const lengthOf = (messages: Readonly<Record<string, string>>): number =>
      Object.values(messages).join('').length;
    expect(lengthOf(pseudoMessages(ACCENTED_ENGLISH)) / lengthOf(english)).toBeGreaterThan(1.25);
  });
});

describe('a further language', () => {
  it('is one file: the interface then speaks it, after English and in the order of tags', () => {
    expect([...content.messages.keys()]).toEqual(['en', 'ar-XB', 'en-XA', 'nl']);
  });

  it('has its own days, countries, durations and plurals', () => {
    const words = wordsFor(content, 'ar-XB');
    expect(words.direction).toBe('rtl');
    for (const text of [
      words.day('2026-12-22'),
      words.country('US'),
      words.duration('P45D'),
      words.t('nav.register'),
    ])
      expect(text).not.toMatch(/[A-Za-z]/);
  });

  it('keeps names in other letters apart from its words, in branches too', () => {
    const { t } = wordsFor(content, 'ar-XB');
    expect(t('register.edition', { edition: 'Redis Inc.' })).toContain('\u2068Redis Inc.\u2069');
    expect(t('general.and-others', { names: 'Redis Inc.', count: 2 })).toMatch(
      /^\u200F\u2068Redis Inc\.\u2069/,
    );
    expect(wordsFor(content, 'en-XA').t('register.edition', { edition: 3 })).not.toContain('\u2068');
  });

  it('shows labels it does not have in English, and says so', () => {
    const words = wordsFor(content, 'ar-XB');
    expect(words.text({ en: 'Name', nl: 'Naam' })).toMatchObject({
      value: 'Name',
      language: 'en',
      fallback: true,
    });
  });
});

import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import english from '../../../content/messages/en.json' with { type: 'json' };
import { projectPath } from '../../../src/project-root.ts';
import { pseudoMessage, type Pseudo } from './pseudo-message.ts';

/** A language nobody speaks, made of the English messages: what shows that the interface speaks any language. */
export interface PseudoLanguage {
  readonly tag: string;
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  readonly pseudo: Pseudo;
}

const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ACCENTED = 'áƀçđéƒĝĥíĵķĺɱñóƥɋŕšţúṽŵẋýžÁßÇĐÉƑĜĤÍĴĶĹṀÑÓƤɊŔŠŢÚṼŴẊÝŽ';
const ARABIC = 'ابجدهفغحيژكلمنوپقرستعڤشخطز';

/** Letters with accents, words longer by half their vowels and more: 35 % is what translations into German need. */
export const ACCENTED_ENGLISH: PseudoLanguage = {
  tag: 'en-XA',
  name: 'Ëñĝĺíšĥ',
  direction: 'ltr',
  pseudo: { locale: 'en-XA', words: (text) => inLetters(longer(text), (at) => ACCENTED[at]) },
};

/** Arabic letters, from right to left, with the six plurals of Arabic. */
export const MIRRORED_ENGLISH: PseudoLanguage = {
  tag: 'ar-XB',
  name: 'هنغليسح',
  direction: 'rtl',
  pseudo: { locale: 'ar-XB', words: (text) => inLetters(text, (at) => ARABIC[at % ARABIC.length]) },
};

export const PSEUDO_LANGUAGES: readonly PseudoLanguage[] = [ACCENTED_ENGLISH, MIRRORED_ENGLISH];

function inLetters(text: string, letter: (at: number) => string | undefined): string {
  return text.replaceAll(/[A-Za-z]/g, (plain) => letter(PLAIN.indexOf(plain)) ?? plain);
}

/** Vowels twice over: words, and not only sentences, become as long as a longer language has them. */
function longer(text: string): string {
  return text.replaceAll(/[aeiouAEIOU]/g, (vowel) => vowel + vowel.toLowerCase());
}

/** The interface messages of a pseudo-language: what would stand in `content/messages/<tag>.json`. */
export function pseudoMessages({ name, direction, pseudo }: PseudoLanguage): Record<string, string> {
  const messages = Object.entries(english).map(([key, text]) => [key, pseudoMessage(text, pseudo)]);
  return {
    ...(Object.fromEntries(messages) as Record<string, string>),
    'language.locale': pseudo.locale,
    'language.name': name,
    'language.direction': direction,
  };
}

/**
 * Copies `content/` with one file more for each language.
 *
 * @param folder where to
 * @returns the folder that holds it, as `loadContent` takes it
 */
export function contentWith(folder: string, languages: readonly PseudoLanguage[] = PSEUDO_LANGUAGES): string {
  const root = mkdtempSync(join(folder, 'content-'));
  cpSync(projectPath('content'), join(root, 'content'), { recursive: true });
  for (const language of languages)
    writeFileSync(
      join(root, 'content', 'messages', `${language.tag}.json`),
      JSON.stringify(pseudoMessages(language), null, 2),
    );
  return root;
}

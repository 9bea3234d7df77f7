import type { LegalInWords, TextInWords, Words } from '../../language/words.ts';

/** A text as a page shows it. */
export interface Phrase {
  readonly text: string;
  /** Language tag, where the text is not in the page's language. */
  readonly lang?: string;
  /** What a reader must know of the text: it is shown in another language, or overtaken by another one. */
  readonly notes?: readonly string[];
  readonly href?: string;
  /** Said quietly: that nothing is stated. */
  readonly quiet?: true;
}

/** A published text with its marks; undefined when there is none. */
export function phraseOf(words: Words, text: TextInWords | undefined): Phrase | undefined {
  if (!text) return undefined;
  const { fallback, language } = text;
  const elsewhere = fallback ? [words.t('general.shown-in', { language: words.languageName(language) })] : [];
  return noted(text, [...elsewhere, ...overtaken(words, text)]);
}

/** The same in a list, which says once for all its texts that they are shown in another language. */
export function phraseInList(words: Words, text: TextInWords | undefined): Phrase | undefined {
  return text && noted(text, overtaken(words, text));
}

function overtaken(words: Words, { outdated }: TextInWords): string[] {
  return outdated ? [words.t('general.outdated')] : [];
}

function noted(text: TextInWords, notes: readonly string[]): Phrase {
  return { ...inLanguage(text), ...(notes.length > 0 && { notes }) };
}

export function notStated(words: Words): Phrase {
  return { text: words.t('general.not-stated'), quiet: true };
}

/** A text of which only the language is marked, where a note at each of many would drown them. */
export function inLanguage({ value, language, fallback }: TextInWords): Phrase {
  return { text: value, ...(fallback && { lang: language }) };
}

/** Where the law says so: `GDPR Art. 28(2)`. */
export function cited({ citation, lang }: LegalInWords): Phrase {
  return { text: citation, quiet: true, ...(lang !== undefined && { lang }) };
}

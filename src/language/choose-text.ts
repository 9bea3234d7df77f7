import type { Text } from '../domain/text.ts';

/** A published text as it is shown to a reader of one language. */
export interface TextInWords {
  readonly value: string;
  /** The language it is written in; `und` when it reads the same in every language, and needs no mark. */
  readonly language: string;
  /** It is shown in another language, for want of one in the reader's. */
  readonly fallback: boolean;
  /** It was changed in another language since, and nobody has confirmed it yet. */
  readonly outdated: boolean;
}

/** Where a text stands, among the texts of its subject that are marked outdated. */
export interface OutdatedMarks {
  /** The subject's `outdated`: `processings/p1/purpose/nl`. */
  readonly paths: readonly string[] | undefined;
  /** The path of this text without its language: `processings/p1/purpose`. */
  readonly path: string;
}

/**
 * Chooses the language in which a text is shown: the reader's, else one for all languages, else the publisher's default,
 * else the first there is.
 */
export function chooseText(
  text: Text | undefined,
  language: string,
  defaultLanguage: string,
  outdated?: OutdatedMarks,
): TextInWords | undefined {
  if (!text) return undefined;
  const chosen = [language, 'und', defaultLanguage, ...Object.keys(text).sort()].find((tag) =>
    Object.hasOwn(text, tag),
  );
  if (chosen === undefined) return undefined;
  return {
    value: text[chosen] ?? '',
    language: chosen,
    fallback: chosen !== language && chosen !== 'und',
    outdated: outdated?.paths?.includes(`${outdated.path}/${chosen}`) ?? false,
  };
}

/** What reads the same in every language: an id, nothing. */
export function inNoLanguage(value: string): TextInWords {
  return { value, language: 'und', fallback: false, outdated: false };
}

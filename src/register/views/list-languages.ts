import type { Words } from '../../language/words.ts';
import type { ListScope } from './list.ts';
import type { Phrase } from './phrase.ts';

/**
 * That texts of a list stand there in another language than the reader's, said once for all of them; undefined where all
 * are in it. Labels of the vocabularies and names are no texts.
 */
export function otherLanguages(words: Words, scopes: readonly ListScope[]): string | undefined {
  const tags = new Set(scopes.flatMap(textsOf).flatMap((phrase) => phrase?.lang ?? []));
  if (tags.size === 0) return undefined;
  const languages = words.list([...tags].map((tag) => words.languageName(tag)));
  return words.t('register.other-languages', { languages });
}

function textsOf({ description, parties }: ListScope): (Phrase | undefined)[] {
  const rows = parties.flatMap((party) => party.rows);
  return [
    description,
    ...rows.flatMap(({ purpose, condition, retention }) => [purpose, condition?.phrase, retention]),
  ];
}

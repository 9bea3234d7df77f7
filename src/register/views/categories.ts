import type { Content } from '../../content.ts';
import type { Ledger } from '../../domain/ledger.ts';
import type { Labels } from '../../domain/notice.ts';
import type { Category } from '../../domain/subjects/processing.ts';
import type { Vocabulary, Words } from '../../language/words.ts';
import type { Reader } from '../reader.ts';
import { inLanguage, phraseOf, type Phrase } from './phrase.ts';

const told = new WeakMap<Ledger, Labels>();

/** Labels as notices printed them, the latest last: for terms that a vocabulary has no more. */
function labelsIn(ledger: Ledger): Labels {
  let labels = told.get(ledger);
  if (!labels) {
    labels = {};
    for (const notice of ledger.notices) Object.assign(labels, notice.labels);
    told.set(ledger, labels);
  }
  return labels;
}

/** Labels of terms that left the vocabularies; those that stayed are told as they read now. */
export function labelsOutside({ vocabularies }: Content, ledger: Ledger): Labels {
  const isThere = (key: string): boolean => {
    const [vocabulary, id = ''] = key.split('/');
    return (vocabulary === 'data' || vocabulary === 'subjects') && vocabularies[vocabulary].has(id);
  };
  return Object.fromEntries(Object.entries(labelsIn(ledger)).filter(([key]) => !isThere(key)));
}

/** The name of a term, also of one that left the vocabulary since. */
export function termName(reader: Reader, words: Words, vocabulary: Vocabulary, id: string): string {
  return words.term(vocabulary, id, labelsOf(reader, vocabulary, id));
}

/** The labels by which a term is told: those of the vocabulary, unless it left. */
function labelsOf({ context }: Reader, vocabulary: Vocabulary, id: string): Labels | undefined {
  return context.content.vocabularies[vocabulary].has(id) ? undefined : labelsIn(context.ledger.current());
}

/** Categories one after the other, in the order of their vocabulary; what is free text stands at the end. */
export function categoryPhrases(
  reader: Reader,
  vocabulary: Vocabulary,
  categories: readonly Category[],
): Phrase[] {
  return reader.words
    .inOrder(vocabulary, categories)
    .map((category) => categoryPhrase(reader, vocabulary, category));
}

export function categoryPhrase(reader: Reader, vocabulary: Vocabulary, category: Category): Phrase {
  const { words } = reader;
  if (!('term' in category)) return phraseOf(words, words.categoryText(vocabulary, category)) ?? { text: '' };
  const labels = labelsOf(reader, vocabulary, category.term);
  return inLanguage(words.categoryText(vocabulary, category, labels));
}

/** Phrases of one language joined into one, so that a page has no more elements than it needs. */
export function inOneLine(phrases: readonly Phrase[]): Phrase[] {
  const lines: { text: string; lang?: string }[] = [];
  phrases.forEach(({ text, lang }, index) => {
    const written = index < phrases.length - 1 ? `${text}, ` : text;
    const last = lines.at(-1);
    if (last && last.lang === lang) last.text += written;
    else lines.push({ text: written, ...(lang === undefined ? {} : { lang }) });
  });
  return lines;
}

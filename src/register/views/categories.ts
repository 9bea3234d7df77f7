import type { Content } from '../../content.ts';
import type { Ledger } from '../../domain/ledger.ts';
import type { Labels } from '../../domain/notice.ts';
import type { Category } from '../../domain/subjects/processing.ts';
import type { Vocabulary, Words } from '../../language/words.ts';
import type { Reader } from '../reader.ts';
import { phraseOf, type Phrase } from './phrase.ts';

const orders = new WeakMap<Content, Record<Vocabulary, ReadonlyMap<string, number>>>();

/** The place of each term in its vocabulary: the order in which readers should meet them. */
function orderOf(content: Content): Record<Vocabulary, ReadonlyMap<string, number>> {
  let order = orders.get(content);
  if (!order) {
    const { data, subjects } = content.vocabularies;
    orders.set(content, (order = { data: numbered(data.keys()), subjects: numbered(subjects.keys()) }));
  }
  return order;
}

function numbered(ids: Iterable<string>): ReadonlyMap<string, number> {
  return new Map([...ids].map((id, index) => [id, index] as const));
}

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

/** The name of a term, also of one that left the vocabulary since. */
export function termName({ context }: Reader, words: Words, vocabulary: Vocabulary, id: string): string {
  return context.content.vocabularies[vocabulary].has(id)
    ? words.term(vocabulary, id)
    : words.term(vocabulary, id, labelsIn(context.ledger.current()));
}

/** Categories one after the other, in the order of their vocabulary; what is free text stands at the end. */
export function categoryPhrases(
  reader: Reader,
  vocabulary: Vocabulary,
  categories: readonly Category[],
): Phrase[] {
  const order = orderOf(reader.context.content)[vocabulary];
  const place = (category: Category): number =>
    'term' in category ? (order.get(category.term) ?? order.size) : order.size + 1;
  return [...categories]
    .sort((a, b) => place(a) - place(b))
    .map((category) => categoryPhrase(reader, vocabulary, category));
}

function categoryPhrase(reader: Reader, vocabulary: Vocabulary, category: Category): Phrase {
  const { words } = reader;
  const phrase: Phrase =
    'term' in category
      ? { text: termName(reader, words, vocabulary, category.term) }
      : (phraseOf(words, words.text(category.text)) ?? { text: '' });
  if (category.certainty === undefined) return phrase;
  return { ...phrase, text: words.t(`general.${category.certainty}`, { text: phrase.text }) };
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

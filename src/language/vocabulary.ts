import type { Content } from '../content.ts';
import type { Labels } from '../domain/notice.ts';
import type { Category } from '../domain/subjects/processing.ts';
import type { Text } from '../domain/text.ts';
import { inNoLanguage, type TextInWords } from './choose-text.ts';
import type { Translate } from './messages.ts';

/** The vocabularies whose terms a register uses. */
export type Vocabulary = 'data' | 'subjects';

/** Terms and categories in words, by the labels that a notice printed, else by those of the vocabulary. */
export interface VocabulariesInWords {
  /** The label of a term; its id where there is none. */
  readonly term: (vocabulary: Vocabulary, id: string, labels?: Labels) => string;
  /** A member of a set of categories: `Content of the message (possibly)`. */
  readonly category: (vocabulary: Vocabulary, category: Category, labels?: Labels) => string;
  /** The same in one language throughout, which it names: that of the category where it is not the reader's. */
  readonly categoryText: (vocabulary: Vocabulary, category: Category, labels?: Labels) => TextInWords;
  /** As the vocabulary has them, then terms it has no more, then free text; the order in which they are stored means nothing. */
  readonly inOrder: (vocabulary: Vocabulary, members: readonly Category[]) => Category[];
  /** All members, in that order. */
  readonly categories: (
    vocabulary: Vocabulary,
    members: readonly Category[] | undefined,
    labels?: Labels,
  ) => string[];
  readonly categoryTexts: (
    vocabulary: Vocabulary,
    members: readonly Category[] | undefined,
    labels?: Labels,
  ) => TextInWords[];
}

/**
 * @param voiceFor the messages of the language a text is in, for what is said around it
 */
export function vocabulariesIn(
  { vocabularies }: Content,
  t: Translate,
  text: (text: Text | undefined) => TextInWords | undefined,
  voiceFor: (told: TextInWords) => { readonly t: Translate },
): VocabulariesInWords {
  const nameOf = (vocabulary: Vocabulary, member: Category, labels?: Labels): TextInWords => {
    if (!('term' in member)) return text(member.text) ?? inNoLanguage('');
    const { term } = member;
    return (
      text(labels?.[`${vocabulary}/${term}`] ?? vocabularies[vocabulary].get(term)) ?? inNoLanguage(term)
    );
  };
  const category: VocabulariesInWords['category'] = (vocabulary, member, labels) =>
    withCertainty(t, member, nameOf(vocabulary, member, labels).value);
  const categoryText: VocabulariesInWords['categoryText'] = (vocabulary, member, labels) => {
    const name = nameOf(vocabulary, member, labels);
    return { ...name, value: withCertainty(voiceFor(name).t, member, name.value) };
  };
  const ranks = { data: ranksOf(vocabularies.data), subjects: ranksOf(vocabularies.subjects) };
  const inOrder: VocabulariesInWords['inOrder'] = (vocabulary, members) => ranked(members, ranks[vocabulary]);
  return {
    term: (vocabulary, id, labels) => nameOf(vocabulary, { term: id }, labels).value,
    category,
    categoryText,
    inOrder,
    categories: (vocabulary, members = [], labels) =>
      inOrder(vocabulary, members).map((member) => category(vocabulary, member, labels)),
    categoryTexts: (vocabulary, members = [], labels) =>
      inOrder(vocabulary, members).map((member) => categoryText(vocabulary, member, labels)),
  };
}

function withCertainty(t: Translate, { certainty }: Category, name: string): string {
  return certainty === undefined ? name : t(`general.${certainty}`, { text: name });
}

type Ranks = ReadonlyMap<string, number>;

function ranksOf(vocabulary: ReadonlyMap<string, Text>): Ranks {
  return new Map([...vocabulary.keys()].map((term, rank) => [term, rank]));
}

function ranked(members: readonly Category[], ranks: Ranks): Category[] {
  const rank = (member: Category): number =>
    'term' in member ? (ranks.get(member.term) ?? ranks.size) : ranks.size + 1;
  return [...members].sort((a, b) => rank(a) - rank(b));
}

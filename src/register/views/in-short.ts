import type { Category } from '../../domain/subjects/processing.ts';
import type { ThirdParty } from '../../domain/subjects/third-party.ts';
import { transferInWords } from '../../language/transfer-in-words.ts';
import type { Vocabulary } from '../../language/words.ts';
import type { Moment } from '../moment.ts';
import type { Reader } from '../reader.ts';
import { categoryPhrases, inOneLine } from './categories.ts';
import { isSpecial } from './category-values.ts';
import { inLanguage, notStated, type Phrase } from './phrase.ts';
import { transferTo } from './processing-facts.ts';
import { namedProcessings, receivesData, type NamedProcessing } from './processing-names.ts';
import type { ProcessingQuestion } from './third-party-fields.ts';

/** One of the first questions, answered for all processings together. */
export interface ShortAnswer {
  readonly label: string;
  /** Where it is answered in full. */
  readonly question: ProcessingQuestion;
  /** Lines, each of one or more fragments, since a line may have parts in several languages. */
  readonly lines: readonly (readonly Phrase[])[];
}

/** What a reviewer asks first, at a glance: empty for one that does nothing on the day. */
export function inShort(reader: Reader, moment: Moment, thirdParty: ThirdParty): ShortAnswer[] {
  const all = namedProcessings(reader, moment, thirdParty);
  if (all.length === 0) return [];
  const answers = shortAnswers(reader, moment, thirdParty, all);
  return all.some(receivesData) ? answers : answers.filter(isStated);
}

function isStated({ lines }: ShortAnswer): boolean {
  return lines.some((line) => line.some(({ quiet }) => quiet !== true));
}

function shortAnswers(
  reader: Reader,
  { day }: Moment,
  thirdParty: ThirdParty,
  all: readonly NamedProcessing[],
): ShortAnswer[] {
  const { words } = reader;
  const answer = (
    name: 'purpose' | 'data' | 'subjects' | 'retention' | 'places' | 'transfer' | 'role',
    question: ProcessingQuestion,
    lines: ShortAnswer['lines'],
  ): ShortAnswer => ({ label: words.t(`third-party.short.${name}`), question, lines });
  const lines = (of: (one: NamedProcessing) => readonly Phrase[]): ShortAnswer['lines'] =>
    atMost(reader, distinct(all.flatMap(of))).map((line) => [line]);
  const transfers = lines(({ processing }) => transferTo(reader, thirdParty, processing));
  return [
    answer(
      'purpose',
      'processing',
      lines(({ purpose }) => [purpose]),
    ),
    answer('data', 'data', [...categoryLine(reader, all, 'data'), ...specialLine(reader, all)]),
    answer('subjects', 'data', categoryLine(reader, all, 'subjects')),
    answer(
      'retention',
      'retention',
      lines((one) => [retentionOf(reader, one)]),
    ),
    answer(
      'places',
      'places',
      lines(({ processing }) => transferInWords(words, thirdParty, processing, day)),
    ),
    ...(transfers.length > 0 ? [answer('transfer', 'transfer', transfers)] : []),
    answer(
      'role',
      'processing',
      lines(({ processing }) => [{ text: words.role(processing.role) }]),
    ),
  ];
}

function retentionOf({ words }: Reader, { processing }: NamedProcessing): Phrase {
  const { retention, retentionTerms } = processing;
  if (!retention && !retentionTerms) return notStated(words);
  return inLanguage(words.retentionText(retention, retentionTerms));
}

/** All categories of all processings, each once. */
function categoryLine(
  reader: Reader,
  all: readonly NamedProcessing[],
  vocabulary: Vocabulary,
): ShortAnswer['lines'] {
  const categories = distinct(
    all.flatMap(({ processing }): readonly Category[] => processing[vocabulary] ?? []),
  );
  if (categories.length === 0) return [[notStated(reader.words)]];
  return [inOneLine(categoryPhrases(reader, vocabulary, categories))];
}

/** GDPR articles 9 and 10: it is the first thing that weighs on a judgement. */
function specialLine({ words, context }: Reader, all: readonly NamedProcessing[]): ShortAnswer['lines'] {
  const special = all.some(
    ({ processing: { specialCategories, data = [] } }) =>
      specialCategories === 'yes' || data.some((category) => isSpecial(context.content, category)),
  );
  return special ? [[{ text: words.t('third-party.short.special') }]] : [];
}

function distinct<Value>(values: readonly Value[]): Value[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

const MOST_LINES = 4;

/** A dozen purposes are no summary: the rest is told under the question. */
function atMost({ words }: Reader, lines: readonly Phrase[]): readonly Phrase[] {
  if (lines.length <= MOST_LINES) return lines;
  const shown = lines.slice(0, MOST_LINES - 1);
  const count = lines.length - shown.length;
  return [...shown, { text: words.t('third-party.short.more', { count }), quiet: true }];
}

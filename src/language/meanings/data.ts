import { z } from 'zod';
import { canonical } from '../../domain/json.ts';
import { categorySchema, type Category } from '../../domain/subjects/processing.ts';
import type { Vocabulary } from '../words.ts';
import {
  added,
  changed,
  insideSentence,
  isTranslation,
  membersOf,
  removed,
  values,
  type MeaningInWords,
  type Teller,
  type Told,
} from './told.ts';

/** `Personal data now also includes: phone number.` One that only became certain, or less so, is told as that. */
export function tellCategories(vocabulary: Vocabulary): Teller {
  return (told) => {
    const members = membersOf(told);
    const [more, less] = [members?.added, members?.removed].map((one) =>
      z.array(categorySchema).safeParse(one),
    );
    if (!members || members.stated || members.unstated || !more?.success || !less?.success) return undefined;
    const { t, list } = told.context.words;
    const pairs = certaintyPairs(more.data, less.data);
    const paired = new Set(pairs.flat());
    const names = (categories: readonly Category[]): string =>
      list(
        namesIn(
          told,
          vocabulary,
          categories.filter((one) => !paired.has(one)),
        ),
      );
    const [come, gone] = [names(more.data), names(less.data)];
    return [
      ...(come === '' ? [] : [added(t(`meaning.${vocabulary}.added`, { members: come }))]),
      ...pairs.map(([before, after]) => certainty(told, vocabulary, before, after)),
      ...(gone === '' ? [] : [removed(t(`meaning.${vocabulary}.removed`, { members: gone }))]),
    ];
  };
}

/** Terms as they stand inside a sentence, in the order of their vocabulary; then free text as it was written. */
function namesIn({ context }: Told, vocabulary: Vocabulary, categories: readonly Category[]): string[] {
  const { words, labels } = context;
  const terms = categories.filter((one) => 'term' in one);
  const texts = categories.filter((one) => 'text' in one);
  return [
    ...words.categories(vocabulary, terms, labels).map((name) => insideSentence(context, name)),
    ...words.categories(vocabulary, texts, labels),
  ];
}

/** The same category before and after, of which only the certainty differs. */
function certaintyPairs(more: readonly Category[], less: readonly Category[]): [Category, Category][] {
  const gone = new Map(less.map((one) => [keyOf(one), one]));
  return more.flatMap((after): [Category, Category][] => {
    const before = gone.get(keyOf(after));
    return before ? [[before, after]] : [];
  });
}

function keyOf(category: Category): string {
  return 'term' in category ? category.term : canonical(category.text);
}

function certainty(
  { context: { words, labels }, field: { label } }: Told,
  vocabulary: Vocabulary,
  before: Category,
  after: Category,
): MeaningInWords {
  const name = (one: Category): string => words.category(vocabulary, one, labels);
  return changed(words.t('meaning.value.changed', { label, before: name(before), after: name(after) }));
}

export const tellSpecialCategories: Teller = ({ context: { words }, change }) => {
  if ('added' in change || change.before === null || change.after === null) return undefined;
  return change.after === 'yes'
    ? [added(words.t('meaning.special-categories.yes'))]
    : [removed(words.t('meaning.special-categories.no'))];
};

/** A condition that is dropped lets data flow always; a new one lets it flow less; a translation does neither. */
export const tellCondition: Teller = (told) => {
  const { t } = told.context.words;
  const { before, after } = values(told);
  if (told.field.wording || isTranslation(told)) return undefined;
  if (before === undefined) return [changed(t('meaning.condition.stated'))];
  return after === undefined ? [changed(t('meaning.condition.unstated'))] : undefined;
};

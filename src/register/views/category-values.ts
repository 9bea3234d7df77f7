import type { Content } from '../../content.ts';
import type { Category } from '../../domain/subjects/processing.ts';
import type { Vocabulary } from '../../language/words.ts';
import type { Reader } from '../reader.ts';
import { categoryPhrase } from './categories.ts';
import type { FactValue } from './fact.ts';

/** Categories with what a reviewer must not overlook: special categories and criminal data (GDPR articles 9 and 10). */
export function categoryValues(
  reader: Reader,
  vocabulary: Vocabulary,
  categories: readonly Category[],
): FactValue[] {
  const flag = reader.words.t('third-party.special-category');
  return reader.words.inOrder(vocabulary, categories).map((category) => ({
    ...categoryPhrase(reader, vocabulary, category),
    ...(vocabulary === 'data' && isSpecial(reader.context.content, category) ? { flag } : {}),
  }));
}

/** Whether a category of personal data is a special one, by the group that the vocabulary has it in. */
export function isSpecial({ dataGroups }: Content, category: Category): boolean {
  if (!('term' in category)) return false;
  return dataGroups.some(({ id, terms }) => id === 'special' && terms.includes(category.term));
}

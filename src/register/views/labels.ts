import type { Category } from '../../domain/subjects/processing.ts';
import type { Reader } from '../reader.ts';
import { categoryPhrase } from './categories.ts';
import { atList, listAddress, type Listing } from './listing.ts';
import type { Phrase } from './phrase.ts';

/** A category of personal data in a word or two, which narrows the list to who gets it. */
export interface Label extends Phrase {
  /** The list is narrowed to it: the link leads back. This is what the link then does. */
  readonly remove?: string;
}

/**
 * The labels of a list. Many rows have the same ones, so the address of each is made once.
 *
 * @param listing undefined where the list cannot be narrowed
 */
export function labelsFor(
  reader: Reader,
  listing: Listing | undefined,
): (categories: readonly Category[]) => Label[] {
  const links = new Map<string, Pick<Label, 'href' | 'remove'>>();
  return (categories) =>
    reader.words.inOrder('data', categories).map((category) => {
      const phrase = categoryPhrase(reader, 'data', category);
      if (!listing || !('term' in category)) return phrase;
      let link = links.get(category.term);
      if (!link) links.set(category.term, (link = linkOf(reader, listing, category.term)));
      return { ...phrase, ...link };
    });
}

function linkOf(reader: Reader, listing: Listing, term: string): Pick<Label, 'href' | 'remove'> {
  const { words } = reader;
  const { data } = listing.query;
  if (!data.includes(term)) return { href: atList(listAddress(reader, listing, { data: [term] })) };
  const name = words.t('register.filter.chip', {
    name: words.t('register.filter.data'),
    value: categoryPhrase(reader, 'data', { term }).text,
  });
  return {
    href: atList(listAddress(reader, listing, { data: data.filter((other) => other !== term) })),
    remove: words.t('register.filter.remove', { name }),
  };
}

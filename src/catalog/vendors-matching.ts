import type { Content } from '../content.ts';
import type { Vendor } from '../content/vendors.ts';

/**
 * The vendors of which every word of the question is found in their name, other names, legal entity or category; all of
 * them for an empty question. Those whose name begins with the question come first.
 */
export function vendorsMatching(content: Pick<Content, 'vendors'>, question: string): readonly Vendor[] {
  const words = folded(question).split(/\s+/).filter(Boolean).slice(0, 10);
  const found = [...content.vendors.values()].filter((vendor) => {
    const text = wordsOf(vendor);
    return words.every((word) => text.includes(word));
  });
  const first = words[0];
  if (first === undefined) return found;
  const begins = ({ name }: Vendor): number => (folded(name).startsWith(first) ? 0 : 1);
  return [...found].sort((one, other) => begins(one) - begins(other));
}

function wordsOf({ name, alsoCalled = [], entity, category }: Vendor): string {
  return folded([name, ...alsoCalled, entity?.name ?? '', ...Object.values(category.label)].join(' '));
}

/** Without capitals and accents. */
function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

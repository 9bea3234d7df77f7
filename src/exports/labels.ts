import { termsIn } from '../domain/terms.ts';
import type { Ledger } from '../domain/ledger.ts';
import type { Labels } from '../domain/notice.ts';
import type { Category, Processing } from '../domain/subjects/processing.ts';
import { sorted } from './in-order.ts';
import type { NoticeEntry, ThirdPartyEntry } from './register-schema.ts';

/** The vocabulary terms that entries use: `data/email-address`. */
export function termsUsed(
  thirdParties: readonly ThirdPartyEntry[],
  notices: readonly NoticeEntry[],
): Set<string> {
  return new Set([
    ...thirdParties.flatMap(({ processings }) => processings.flatMap(termsInProcessing)),
    ...notices.flatMap(({ changes }) => termsIn(changes)),
  ]);
}

export function termsInProcessing({
  data = [],
  subjects = [],
}: Pick<Processing, 'data' | 'subjects'>): string[] {
  return [...named('data', data), ...named('subjects', subjects)];
}

function named(vocabulary: 'data' | 'subjects', categories: readonly Category[]): string[] {
  return categories.flatMap((category) => ('term' in category ? [`${vocabulary}/${category.term}`] : []));
}

/** What the terms are called, by the latest notice that uses each: what readers were told, whatever a vocabulary says now. */
export function labelsOf(ledger: Ledger, terms: ReadonlySet<string>): Labels {
  const labels: Labels = {};
  const missing = new Set(terms);
  for (const notice of ledger.notices.toReversed()) {
    if (missing.size === 0) break;
    for (const term of missing) {
      const label = Object.hasOwn(notice.labels, term) ? notice.labels[term] : undefined;
      if (label && missing.delete(term)) labels[term] = label;
    }
  }
  return sorted(labels) as Labels;
}

import type { ChangeType } from '../domain/change-types.ts';
import { concernsScope, concernsThirdParty, hasType } from '../domain/concerns.ts';
import type { Ledger, PublishedNotice } from '../domain/ledger.ts';

/**
 * Which notices a reader wants. Several values of one are alternatives; what is empty does not restrict; all of them have
 * to fit. It picks notices and never parts of one: an item reads the same in every feed.
 */
export interface FeedFilter {
  /** Ids of scopes. A notice that concerns no scope in particular concerns each of them. */
  readonly scope?: readonly string[];
  /** Types of change; `editorial` adds the notices that are only editorial, which are left out otherwise. */
  readonly type?: readonly (ChangeType | 'editorial')[];
  /** Ids of third parties: notices about them, and those that revise such a notice. */
  readonly 'third-party'?: readonly string[];
}

/** How many items a feed has at most. */
export const MOST_ITEMS = 100;

/** The newest notices that fit, newest first. */
export function pickNotices(ledger: Ledger, filter: FeedFilter): PublishedNotice[] {
  const picked: PublishedNotice[] = [];
  for (const notice of ledger.notices.toReversed()) {
    if (picked.length === MOST_ITEMS) break;
    if (fits(ledger, notice, filter)) picked.push(notice);
  }
  return picked;
}

function fits(ledger: Ledger, notice: PublishedNotice, filter: FeedFilter): boolean {
  const { scope = [], type = [], 'third-party': thirdParties = [] } = filter;
  return (
    fitsType(notice, type) &&
    (scope.length === 0 || concernsScope(notice, scope)) &&
    (thirdParties.length === 0 || concernsThirdParty(ledger, notice, thirdParties))
  );
}

function fitsType(notice: PublishedNotice, asked: readonly (ChangeType | 'editorial')[]): boolean {
  const isEditorial = notice.class === 'editorial';
  if (isEditorial && asked.includes('editorial')) return true;
  const types = asked.filter((type) => type !== 'editorial');
  return types.length === 0 ? !isEditorial : hasType(notice, types);
}

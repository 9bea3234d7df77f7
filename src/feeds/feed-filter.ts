import type { ChangeType } from '../domain/change-types.ts';
import { noticeOf, type Ledger, type PublishedNotice } from '../domain/ledger.ts';
import { effectsOf } from '../domain/notice.ts';

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
    (thirdParties.length === 0 || thirdPartiesOf(ledger, notice).some((id) => thirdParties.includes(id)))
  );
}

function fitsType(notice: PublishedNotice, asked: readonly (ChangeType | 'editorial')[]): boolean {
  const isEditorial = notice.class === 'editorial';
  if (isEditorial && asked.includes('editorial')) return true;
  const types = asked.filter((type) => type !== 'editorial');
  if (types.length === 0) return !isEditorial;
  return effectsOf(notice).some((effect) => effect.types.some((type) => types.includes(type)));
}

function concernsScope(notice: PublishedNotice, asked: readonly string[]): boolean {
  const effects = effectsOf(notice);
  return effects.length === 0 || effects.some(({ scope }) => scope === null || asked.includes(scope));
}

function thirdPartiesOf(ledger: Ledger, { changes, revises }: PublishedNotice): string[] {
  const own = changes.flatMap(({ subject }) => (subject.kind === 'third-party' ? [subject.id] : []));
  const revised = revises?.action === 'redact' ? revises.rows.map(({ edition }) => edition) : [];
  if (revises && revises.action !== 'redact') revised.push(revises.edition);
  return [
    ...own,
    ...revised.flatMap((edition) => {
      const notice = noticeOf(ledger, edition);
      return notice ? thirdPartiesOf(ledger, notice) : [];
    }),
  ];
}

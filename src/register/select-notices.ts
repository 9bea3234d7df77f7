import { subjectsOf } from '../domain/changed-since.ts';
import type { Ledger, PublishedNotice } from '../domain/ledger.ts';
import { effectsOf } from '../domain/notice.ts';

/** Which notices are asked for: any value within one name, all names together. Nothing asked for is all of them. */
export interface NoticeFilter {
  readonly scope: readonly string[];
  /** Types of change, and `editorial` for notices that are nothing else. */
  readonly type: readonly string[];
  readonly 'third-party': readonly string[];
  readonly class?: string | undefined;
}

/**
 * The notices asked for, newest first, as the feed would pick them; but editorial ones too, since this is all there is.
 * What concerns no scope in particular concerns every one.
 */
export function selectNotices(ledger: Ledger, filter: NoticeFilter): PublishedNotice[] {
  const parties = new Set(filter['third-party']);
  return ledger.notices
    .filter(
      (notice) =>
        (filter.class === undefined || notice.class === filter.class) &&
        (filter.scope.length === 0 || concernsScope(notice, filter.scope)) &&
        (filter.type.length === 0 || isOfType(notice, filter.type)) &&
        (parties.size === 0 || isAbout(ledger, notice, parties)),
    )
    .reverse();
}

function isAbout(ledger: Ledger, notice: PublishedNotice, parties: ReadonlySet<string>): boolean {
  return subjectsOf(ledger, notice).some(({ kind, id }) => kind === 'third-party' && parties.has(id));
}

function concernsScope(notice: PublishedNotice, scopes: readonly string[]): boolean {
  const effects = effectsOf(notice);
  return effects.length === 0 || effects.some(({ scope }) => scope === null || scopes.includes(scope));
}

function isOfType(notice: PublishedNotice, types: readonly string[]): boolean {
  if (notice.class === 'editorial' && types.includes('editorial')) return true;
  return effectsOf(notice).some((effect) => effect.types.some((type) => types.includes(type)));
}

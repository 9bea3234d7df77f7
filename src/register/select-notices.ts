import { subjectsOf } from '../domain/changed-since.ts';
import type { Ledger, PublishedNotice } from '../domain/ledger.ts';
import { effectsOf, type Effect } from '../domain/notice.ts';

/** Which notices are asked for: any value within one name, all names together. Nothing asked for is all of them. */
export interface NoticeFilter {
  readonly scope: readonly string[];
  /** Types of change, and `editorial` for notices that are nothing else. */
  readonly type: readonly string[];
  readonly 'third-party': readonly string[];
  readonly class?: string | undefined;
}

/**
 * The notices asked for, newest first. Scope and type are looked for together: a notice that adds in one scope and
 * removes in another is not one that removes in the first. What concerns no scope in particular concerns every one.
 */
export function selectNotices(ledger: Ledger, filter: NoticeFilter): PublishedNotice[] {
  const parties = new Set(filter['third-party']);
  return ledger.notices
    .filter(
      (notice) =>
        (filter.class === undefined || notice.class === filter.class) &&
        (parties.size === 0 || isAbout(ledger, notice, parties)) &&
        isOfKind(notice, filter),
    )
    .reverse();
}

function isAbout(ledger: Ledger, notice: PublishedNotice, parties: ReadonlySet<string>): boolean {
  return subjectsOf(ledger, notice).some(({ kind, id }) => kind === 'third-party' && parties.has(id));
}

function isOfKind(notice: PublishedNotice, { scope, type }: NoticeFilter): boolean {
  if (scope.length === 0 && type.length === 0) return true;
  if (scope.length === 0 && type.includes('editorial') && notice.class === 'editorial') return true;
  return effectsOf(notice).some((effect) => inScope(effect, scope) && ofType(effect, type));
}

function inScope(effect: Effect, scopes: readonly string[]): boolean {
  return scopes.length === 0 || effect.scope === null || scopes.includes(effect.scope);
}

function ofType(effect: Effect, types: readonly string[]): boolean {
  if (types.length === 0) return true;
  return (
    effect.types.some((type) => types.includes(type)) ||
    (effect.class === 'editorial' && types.includes('editorial'))
  );
}

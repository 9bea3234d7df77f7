import type { ChangeType } from './change-types.ts';
import { noticeOf, type Ledger, type PublishedNotice } from './ledger.ts';
import { effectsOf, type Notice } from './notice.ts';

/** Whether a notice concerns any of the scopes. What concerns no scope in particular concerns every one. */
export function concernsScope(notice: Notice, scopes: readonly string[]): boolean {
  const effects = effectsOf(notice);
  return effects.length === 0 || effects.some(({ scope }) => scope === null || scopes.includes(scope));
}

/** Whether a notice has an effect of any of the types. */
export function hasType(notice: Notice, types: readonly ChangeType[]): boolean {
  return effectsOf(notice).some((effect) => effect.types.some((type) => types.includes(type)));
}

/** Whether a notice is about any of the third parties, or revises one that is. */
export function concernsThirdParty(ledger: Ledger, notice: PublishedNotice, ids: readonly string[]): boolean {
  const { changes, revises } = notice;
  if (changes.some(({ subject }) => subject.kind === 'third-party' && ids.includes(subject.id))) return true;
  if (!revises) return false;
  const revised =
    revises.action === 'redact' ? revises.rows.map(({ edition }) => edition) : [revises.edition];
  return revised.some((edition) => {
    const earlier = noticeOf(ledger, edition);
    return earlier !== undefined && concernsThirdParty(ledger, earlier, ids);
  });
}

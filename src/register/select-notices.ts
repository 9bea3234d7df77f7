import type { ChangeType } from '../domain/change-types.ts';
import { concernsScope, concernsThirdParty, hasType } from '../domain/concerns.ts';
import type { Ledger, PublishedNotice } from '../domain/ledger.ts';
import { monthOf, type Month } from '../domain/months.ts';
import { dayOfEffect } from './notices-in-effect.ts';

/** Which notices are asked for: any value within one name, all names together. Nothing asked for is all of them. */
export interface NoticeFilter {
  readonly scope: readonly string[];
  /** Types of change, and `editorial` for notices that are nothing else. */
  readonly type: readonly (ChangeType | 'editorial')[];
  readonly 'third-party': readonly string[];
  readonly class?: string | undefined;
  /** The month from which they hold, postponements counted in. */
  readonly month?: Month | undefined;
}

/** The notices asked for, newest first, as the feed would pick them; but editorial ones too, since this is all there is. */
export function selectNotices(ledger: Ledger, filter: NoticeFilter): PublishedNotice[] {
  const { scope, type, 'third-party': thirdParties } = filter;
  const types = type.filter((name) => name !== 'editorial');
  return ledger.notices
    .filter(
      (notice) =>
        (filter.class === undefined || notice.class === filter.class) &&
        (filter.month === undefined || monthOf(dayOfEffect(ledger, notice)) === filter.month) &&
        (scope.length === 0 || concernsScope(notice, scope)) &&
        (type.length === 0 ||
          hasType(notice, types) ||
          (notice.class === 'editorial' && type.includes('editorial'))) &&
        (thirdParties.length === 0 || concernsThirdParty(ledger, notice, thirdParties)),
    )
    .reverse();
}

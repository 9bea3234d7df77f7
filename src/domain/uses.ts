import { addDays, type Day } from './days.ts';
import { timeline, type Ledger } from './ledger.ts';
import { daysOf } from './conflicts.ts';
import { apply } from './apply.ts';
import { isInUse } from './register.ts';
import type { ThirdParty } from './subjects/third-party.ts';

/** From the first day to the last day of use, both included; without an end while it lasts. */
export interface PeriodOfUse {
  readonly from: Day;
  readonly until?: Day;
}

/**
 * When a third party was, is or will be in use, as known today. One that returns has two periods. Judges "who received
 * data between two days" (CJEU C-154/21).
 */
export function periodsOfUse(ledger: Ledger, thirdParty: string): PeriodOfUse[] {
  const periods: { from: Day; until?: Day }[] = [];
  let state: ThirdParty | undefined;
  for (const day of daysOf(timeline(ledger).bySubject.get(`third-party/${thirdParty}`) ?? [])) {
    const before = isInUse(state);
    for (const change of day) state = apply('third-party', state, change.fields);
    const from = day[0]?.effectiveOn;
    if (from === undefined || before === isInUse(state)) continue;
    const open = periods.at(-1);
    if (before && open) end(open, addDays(from, -1));
    else periods.push({ from });
  }
  return periods;
}

/** The baseline is older than its day: what had ended by then was in use on its last day at the latest. */
function end(period: { from: Day; until?: Day }, until: Day): void {
  period.until = until;
  if (until < period.from) period.from = until;
}

import { firstEffectiveDay, objectionDeadline, type Day, type Period } from './days.ts';
import type { Organisation } from './subjects/organisation.ts';

/** The periods that were applied to a notice, and what they led to. */
export interface Periods {
  readonly noticePeriod: Period;
  readonly objectionPeriod: Period;
  readonly firstEffectiveDay: Day;
  readonly objectionDeadline: Day;
}

/** The periods of an organisation, and the days to which they lead from the day of an announcement. */
export function periodsFrom(
  announcedOn: Day,
  { noticePeriod, objectionPeriod }: Pick<Organisation, 'noticePeriod' | 'objectionPeriod'>,
): Periods {
  return {
    noticePeriod,
    objectionPeriod,
    firstEffectiveDay: firstEffectiveDay(announcedOn, noticePeriod),
    objectionDeadline: objectionDeadline(announcedOn, objectionPeriod),
  };
}

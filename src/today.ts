import type { Temporal } from 'temporal-polyfill';
import type { Clock } from './clock.ts';
import { zoneAt } from './domain/announcement.ts';
import { addDays, dayOf, endOfDay, type Day } from './domain/days.ts';
import { lastEdition, noticeOf, timeline, type Ledger } from './domain/ledger.ts';
import { subjectOn } from './domain/register-on.ts';
import type { Organisation } from './domain/subjects/organisation.ts';
import { ORGANISATION } from './domain/subjects/subject.ts';

/** The organisation's day at a moment, and how long it lasts. */
export interface Calendar {
  readonly day: Day;
  readonly timeZone: string;
  /** The first and the first no longer of its moments, in milliseconds since 1970. */
  readonly from: number;
  readonly until: number;
}

/**
 * The day at the instant, in the zone that the organisation has on that day; in UTC before the first edition. Like
 * announced days it never goes back behind the newest announcement, whatever a clock does.
 */
export function calendarAt(ledger: Ledger, instant: Temporal.Instant): Calendar {
  const last = noticeOf(ledger, lastEdition(ledger));
  const timeZone = zoneAt(ledger, instant) ?? 'UTC';
  const now = dayOf(instant, timeZone);
  const until = endOfDay(now, timeZone).epochMilliseconds;
  const from = endOfDay(addDays(now, -1), timeZone).epochMilliseconds;
  return { day: last && last.announcedOn > now ? last.announcedOn : now, timeZone, from, until };
}

/** The organisation's public facts on the day, as known today. */
export function organisationOn(ledger: Ledger, day: Day): Organisation | undefined {
  const organisation = subjectOn(timeline(ledger), ORGANISATION, day);
  return organisation && 'timeZone' in organisation ? organisation : undefined;
}

/** The organisation's day now. */
export function today(context: { readonly clock: Clock; readonly ledger: { current(): Ledger } }): Day {
  return calendarAt(context.ledger.current(), context.clock.now()).day;
}

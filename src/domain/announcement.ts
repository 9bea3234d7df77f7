import { Temporal } from 'temporal-polyfill';
import { addDays, dayOf, endOfDay, type Day } from './days.ts';
import type { Publication } from './draft.ts';
import { isSetChange } from './field-change.ts';
import { lastEdition, noticeOf, timeline, type Ledger } from './ledger.ts';
import type { Notice } from './notice.ts';
import { subjectOn } from './register-on.ts';
import type { Organisation } from './subjects/organisation.ts';
import { ORGANISATION, subjectKey } from './subjects/subject.ts';

/** When a notice is announced: the recorded instant and the day it falls on in the organisation's zone. */
export type Announcement = Pick<
  Notice,
  'format' | 'register' | 'edition' | 'publishedAt' | 'timeZone' | 'announcedOn' | 'salt'
>;

/**
 * The announcement of the next edition. Neither the instant nor the day ever goes back, whatever a clock or a change of
 * zone does.
 */
export function announce(ledger: Ledger, organisation: Organisation, publication: Publication): Announcement {
  const last = noticeOf(ledger, lastEdition(ledger));
  const moment = momentOf(ledger, publication);
  const timeZone = zoneAt(ledger, moment) ?? organisation.timeZone;
  return {
    format: 1,
    register: last?.register ?? publication.register,
    edition: lastEdition(ledger) + 1,
    publishedAt: moment.toString({ fractionalSecondDigits: 3 }),
    timeZone,
    announcedOn: dayAt(ledger, moment, timeZone),
    salt: publication.salt,
  };
}

/** Now, to the millisecond, but never before the last notice. */
function momentOf(ledger: Ledger, { now }: Publication): Temporal.Instant {
  const moment = now.round({ smallestUnit: 'millisecond', roundingMode: 'floor' });
  const last = noticeOf(ledger, lastEdition(ledger));
  const before = last && Temporal.Instant.from(last.publishedAt);
  return before && Temporal.Instant.compare(before, moment) > 0 ? before : moment;
}

function dayAt(ledger: Ledger, moment: Temporal.Instant, timeZone: string): Day {
  const day = dayOf(moment, timeZone);
  const last = noticeOf(ledger, lastEdition(ledger))?.announcedOn;
  return last !== undefined && last > day ? last : day;
}

/** The organisation whose periods hold today, as known today. */
export function organisationNow(ledger: Ledger, publication: Publication): Organisation | undefined {
  const moment = momentOf(ledger, publication);
  const zone = zoneAt(ledger, moment);
  if (zone === undefined) return undefined;
  const state = subjectOn(timeline(ledger), ORGANISATION, dayAt(ledger, moment, zone));
  return state as Organisation | undefined; // The state of the organisation's subject, and of no other kind.
}

/**
 * The organisation's time zone at an instant, as known today; undefined before the first edition. A change of zone takes
 * effect when its day begins in the zone that held until then, so that an instant never falls into two zones.
 */
export function zoneAt(ledger: Ledger, instant: Temporal.Instant): string | undefined {
  let zone: string | undefined;
  for (const { baseline, effectiveOn, fields } of timeline(ledger).bySubject.get(subjectKey(ORGANISATION)) ??
    []) {
    const begins = zone === undefined || baseline ? undefined : endOfDay(addDays(effectiveOn, -1), zone);
    if (begins && Temporal.Instant.compare(instant, begins) < 0) break;
    const change = fields.find(({ field }) => field === 'timeZone');
    if (change && !isSetChange(change) && typeof change.after === 'string') zone = change.after;
  }
  return zone;
}

import { dayOf, type Day } from './days.ts';
import type { Publication } from './draft.ts';
import { lastEdition, noticeOf, type Ledger } from './ledger.ts';
import type { Notice } from './notice.ts';
import { registerOn } from './register-on.ts';
import type { Organisation } from './subjects/organisation.ts';

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
  const instant = publication.now.round({ smallestUnit: 'millisecond', roundingMode: 'floor' });
  const publishedAt = later(instant.toString({ fractionalSecondDigits: 3 }), last?.publishedAt);
  return {
    format: 1,
    register: last?.register ?? publication.register,
    edition: lastEdition(ledger) + 1,
    publishedAt,
    timeZone: organisation.timeZone,
    announcedOn: later(dayOf(publication.now, organisation.timeZone), last?.announcedOn),
    salt: publication.salt,
  };
}

function later(text: string, other: string | undefined): string {
  return other !== undefined && other > text ? other : text;
}

/** The organisation whose zone and periods hold today, as known today. */
export function organisationNow(ledger: Ledger, publication: Publication): Organisation | undefined {
  const zone = noticeOf(ledger, lastEdition(ledger))?.timeZone ?? 'UTC';
  const today: Day = later(dayOf(publication.now, zone), noticeOf(ledger, lastEdition(ledger))?.announcedOn);
  return registerOn(ledger, today).organisation;
}

import type { Day } from '../domain/days.ts';
import { timeline, type Ledger } from '../domain/ledger.ts';
import { subjectOn } from '../domain/register-on.ts';
import type { Organisation } from '../domain/subjects/organisation.ts';
import { ORGANISATION } from '../domain/subjects/subject.ts';

/** The publisher as it is on the day, as known today; undefined before the register began. */
export function publisherOn(ledger: Ledger, day: Day): Organisation | undefined {
  const state = subjectOn(timeline(ledger), ORGANISATION, day);
  return state && 'timeZone' in state ? state : undefined;
}

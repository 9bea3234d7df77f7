import type { Query } from '../../language/addresses.ts';
import type { Moment } from '../moment.ts';

/** The part of an address that says which moment it shows; empty for today. */
export function momentQuery({ asked, day, edition, known }: Moment): Query {
  if (asked === 'today') return {};
  if (asked === 'day') return { on: day };
  const announcedOn = known.notices.at(-1)?.announcedOn;
  return { on: day === announcedOn ? undefined : day, edition };
}

import { calendarAt } from '../../today.ts';
import type { DeskReader } from './desk-reader.ts';

/** The time zone in which staff read instants: the organisation's. */
export function zoneOf({ context }: Pick<DeskReader, 'context'>): string {
  return calendarAt(context.ledger.current(), context.clock.now()).timeZone;
}

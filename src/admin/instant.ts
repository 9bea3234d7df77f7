import { calendarAt } from '../today.ts';
import type { AdminReader } from './reader.ts';

/** The time zone in which staff read instants: the organisation's; UTC before there is one. */
export function zoneOf({ context }: Pick<AdminReader, 'context'>): string {
  return calendarAt(context.ledger.current(), context.clock.now()).timeZone;
}

/** An instant (ISO 8601, in UTC) as the organisation's clocks have it, in words. */
export function instantInWords(reader: Pick<AdminReader, 'words' | 'context'>, instant: string): string {
  return reader.words.instant(instant, zoneOf(reader));
}

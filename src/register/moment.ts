import type { Day } from '../domain/days.ts';
import { lastEdition, noticeOf, upTo, type Ledger } from '../domain/ledger.ts';
import type { Reader } from './reader.ts';

/** What a page of the register shows: a day, as known when some edition was the last. */
export interface Moment {
  readonly asked: 'today' | 'day' | 'edition';
  readonly day: Day;
  /** The last edition that is taken into account. */
  readonly edition: number;
  /** The ledger up to that edition. */
  readonly known: Ledger;
}

/**
 * The moment an address asks for. `on` is what was in effect on that day as known today; `edition` is the register as
 * that edition left it, on its announced day unless `on` says another.
 */
export function momentOf(
  ledger: Ledger,
  today: Day,
  { on, edition }: { readonly on?: Day | undefined; readonly edition?: number | undefined },
): Moment {
  if (edition === undefined)
    return {
      asked: on === undefined ? 'today' : 'day',
      day: on ?? today,
      edition: lastEdition(ledger),
      known: ledger,
    };
  const announcedOn = noticeOf(ledger, edition)?.announcedOn ?? today;
  return { asked: 'edition', day: on ?? announcedOn, edition, known: upTo(ledger, edition) };
}

/** Whether the register had begun by then: before the baseline's day it says nothing. */
export function hasBegun({ known, day }: Moment): boolean {
  const baseline = noticeOf(known, 1);
  return baseline !== undefined && baseline.effectiveOn <= day;
}

/** The reader of an edition's page reads it as on its day: what came of it later is not known there. */
export function readerAt(reader: Reader, { asked, day }: Moment): Reader {
  return asked === 'edition' ? { ...reader, today: day } : reader;
}

import type { Hash, LedgerRow } from './chain.ts';
import type { Day } from './days.ts';
import type { Notice } from './notice.ts';
import { timelineOf, type Timeline } from './timeline.ts';

/** A notice as published: the row it came from, and its payload read. */
export interface PublishedNotice extends Notice {
  readonly hash: Hash;
  /** The row it stands in: the exact text is served again, never made anew. */
  readonly row: LedgerRow;
}

/** All published notices: notice n stands at n − 1. A ledger never changes; publishing makes a longer one. */
export interface Ledger {
  readonly notices: readonly PublishedNotice[];
}

export const EMPTY_LEDGER: Ledger = { notices: [] };

/** Reads a row into a notice. What an old format lacks is absent, which reads as "not stated". */
export function readRow(row: LedgerRow): PublishedNotice {
  return { ...(JSON.parse(row.payload) as Notice), hash: row.hash, row };
}

export function append(ledger: Ledger, notices: readonly PublishedNotice[]): Ledger {
  return { notices: [...ledger.notices, ...notices] };
}

/** The number of the last edition, 0 before the first. */
export function lastEdition(ledger: Ledger): number {
  return ledger.notices.length;
}

/** The notice that made the edition, or undefined. */
export function noticeOf(ledger: Ledger, edition: number): PublishedNotice | undefined {
  return ledger.notices[edition - 1];
}

// A page asks for the same past edition many times over; a few are enough, and a long ledger must not be kept often.
const KEPT = 4;
const earlier = new WeakMap<Ledger, Map<number, Ledger>>();

/** The ledger as it stood when the edition was the last. */
export function upTo(ledger: Ledger, edition: number): Ledger {
  if (edition >= ledger.notices.length) return ledger;
  let kept = earlier.get(ledger);
  if (!kept) earlier.set(ledger, (kept = new Map<number, Ledger>()));
  const shorter = kept.get(edition) ?? { notices: ledger.notices.slice(0, Math.max(0, edition)) };
  kept.delete(edition);
  kept.set(edition, shorter);
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT) break;
    kept.delete(oldest);
  }
  return shorter;
}

/** The last edition announced by the day, or 0. Announced days never go back, so this looks by halves. */
export function editionAnnouncedBy(ledger: Ledger, day: Day): number {
  let low = 0;
  let high = ledger.notices.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const notice = ledger.notices[middle - 1];
    if (notice && notice.announcedOn <= day) low = middle;
    else high = middle - 1;
  }
  return low;
}

const timelines = new WeakMap<Ledger, Timeline>();

/** The timeline of a ledger, made once. */
export function timeline(ledger: Ledger): Timeline {
  let made = timelines.get(ledger);
  if (!made) timelines.set(ledger, (made = timelineOf(ledger.notices)));
  return made;
}

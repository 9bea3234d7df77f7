import type { Day } from './days.ts';
import { editionAnnouncedBy, lastEdition, noticeOf, timeline, upTo, type Ledger } from './ledger.ts';
import { registerOn } from './register-on.ts';
import { EMPTY_REGISTER, type Register } from './register.ts';

/** What a file is asked for. Neither: the register of today, as known today. */
export interface Asked {
  readonly on?: Day | undefined;
  readonly edition?: number | undefined;
}

/** A register to be written into a file: on which day, as known when which edition was the last. */
export interface Reading {
  /** The day for which the register is; undefined only before the first edition, unless a day was asked for. */
  readonly day: Day | undefined;
  /** The ledger as known: nothing after the edition is in it. */
  readonly known: Ledger;
  /** The part of it that was announced by the day. */
  readonly announced: Ledger;
  readonly register: Register;
}

/**
 * Resolves what is asked for. `on` is the day as known in the edition, or as known today; `edition` alone is the
 * register as that edition left it, on its announced day.
 *
 * With neither it is the latest day, up to today, on which anything was announced or took effect: the register has read
 * the same since, and so its file stays the same, byte for byte, until something happens.
 */
export function readingOf(ledger: Ledger, today: Day, { on, edition }: Asked): Reading {
  const known = upTo(ledger, edition ?? lastEdition(ledger));
  const announcedOn = noticeOf(known, lastEdition(known))?.announcedOn;
  const day = on ?? (edition === undefined ? lastEvent(known, today) : announcedOn);
  if (day === undefined) return { day, known, announced: known, register: EMPTY_REGISTER };
  const announced = upTo(known, editionAnnouncedBy(known, day));
  return { day, known, announced, register: registerOn(known, day) };
}

/** The latest day up to today on which a notice was announced or took effect; never before the last announcement. */
function lastEvent(ledger: Ledger, today: Day): Day | undefined {
  let latest = noticeOf(ledger, lastEdition(ledger))?.announcedOn;
  for (const { effectiveOn } of timeline(ledger).changes)
    if (latest !== undefined && effectiveOn > latest && effectiveOn <= today) latest = effectiveOn;
  return latest;
}

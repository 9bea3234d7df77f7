import { daysBetween, type Day } from '../../domain/days.ts';
import { timeline, type Ledger, type PublishedNotice } from '../../domain/ledger.ts';
import { noticeHeading, type DayInWords } from '../../language/notice-in-words.ts';
import type { Words } from '../../language/words.ts';
import { dayOfEffect } from '../notices-in-effect.ts';
import type { Reader } from '../reader.ts';
import type { Link } from './link.ts';
import { revisedBy } from './revised-by.ts';
import type { Tag } from './tag.ts';

/** A day that matters to the reader of a planned change, and how far off it is. */
export interface DayAhead extends DayInWords {
  readonly label: string;
  readonly left: string | undefined;
}

/** How many days are left for what, the number apart so that it can stand out. */
export interface Countdown {
  /** Undefined on the last day: the text says it all. */
  readonly number: string | undefined;
  readonly text: string;
  /** One may still object. */
  readonly soon: boolean;
}

/** A change that is announced and not in effect yet, or to which one may still object. */
export interface PlannedChange {
  readonly href: string;
  /** What changes, without the day. */
  readonly title: string;
  /** The marks of its notice: short notice, late disclosure. */
  readonly tags: readonly Tag[];
  /** Days left to object, else to the day it takes effect. */
  readonly countdown: Countdown | undefined;
  /** What later notices did to it: its title says what it said itself. */
  readonly revisions: readonly Link[];
  readonly objection: DayAhead | undefined;
  readonly effective: DayAhead;
}

/**
 * Notices that are to take effect after the day, or to which one may still object on it; the soonest first.
 *
 * A withdrawn notice has nothing to come, and what only revises another takes effect at once.
 */
export function plannedNotices(ledger: Ledger, day: Day): readonly PublishedNotice[] {
  const known = planned.get(ledger);
  if (known?.day === day) return known.notices;
  const notices = findPlanned(ledger, day);
  planned.set(ledger, { day, notices });
  return notices;
}

// Nearly all pages ask for the same day; a long ledger is gone through once for it.
const planned = new WeakMap<Ledger, { readonly day: Day; readonly notices: readonly PublishedNotice[] }>();

function findPlanned(ledger: Ledger, day: Day): PublishedNotice[] {
  const { standings } = timeline(ledger);
  return ledger.notices
    .filter(({ edition, announcedOn, changes, objectionDeadline }) => {
      const standing = standings.get(edition);
      if (!standing || standing.withdrawnBy !== undefined || announcedOn > day || changes.length === 0)
        return false;
      return standing.effectiveOn > day || (objectionDeadline !== undefined && objectionDeadline >= day);
    })
    .map((notice) => ({ notice, day: dayOfEffect(ledger, notice) }))
    .sort((a, b) => (a.day === b.day ? a.notice.edition - b.notice.edition : a.day < b.day ? -1 : 1))
    .map(({ notice }) => notice);
}

/** @param counted whether days are counted from the day: not where it lies in the past */
export function plannedChange(
  reader: Reader,
  ledger: Ledger,
  notice: PublishedNotice,
  day: Day,
  counted: boolean,
): PlannedChange {
  const { words, addresses } = reader;
  const heading = noticeHeading(words, ledger, notice, day);
  const effective = heading.standing?.effective ?? heading.effective;
  const deadline = notice.objectionDeadline;
  const open = counted && deadline !== undefined && deadline >= day;
  const toEffect = counted && effective.day > day ? daysBetween(day, effective.day) : undefined;
  return {
    href: addresses.notice(notice.edition),
    title: heading.what,
    tags: heading.marks.map(({ label, hint }) => ({ text: label, ...(hint === undefined ? {} : { hint }) })),
    countdown: open ? toObject(words, daysBetween(day, deadline)) : toTakeEffect(words, toEffect),
    revisions: revisedBy(reader, heading),
    objection:
      deadline === undefined
        ? undefined
        : { label: words.t('notice.objection'), day: deadline, text: words.day(deadline), left: undefined },
    effective: {
      label: words.t('notice.effective'),
      ...effective,
      // Where the days to object are counted in large, those to the effect stand beside its day.
      left: open && toEffect !== undefined ? words.t('state.effective-days', { days: toEffect }) : undefined,
    },
  };
}

function toObject({ t, number }: Words, days: number): Countdown {
  return days === 0
    ? { number: undefined, text: t('state.objection-days', { days }), soon: true }
    : { number: number(days), text: t('coming.days-to-object', { days }), soon: true };
}

function toTakeEffect({ t, number }: Words, days: number | undefined): Countdown | undefined {
  return days === undefined
    ? undefined
    : { number: number(days), text: t('coming.days-to-effect', { days }), soon: false };
}

import { noticeOf } from '../../domain/ledger.ts';
import { outcomesOf, type NoticeKind, type Outcome } from '../../domain/notice-kind.ts';
import { monthOf, monthsTo, type Month } from '../../domain/months.ts';
import { headingFor } from '../heading.ts';
import { readerAt, type Moment } from '../moment.ts';
import { noticesInEffect, type NoticeInEffect } from '../notices-in-effect.ts';
import type { Reader } from '../reader.ts';
import type { IconName } from './icon.ts';
import type { Link } from './link.ts';
import { KIND_ICONS } from './notice-icon.ts';

/** One notice in the strip, with what it says to who cannot see its place and shape. */
export interface StripMark extends Link {
  readonly kind: NoticeKind;
  readonly icon: IconName;
  /** It is not in effect yet. */
  readonly planned: boolean;
}

/** Notices that stand above each other. */
export interface StripStack {
  readonly marks: readonly StripMark[];
  /** Where the rest is, when there are more than can be shown: `+12`. */
  readonly more: Link | undefined;
}

export interface StripMonth extends StripStack {
  readonly month: Month;
  readonly initial: string;
  /** The year, where it begins and in the first column. */
  readonly year: string | undefined;
  /** The register had not begun, so nothing is known of it. */
  readonly unknown: boolean;
}

/** How many changes of a kind there were; also what the shape of their marks means. */
export interface StripCount {
  readonly kind: NoticeKind | 'planned';
  readonly icon: IconName;
  readonly text: string;
}

/** The months up to a moment with what changed in each, and what is to come after it. */
export interface Strip {
  readonly title: string;
  readonly counts: readonly StripCount[];
  /** Oldest first. */
  readonly months: readonly StripMonth[];
  readonly ahead: (StripStack & { readonly label: string }) | undefined;
}

const MONTHS = 24;
// A month of many notices is no higher than this; the list of changes shows them all.
const STACKED = 4;
// A column has room for two figures; what is said aloud is exact.
const MOST_COUNTED = 99;

/** The strip of the 24 months that end with the moment's. Past days as known today have nothing ahead: it is all known. */
export function stripOf(reader: Reader, moment: Moment): Strip {
  const { words } = reader;
  const months = monthsTo(moment.day, MONTHS);
  const until = noticesInEffect(moment.known).filter(({ day }) => day <= moment.day);
  const shown = until.filter(({ day }) => monthOf(day) >= (months[0] ?? ''));
  const ahead = aheadOf(reader, moment);
  return {
    title:
      monthOf(moment.day) === monthOf(reader.today)
        ? words.t('strip.title')
        : words.t('strip.title-to', { month: words.month(monthOf(moment.day)) }),
    counts: countsOf(reader, shown, ahead),
    months: monthColumns(reader, moment, months, shown),
    ahead: aheadStack(reader, moment, ahead),
  };
}

function aheadOf({ today }: Reader, { asked, day, known }: Moment): NoticeInEffect[] {
  if (asked === 'day' && day < today) return [];
  return noticesInEffect(known).filter((notice) => notice.day > day);
}

function monthColumns(
  reader: Reader,
  moment: Moment,
  months: readonly Month[],
  shown: readonly NoticeInEffect[],
): StripMonth[] {
  const { words } = reader;
  const byMonth = Map.groupBy(shown, ({ day }) => monthOf(day));
  const first = monthOf(noticeOf(moment.known, 1)?.effectiveOn ?? moment.day);
  return months.map((month, index) => ({
    month,
    initial: words.monthInitial(month),
    // Beside a December there is room for the year that begins, not for both.
    year: month.endsWith('-01') || (index === 0 && !month.endsWith('-12')) ? month.slice(0, -3) : undefined,
    unknown: month < first,
    ...monthStack(reader, moment, month, byMonth.get(month) ?? []),
  }));
}

/** The last notices of a month, in the order in which they came. */
function monthStack(
  reader: Reader,
  moment: Moment,
  month: Month,
  notices: readonly NoticeInEffect[],
): StripStack {
  const { words, addresses } = reader;
  const count = Math.max(0, notices.length - STACKED);
  return {
    marks: notices.slice(count).map((notice) => markOf(reader, moment, notice)),
    more: restOf(reader, count, {
      href: addresses.changes({ month }),
      hint: words.t('strip.more', { count, month: words.month(month) }),
    }),
  };
}

/** The next notices; all of them stand where what is coming is told. */
function aheadStack(reader: Reader, moment: Moment, notices: readonly NoticeInEffect[]): Strip['ahead'] {
  if (notices.length === 0) return undefined;
  const { words } = reader;
  const count = Math.max(0, notices.length - STACKED);
  return {
    label: words.t('strip.ahead'),
    marks: notices.slice(0, STACKED).map((notice) => markOf(reader, moment, notice)),
    more: restOf(reader, count, { href: '#planned', hint: words.t('strip.more-ahead', { count }) }),
  };
}

/** Where the rest leads, when there are more than are stacked. */
function restOf({ words }: Reader, count: number, to: Omit<Link, 'text'>): Link | undefined {
  const text = count > MOST_COUNTED ? `${words.number(MOST_COUNTED)}+` : `+${words.number(count)}`;
  return count === 0 ? undefined : { text, ...to };
}

function markOf(reader: Reader, moment: Moment, { notice, day, kind }: NoticeInEffect): StripMark {
  const { words, addresses } = reader;
  const at = readerAt(reader, moment);
  const planned = day > at.today;
  const title = kind === 'begins' ? words.t('strip.begins') : headingFor(at, moment.known, notice).what;
  return {
    text: words.t(planned ? 'strip.mark-planned' : 'strip.mark', { day: words.day(day), title }),
    href: addresses.notice(notice.edition),
    kind,
    icon: KIND_ICONS[kind],
    planned,
  };
}

function countsOf(
  { words }: Reader,
  shown: readonly NoticeInEffect[],
  ahead: readonly NoticeInEffect[],
): StripCount[] {
  const begun = shown.some(({ kind }) => kind === 'begins');
  const outcomes = outcomesIn(shown);
  const count = (asked: Outcome): number => outcomes.filter((outcome) => outcome === asked).length;
  const changes = (['added', 'changed', 'removed'] as const).map((kind) => ({
    kind,
    icon: KIND_ICONS[kind],
    text: words.t(`strip.${kind}`, { count: count(kind) }),
  }));
  const begins: StripCount = { kind: 'begins', icon: KIND_ICONS.begins, text: words.t('strip.begins') };
  const planned: StripCount = {
    kind: 'planned',
    icon: 'clock',
    text: words.t('strip.planned', { count: outcomesIn(ahead).length }),
  };
  return [...changes, ...(begun ? [begins] : []), ...(ahead.length > 0 ? [planned] : [])];
}

/** A notice may do several things; the first edition tells what was there before it, and does none. */
function outcomesIn(notices: readonly NoticeInEffect[]): Outcome[] {
  return notices.flatMap(({ kind, notice }) => (kind === 'begins' ? [] : outcomesOf(notice.changes)));
}

import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

/** A legal day: a calendar day `YYYY-MM-DD` in the organisation's time zone. Days compare as text. */
export type Day = string;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Whether the text is a real calendar day between 0001-01-01 and 9999-12-31. */
export function isDay(text: string): boolean {
  if (!DAY.test(text) || text.startsWith('0000')) return false;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
}

export const daySchema = z.string().refine(isDay, { error: 'Not a day. Days are written YYYY-MM-DD.' });

/** The calendar day on which the instant falls in the time zone (IANA name). */
export function dayOf(instant: Temporal.Instant, timeZone: string): Day {
  return instant.toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** The first instant after the day has ended in the time zone: 24:00, which is 00:00 of the next day. */
export function endOfDay(day: Day, timeZone: string): Temporal.Instant {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(timeZone).toInstant();
}

export function addDays(day: Day, days: number): Day {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** Whole calendar days from the first day to the second; negative when the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days;
}

const PERIOD = /^P(\d{1,4})([DM])$/;

/** A period of notice or objection: whole calendar days or months, `P30D` or `P1M`. Business days are not supported. */
export type Period = string;

export const periodSchema = z
  .string()
  .regex(PERIOD, { error: 'Not a period. Periods are written P30D (days) or P1M (months).' });

export function isPeriod(text: string): boolean {
  return PERIOD.test(text);
}

/**
 * The day that lies the period after the given day. The given day itself does not count, and a month that has no such
 * day ends on its last one (Regulation (EEC, Euratom) 1182/71, article 3).
 */
export function addPeriod(day: Day, period: Period): Day {
  return Temporal.PlainDate.from(day).add(lengthOf(period), { overflow: 'constrain' }).toString();
}

function lengthOf(period: Period): { days: number } | { months: number } {
  const match = PERIOD.exec(period);
  if (!match) throw new RangeError(`Not a period: ${period}`);
  const amount = Number(match[1]);
  return match[2] === 'D' ? { days: amount } : { months: amount };
}

/** The last day on which one may object: to its end, in the organisation's zone. */
export function objectionDeadline(announcedOn: Day, objectionPeriod: Period): Day {
  return addPeriod(announcedOn, objectionPeriod);
}

/** The first day on which a change that needs notice may take effect: the day after the notice period has passed. */
export function firstEffectiveDay(announcedOn: Day, noticePeriod: Period): Day {
  return addDays(addPeriod(announcedOn, noticePeriod), 1);
}

/**
 * Whether the first period is never longer than the second, from whatever day both are counted. A month has 28 to 31
 * days: one month may be as long as 31 days and as short as 28.
 */
export function neverLonger(period: Period, than: Period): boolean {
  return sameUnitNoLonger(period, than) || longestDays(period) <= shortestDays(than);
}

function sameUnitNoLonger(period: Period, than: Period): boolean {
  return period.at(-1) === than.at(-1) && Number(period.slice(1, -1)) <= Number(than.slice(1, -1));
}

// The first and the last day of every month of four years, among them a leap day; and of the years around 2100, which has
// none: between them a month, and any number of months, is as long and as short as it can be.
const FIRST_DAYS = [2023, 2024, 2025, 2026, 2096, 2097].flatMap((year) =>
  Array.from({ length: 12 }, (_, month) => Temporal.PlainDate.from({ year, month: month + 1, day: 1 })),
);

/** Days from which to count when something must hold from whatever day one counts. */
export const STARTING_DAYS: readonly Temporal.PlainDate[] = FIRST_DAYS.flatMap((first) => [
  first,
  first.with({ day: first.daysInMonth }),
]);

function spans(period: Period): number[] {
  const length = lengthOf(period);
  if ('days' in length) return [length.days];
  return STARTING_DAYS.map((start) => start.until(start.add(length), { largestUnit: 'day' }).days);
}

function longestDays(period: Period): number {
  return Math.max(...spans(period));
}

function shortestDays(period: Period): number {
  return Math.min(...spans(period));
}

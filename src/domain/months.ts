import { Temporal } from 'temporal-polyfill';
import type { Day } from './days.ts';

/** A calendar month `YYYY-MM`. Months compare as text. */
export type Month = string;

export function monthOf(day: Day): Month {
  return day.slice(0, 7);
}

/** The month of the day and as many before it as make the count, oldest first. */
export function monthsTo(day: Day, count: number): Month[] {
  const last = Temporal.PlainYearMonth.from(monthOf(day));
  return Array.from({ length: count }, (_, index) => last.subtract({ months: count - 1 - index }).toString());
}

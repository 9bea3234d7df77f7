import { Temporal } from 'temporal-polyfill';
import { STARTING_DAYS } from './days.ts';

/**
 * How the first duration (ISO 8601) compares with the second, from whatever day both are counted: `P12M` is the same as
 * `P1Y`; `P1M` is `shorter` than `P31D`, for it is never longer; `P1M` and `P30D` are `incomparable`, because a month
 * has 28 to 31 days.
 */
export function compareDurations(
  first: string,
  second: string,
): 'shorter' | 'same' | 'longer' | 'incomparable' {
  const starts = isFixed(first, second) ? STARTING_DAYS.slice(0, 1) : STARTING_DAYS;
  const orders = new Set(
    starts.map((relativeTo) => Temporal.Duration.compare(first, second, { relativeTo })),
  );
  if (orders.has(1) && orders.has(-1)) return 'incomparable';
  if (orders.has(1)) return 'longer';
  return orders.has(-1) ? 'shorter' : 'same';
}

/** Whether the order is the same from every day: as many months in both, or nothing but months in both. */
function isFixed(...texts: readonly string[]): boolean {
  const durations = texts.map((text) => Temporal.Duration.from(text));
  const months = new Set(durations.map((duration) => duration.years * 12 + duration.months));
  return months.size === 1 || durations.every((duration) => duration.with({ years: 0, months: 0 }).blank);
}

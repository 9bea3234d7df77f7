import { Temporal } from 'temporal-polyfill';

// Months and years have no fixed length: from 31 December a month has 31 days, from 31 January it has 28.
const STARTS = ['2023-12-31', '2023-01-31', '2024-01-01', '2023-07-01'].map((day) =>
  Temporal.PlainDate.from(day),
);

/**
 * How the first duration (ISO 8601) compares with the second, from whatever day both are counted: `P12M` is the same as
 * `P1Y`; `P1M` and `P30D` are `incomparable`.
 */
export function compareDurations(
  first: string,
  second: string,
): 'shorter' | 'same' | 'longer' | 'incomparable' {
  const orders = new Set(
    STARTS.map((relativeTo) => Math.sign(Temporal.Duration.compare(first, second, { relativeTo }))),
  );
  if (orders.size > 1) return 'incomparable';
  const [order] = orders;
  return order === 0 ? 'same' : order === -1 ? 'shorter' : 'longer';
}

import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addPeriod,
  dayOf,
  daysBetween,
  endOfDay,
  firstEffectiveDay,
  isDay,
  neverLonger,
  objectionDeadline,
  periodSchema,
} from '../../../src/domain/days.ts';
import { compareDurations } from '../../../src/domain/durations.ts';
import { durationSchema } from '../../../src/domain/subjects/processing.ts';

const RUNS = { seed: 20_260_110, numRuns: 300 };

describe('a day', () => {
  test.each(['2026-01-31', '2024-02-29', '0001-01-01', '9999-12-31'])('can be %s', (text) => {
    expect(isDay(text)).toBe(true);
  });

  test.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '26-01-01',
    '0000-01-01',
    '+002026-01-01',
    '-002026-01-01',
    '2026-01-01T00:00:00Z',
    '2026-01-01[u-ca=japanese]',
    ' 2026-01-01',
    '2026-01-01\n',
    '2026–01–01',
    '٢٠٢٦-٠١-٠١',
    '',
    'today',
  ])('is not %j', (text) => {
    expect(isDay(text)).toBe(false);
  });

  test('of an instant is the calendar day in the zone', () => {
    const instant = Temporal.Instant.from('2026-06-30T12:30:00Z');
    expect(dayOf(instant, 'Europe/Amsterdam')).toBe('2026-06-30');
    expect(dayOf(instant, 'Pacific/Auckland')).toBe('2026-07-01');
    expect(dayOf(instant, 'Pacific/Pago_Pago')).toBe('2026-06-30');
  });

  test.each([
    ['2026-03-29', 'Europe/Amsterdam', '2026-03-29T22:00:00Z', 23],
    ['2026-10-25', 'Europe/Amsterdam', '2026-10-25T23:00:00Z', 25],
    ['2026-04-05', 'Pacific/Auckland', '2026-04-05T12:00:00Z', 25],
    ['2026-09-27', 'Pacific/Auckland', '2026-09-27T11:00:00Z', 23],
    ['2026-01-15', 'UTC', '2026-01-16T00:00:00Z', 24],
    // In Cairo the clock goes forward at midnight: the day begins at one o'clock.
    ['2026-04-23', 'Africa/Cairo', '2026-04-23T22:00:00Z', 24],
    ['2026-04-24', 'Africa/Cairo', '2026-04-24T21:00:00Z', 23],
  ])('%s in %s ends at %s, after %i hours', (day, zone, end, hours) => {
    expect(endOfDay(day, zone).toString()).toBe(end);
    const began = endOfDay(addDays(day, -1), zone);
    expect(began.until(endOfDay(day, zone)).total('hours')).toBe(hours);
  });

  test('ends where the next begins, in every zone', () => {
    const zones = fc.constantFrom(
      'Europe/Amsterdam',
      'Pacific/Auckland',
      'America/St_Johns',
      'Asia/Kathmandu',
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), zones, (offset, zone) => {
        const day = addDays('2000-01-01', offset);
        const end = endOfDay(day, zone);
        expect(dayOf(end, zone)).toBe(addDays(day, 1));
        expect(dayOf(end.subtract({ nanoseconds: 1 }), zone)).toBe(day);
      }),
      RUNS,
    );
  });
});

describe('a period', () => {
  test.each([
    ['2026-01-31', 'P1M', '2026-02-28'],
    ['2024-01-31', 'P1M', '2024-02-29'],
    ['2026-08-31', 'P1M', '2026-09-30'],
    ['2026-02-28', 'P1M', '2026-03-28'],
    ['2026-12-31', 'P2M', '2027-02-28'],
    ['2026-01-31', 'P30D', '2026-03-02'],
    ['2026-03-28', 'P1D', '2026-03-29'],
    ['2026-01-10', 'P0D', '2026-01-10'],
  ])('from %s of %s ends on %s', (day, period, end) => {
    expect(addPeriod(day, period)).toBe(end);
    expect(objectionDeadline(day, period)).toBe(end);
    expect(firstEffectiveDay(day, period)).toBe(addDays(end, 1));
  });

  test.each(['30D', 'P30', 'P1Y', 'P1W', 'PT12H', 'P-1D', 'P1.5M', 'P10000D', 'P1M1D', ' P1M', ''])(
    'is not %j',
    (text) => {
      expect(periodSchema.safeParse(text).success).toBe(false);
      expect(() => addPeriod('2026-01-10', text)).toThrow(RangeError);
    },
  );

  test.each([
    ['P30D', 'P30D', true],
    ['P1M', 'P1M', true],
    ['P14D', 'P30D', true],
    ['P30D', 'P14D', false],
    ['P28D', 'P1M', true],
    ['P29D', 'P1M', false],
    ['P1M', 'P31D', true],
    ['P1M', 'P30D', false],
    ['P2M', 'P1M', false],
    ['P59D', 'P2M', true],
    ['P60D', 'P2M', false],
    ['P12M', 'P366D', true],
    ['P12M', 'P365D', false],
    ['P0D', 'P1M', true],
  ])('%s is never longer than %s: %s', (period, than, never) => {
    expect(neverLonger(period, than)).toBe(never);
  });

  test('is never longer than another just when no day to count from shows it longer', () => {
    const periods = fc.oneof(
      fc.integer({ min: 0, max: 1500 }).map((days) => `P${String(days)}D`),
      fc.integer({ min: 0, max: 48 }).map((months) => `P${String(months)}M`),
    );
    // Eight years, the last of them around 2100, which is no leap year.
    const starts = [...Array(1461).keys()].map((offset) => addDays('2023-03-01', offset));
    const late = [...Array(365).keys()].map((offset) => addDays('2096-03-01', offset));
    const all = [...starts, ...late].filter((_, index) => index % 3 === 0 || index % 30 < 4);
    fc.assert(
      fc.property(periods, periods, (one, other) => {
        const shown = all.some((start) => addPeriod(start, one) > addPeriod(start, other));
        expect(neverLonger(one, other)).toBe(!shown);
      }),
      { ...RUNS, numRuns: 20 },
    );
  });
});

test('days between two days are whole calendar days, whatever the clocks do', () => {
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  expect(daysBetween('2026-10-26', '2026-10-24')).toBe(-2);
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
});

describe('a duration', () => {
  test.each([
    ['P12M', 'P1Y', 'same'],
    ['P7D', 'P1W', 'same'],
    ['P1D', 'PT24H', 'same'],
    ['P45D', 'P14M', 'shorter'],
    ['P7Y', 'P84M', 'same'],
    ['P2Y', 'P1Y', 'longer'],
    ['P30D', 'P1M', 'incomparable'],
    ['P1M', 'P30D', 'incomparable'],
    ['P365D', 'P1Y', 'shorter'],
    ['P366D', 'P1Y', 'longer'],
    ['P1M', 'P31D', 'shorter'],
    ['P731D', 'P2Y', 'longer'],
    ['P730D', 'P2Y', 'shorter'],
    ['P1Y1D', 'P12M', 'longer'],
    ['PT12H', 'PT720M', 'same'],
    ['P0D', 'PT0S', 'same'],
  ])('of %s against %s is %s', (first, second, order) => {
    expect(compareDurations(first, second)).toBe(order);
  });

  test('is longer than another just when the other is shorter', () => {
    const durations = fc
      .tuple(
        fc.integer({ min: 0, max: 3 }),
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 0, max: 400 }),
      )
      .map(([years, months, days]) => `P${String(years)}Y${String(months)}M${String(days)}D`);
    const turned = { shorter: 'longer', longer: 'shorter', same: 'same', incomparable: 'incomparable' };
    fc.assert(
      fc.property(durations, durations, (one, other) => {
        expect(compareDurations(other, one)).toBe(turned[compareDurations(one, other)]);
      }),
      { ...RUNS, numRuns: 100 },
    );
  });

  test.each(['P45D', 'P14M', 'P7Y', 'PT12H', 'P1Y6M', 'P2W', 'P1DT12H', 'P0D'])('can be %s', (text) => {
    expect(durationSchema.safeParse(text).success).toBe(true);
  });

  test.each(['P', 'PT', 'P1YT', '45D', 'P-1D', 'P1.5Y', 'P1D1M', 'p1d', 'PT1H1D', 'P100000D'])(
    'is not %j',
    (text) => {
      expect(durationSchema.safeParse(text).success).toBe(false);
    },
  );
});

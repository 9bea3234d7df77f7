import { Temporal } from 'temporal-polyfill';
import type { Day } from '../domain/days.ts';

/** Dates, numbers, lists and names of one locale, by the platform's `Intl`. Formatters are made once. */
export interface Formats {
  /** `22 December 2026`. */
  readonly day: (day: Day) => string;
  /** `22 Dec 2026`. */
  readonly dayShort: (day: Day) => string;
  /** `May 2026`, from `2026-05`. */
  readonly month: (month: string) => string;
  /** A month as a letter or figure under a column: `M`. */
  readonly monthInitial: (month: string) => string;
  /** `22 December 2026 at 09:00 (Europe/Amsterdam)`. */
  readonly instant: (instant: string, timeZone: string) => string;
  /** The country's name; the code itself when no country has it. */
  readonly country: (code: string) => string;
  /** `Dutch`. */
  readonly languageName: (tag: string) => string;
  /** `1 year, 6 months`, from an ISO 8601 duration; `P0D` is `0 days`. */
  readonly duration: (iso: string) => string;
  /** `a, b and c`. */
  readonly list: (items: readonly string[]) => string;
  readonly number: (value: number) => string;
  /** Order of the alphabet, for sorting names. */
  readonly compare: (a: string, b: string) => number;
}

const made = new Map<string, Formats>();

/** The formats of a locale (`en-GB`). */
export function formatsFor(locale: string): Formats {
  let formats = made.get(locale);
  if (!formats) made.set(locale, (formats = formatsOf(locale)));
  return formats;
}

function formatsOf(locale: string): Formats {
  const regions = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' });
  const languages = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' });
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const numbers = new Intl.NumberFormat(locale);
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  return {
    day: dayFormat(locale, 'long'),
    dayShort: dayFormat(locale, 'medium'),
    month: monthFormat(locale, { month: 'long', year: 'numeric' }),
    monthInitial: monthFormat(locale, { month: 'narrow' }),
    instant: instantFormat(locale),
    country: remembered((code) => nameBy(regions, code)),
    languageName: remembered((tag) => nameBy(languages, tag)),
    duration: remembered(durationFormat(locale)),
    list: (items) => lists.format(items),
    number: (value) => numbers.format(value),
    compare: (a, b) => collator.compare(a, b),
  };
}

/** What is no code at all, as a redaction may leave it, is shown as it is. */
function nameBy(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}

/** Legal days are calendar days without a zone: they are formatted in UTC, from their midnight in UTC. */
function dayFormat(locale: string, dateStyle: 'long' | 'medium'): (day: Day) => string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle, timeZone: 'UTC' });
  return remembered((day) => format.format(new Date(`${day}T00:00:00Z`)));
}

function monthFormat(locale: string, options: Intl.DateTimeFormatOptions): (month: string) => string {
  const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  return remembered((month) => format.format(new Date(`${month}-01T00:00:00Z`)));
}

function instantFormat(locale: string): Formats['instant'] {
  const formats = new Map<string, Intl.DateTimeFormat>();
  return (instant, timeZone) => {
    let format = formats.get(timeZone);
    if (!format)
      formats.set(
        timeZone,
        (format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone })),
      );
    return `${format.format(new Date(instant))} (${timeZone})`;
  };
}

function durationFormat(locale: string): (iso: string) => string {
  const format = new Intl.DurationFormat(locale, { style: 'long' });
  // Units of nothing are left out, and a duration of nothing would have none.
  const nothing = new Intl.DurationFormat(locale, { style: 'long', daysDisplay: 'always' });
  return (iso) => {
    const { years, months, weeks, days, hours, minutes, seconds } = Temporal.Duration.from(iso);
    const units = { years, months, weeks, days, hours, minutes, seconds };
    return Object.values(units).every((amount) => amount === 0)
      ? nothing.format({ days: 0 })
      : format.format(units);
  };
}

// A page of a long register formats the same few days, countries and periods thousands of times.
const REMEMBERED = 4000;

function remembered(make: (key: string) => string): (key: string) => string {
  const kept = new Map<string, string>();
  return (key) => {
    let text = kept.get(key);
    if (text === undefined) {
      if (kept.size >= REMEMBERED) kept.clear();
      kept.set(key, (text = make(key)));
    }
    return text;
  };
}

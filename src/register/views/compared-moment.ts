import type { Day } from '../../domain/days.ts';
import type { Register } from '../../domain/register.ts';
import { hasBegun, momentOf, type Moment } from '../moment.ts';
import type { Reader } from '../reader.ts';
import { snapshotOn } from '../snapshot.ts';
import { momentQuery } from './moment-query.ts';

/** One of the two moments that are compared. */
export interface ComparedMoment {
  /** As the address asks for it: a day, or the number of an edition. */
  readonly asked: Day | number;
  readonly moment: Moment;
  /** False before the first day of the register: nothing is known of it then. */
  readonly begun: boolean;
  readonly register: Register;
  /** Inside a sentence: `edition 2 (published on 6 May 2026)`, `today`. */
  readonly told: string;
  /** In a title: `edition 2`. */
  readonly short: string;
  /** The register of that moment. */
  readonly href: string;
}

export function comparedMoment(reader: Reader, asked: Day | number): ComparedMoment {
  const { context, addresses, today } = reader;
  const query = typeof asked === 'number' ? { edition: asked } : { on: asked };
  const moment = momentOf(context.ledger.current(), today, query);
  return {
    asked,
    moment,
    begun: hasBegun(moment),
    register: snapshotOn(moment.known, moment.day),
    told: toldOf(reader, asked, moment),
    short: shortOf(reader, asked),
    href: addresses.register(asked === today ? {} : momentQuery(moment)),
  };
}

function toldOf(reader: Reader, asked: Day | number, { day }: Moment): string {
  const { words, today } = reader;
  if (typeof asked === 'number')
    return words.t('compare.moment.edition', { edition: asked, day: words.day(day) });
  return day > today ? words.t('compare.moment.future', { day: words.day(day) }) : shortOf(reader, asked);
}

function shortOf({ words, today }: Reader, asked: Day | number): string {
  if (typeof asked === 'number') return words.t('compare.moment.edition-short', { edition: asked });
  return asked === today ? words.t('compare.moment.today') : words.day(asked);
}

/** Which of two moments is the later one: by the day they show, then by how much was known. */
export function isLater(one: ComparedMoment, other: ComparedMoment): boolean {
  if (one.moment.day !== other.moment.day) return one.moment.day > other.moment.day;
  return one.moment.edition > other.moment.edition;
}

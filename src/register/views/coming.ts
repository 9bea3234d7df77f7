import type { Day } from '../../domain/days.ts';
import { lastEdition, type PublishedNotice } from '../../domain/ledger.ts';
import type { Moment } from '../moment.ts';
import type { Reader } from '../reader.ts';
import type { Link } from './link.ts';
import { plannedChange, plannedNotices, type PlannedChange } from './planned.ts';

/** What was announced and not in effect yet, on the day from which that is told. */
export interface PlannedAt {
  readonly notices: readonly PublishedNotice[];
  readonly day: Day;
  /** Whether days are counted from it: not where a later edition may have changed the plans. */
  readonly counted: boolean;
}

/** What is coming, the soonest first. */
export interface Coming {
  readonly title: string;
  readonly changes: readonly PlannedChange[];
  /** Those that come after the first few; they open on demand. */
  readonly later: { readonly label: string; readonly changes: readonly PlannedChange[] } | undefined;
  /** What is said where nothing is announced. */
  readonly none: string | undefined;
  readonly subscribe: Link;
}

/** How many are shown, or one more: a single one is not worth folding away. */
const SHOWN = 5;

/**
 * What is planned as of the page: today's plans today and on days to come, those of its time on an edition's. A past day
 * as known today has none: all that came later is known.
 */
export function plannedAt({ today, context }: Reader, moment: Moment): PlannedAt | undefined {
  const { asked, day, known, edition } = moment;
  if (asked === 'day' && day < today) return undefined;
  const at = asked === 'edition' ? day : today;
  const counted = at === today && edition === lastEdition(context.ledger.current());
  return { notices: plannedNotices(known, at), day: at, counted };
}

export function comingOf(reader: Reader, { known }: Moment, { notices, day, counted }: PlannedAt): Coming {
  const { words, addresses } = reader;
  const changes = notices.map((notice) => plannedChange(reader, known, notice, day, counted));
  const shown = changes.length > SHOWN + 1 ? SHOWN : changes.length;
  const later = changes.slice(shown);
  return {
    title: words.t(counted ? 'coming.title' : 'coming.title-then'),
    changes: changes.slice(0, shown),
    later:
      later.length === 0
        ? undefined
        : { label: words.t('coming.later', { count: later.length }), changes: later },
    none: changes.length > 0 ? undefined : words.t(counted ? 'coming.none' : 'coming.none-then'),
    subscribe: { text: words.t('coming.subscribe'), href: addresses.feed() },
  };
}

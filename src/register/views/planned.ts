import { daysBetween, type Day } from '../../domain/days.ts';
import { timeline, type Ledger, type PublishedNotice } from '../../domain/ledger.ts';
import { noticeHeading, type DayInWords } from '../../language/notice-in-words.ts';
import type { Reader } from '../reader.ts';
import { entryTags } from './entry-tags.ts';
import type { Link } from './link.ts';
import { revisedBy } from './revised-by.ts';
import type { Tag } from './tag.ts';

/** A day that matters to the reader of a planned change, and how far off it is. */
export interface DayAhead extends DayInWords {
  readonly label: string;
  readonly left: string | undefined;
}

/** A change that is announced and not in effect yet, or to which one may still object. */
export interface PlannedChange {
  readonly href: string;
  readonly title: string;
  readonly tags: readonly Tag[];
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
    .sort((a, b) =>
      effectiveDay(a) === effectiveDay(b)
        ? a.edition - b.edition
        : effectiveDay(a) < effectiveDay(b)
          ? -1
          : 1,
    );

  function effectiveDay({ edition, effectiveOn }: PublishedNotice): Day {
    return standings.get(edition)?.effectiveOn ?? effectiveOn;
  }
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
  return {
    href: addresses.notice(notice.edition),
    title: heading.title,
    tags: entryTags(reader, heading),
    revisions: revisedBy(reader, heading),
    objection:
      deadline === undefined
        ? undefined
        : {
            label: words.t('notice.objection'),
            day: deadline,
            text: words.day(deadline),
            left: counted && deadline >= day ? objectionLeft(daysBetween(day, deadline)) : undefined,
          },
    effective: {
      label: words.t('notice.effective'),
      ...effective,
      left: counted && effective.day > day ? effectLeft(daysBetween(day, effective.day)) : undefined,
    },
  };

  function objectionLeft(days: number): string {
    return words.t('state.objection-days', { days });
  }

  function effectLeft(days: number): string {
    return words.t('state.effective-days', { days });
  }
}

import { daysBetween } from '../../domain/days.ts';
import { noticeOf, type PublishedNotice } from '../../domain/ledger.ts';
import { isInUse } from '../../domain/register.ts';
import type { Moment } from '../moment.ts';
import type { Reader } from '../reader.ts';
import { snapshotOn } from '../snapshot.ts';
import type { Link } from './link.ts';

/** One figure of the status banner. */
export interface StatusItem {
  readonly label: string;
  readonly value: string;
  readonly detail: string | Link | undefined;
  /** Something may still be objected to. */
  readonly soon: boolean;
}

/** Where the register stands: its edition, how many third parties are in use, what is planned. */
export function statusOf(
  reader: Reader,
  moment: Moment,
  planned: readonly PublishedNotice[] | undefined,
): StatusItem[] {
  return [
    editionItem(reader, moment),
    inUseItem(reader, moment),
    ...(planned ? [plannedItem(reader, planned)] : []),
  ];
}

function editionItem({ words, addresses }: Reader, { edition, known }: Moment): StatusItem {
  const day = noticeOf(known, edition)?.announcedOn ?? '';
  return {
    label: words.t('register.filter.edition'),
    value: words.number(edition),
    detail: {
      text: words.t('register.last-change', { day: words.day(day) }),
      href: addresses.notice(edition),
    },
    soon: false,
  };
}

function inUseItem({ words, today }: Reader, { known, day }: Moment): StatusItem {
  const count = [...snapshotOn(known, day).thirdParties.values()].filter(isInUse).length;
  return {
    label: words.t(day === today ? 'register.status.today' : 'register.status.on-day'),
    value: words.t('register.shown-all', { count }),
    detail: words.day(day),
    soon: false,
  };
}

function plannedItem({ words, today }: Reader, planned: readonly PublishedNotice[]): StatusItem {
  const deadlines = planned.flatMap(({ objectionDeadline: deadline }) =>
    deadline !== undefined && deadline >= today ? [deadline] : [],
  );
  const soonest = deadlines.sort()[0];
  return {
    label: words.t('register.planned'),
    value: words.t('register.planned-count', { count: planned.length }),
    detail:
      soonest === undefined
        ? undefined
        : words.t('state.objection-days', { days: daysBetween(today, soonest) }),
    soon: soonest !== undefined,
  };
}

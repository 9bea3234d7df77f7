import { daysBetween } from '../../domain/days.ts';
import type { PublishedNotice } from '../../domain/ledger.ts';
import type { NoticeInWords } from '../../language/notice-in-words.ts';
import type { Reader } from '../reader.ts';
import type { DayAhead } from './planned.ts';

/** When it was announced, until when one may object, from when it is in effect; and how far off that is. */
export function noticeDates(reader: Reader, notice: PublishedNotice, told: NoticeInWords): DayAhead[] {
  const { words, today } = reader;
  const effective = told.standing?.effective ?? told.effective;
  const withdrawn = told.standing?.state.id === 'withdrawn';
  const deadline = notice.objectionDeadline;
  const announced = { label: words.t('notice.announced'), ...told.announced, left: undefined };
  const objection =
    deadline === undefined
      ? []
      : [
          {
            label: words.t('notice.objection'),
            day: deadline,
            text: words.day(deadline),
            left: told.standing?.objectionOpen
              ? words.t('state.objection-days', { days: daysBetween(today, deadline) })
              : undefined,
          },
        ];
  // A revision is no change of its own: it takes effect by being announced.
  if (told.revises) return [announced, ...objection];
  return [
    announced,
    ...objection,
    {
      label: words.t(withdrawn ? 'notice.effective-was' : 'notice.effective'),
      ...effective,
      left:
        !withdrawn && effective.day > today
          ? words.t('state.effective-days', { days: daysBetween(today, effective.day) })
          : undefined,
    },
  ];
}

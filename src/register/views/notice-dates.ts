import { daysBetween } from '../../domain/days.ts';
import type { PublishedNotice } from '../../domain/ledger.ts';
import type { NoticeInWords } from '../../language/notice-in-words.ts';
import type { MessageKey } from '../../language/words.ts';
import type { Reader } from '../reader.ts';
import type { IconName } from './icon.ts';
import type { DayAhead } from './planned.ts';

/** A day on the way of a notice from its announcement to its effect. */
export interface NoticeDate extends DayAhead {
  /** It has come; it is the one that is waited for; it comes after that one; or it never comes. */
  readonly state: 'past' | 'next' | 'ahead' | 'void';
  readonly icon: IconName;
}

const ICONS = { past: 'check', next: 'clock', ahead: 'clock', void: 'remove' } as const satisfies Record<
  NoticeDate['state'],
  IconName
>;

/**
 * When it was announced, until when one may object, from when it is in effect, in the order of the days; and how far off
 * each is, or that it is over.
 */
export function noticeDates(reader: Reader, notice: PublishedNotice, told: NoticeInWords): NoticeDate[] {
  const { words, today } = reader;
  const dates = daysOf(reader, notice, told);
  const deadline = notice.objectionDeadline;
  // The day to object is over when it has ended, a change is in effect when its day begins.
  const isPast = ({ day }: DayAhead): boolean => (day === deadline ? day < today : day <= today);
  const next = dates.find((date) => !isPast(date));
  return dates.map((date, index): NoticeDate => {
    const isVoid = told.standing?.state.id === 'withdrawn' && index > 0;
    const state = isVoid ? 'void' : isPast(date) ? 'past' : date === next ? 'next' : 'ahead';
    const over = state === 'past' && date.day === deadline ? words.t('notice.objection-over') : undefined;
    return { ...date, state, icon: ICONS[state], left: date.left ?? over };
  });
}

function daysOf(reader: Reader, notice: PublishedNotice, told: NoticeInWords): DayAhead[] {
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
      label: words.t(effectiveLabel(told, withdrawn)),
      ...effective,
      left:
        !withdrawn && effective.day > today
          ? words.t('state.effective-days', { days: daysBetween(today, effective.day) })
          : undefined,
    },
  ];
}

/** What the first edition tells was in use before its day: on it only the register begins. */
function effectiveLabel({ edition }: NoticeInWords, withdrawn: boolean): MessageKey {
  if (edition === 1) return 'strip.begins';
  return withdrawn ? 'notice.effective-was' : 'notice.effective';
}

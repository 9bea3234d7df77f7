import type { DayInWords, NoticeHeading } from '../../language/notice-in-words.ts';
import type { Words } from '../../language/words.ts';

/** A day that matters to a notice, under its label. */
export interface HistoryDay extends DayInWords {
  readonly label: string;
}

/** When a notice was announced, until when one may object, and from when it holds: each day once. */
export function historyDays(words: Words, heading: NoticeHeading): HistoryDay[] {
  const { edition, announced, objection, standing, revises } = heading;
  const effective = standing?.effective ?? heading.effective;
  const isOver = standing?.state.id === 'withdrawn';
  // What the first edition tells was in use before its day, and what revises another notice has no day of its own.
  const hasDay = edition > 1 && !revises;
  const atOnce = hasDay && !isOver && effective.day === announced.day;
  const days: HistoryDay[] = [
    { ...announced, label: words.t(atOnce ? 'third-party.history.same-day' : 'notice.announced') },
  ];
  if (objection && !isOver)
    days.push({ day: objection.day, text: words.day(objection.day), label: words.t('notice.objection') });
  if (hasDay && !atOnce)
    days.push({ ...effective, label: words.t(isOver ? 'notice.effective-was' : 'notice.effective') });
  return days;
}

/** Whether it is still to take effect, or may still be objected to. */
export function isPlanned({ standing }: NoticeHeading): boolean {
  return standing?.state.id === 'upcoming' || standing?.state.id === 'objection-open';
}

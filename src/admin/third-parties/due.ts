import { addDays, daysBetween, type Day } from '../../domain/days.ts';
import type { Words } from '../../language/words.ts';
import type { Tag } from '../../register/views/tag.ts';

/** What is due within so many days is shown before it is. */
const SOON_DAYS = 30;

export type Due = 'overdue' | 'soon' | 'later' | 'none';

/** How near a day is that something was to be done by. */
export function dueOn(day: Day | undefined, today: Day): Due {
  if (day === undefined) return 'none';
  if (day < today) return 'overdue';
  return day <= addDays(today, SOON_DAYS) ? 'soon' : 'later';
}

/** `3 days overdue`, `in 12 days`; undefined for what is far off, or has no day. */
export function dueTag(words: Words, day: Day | undefined, today: Day): Tag | undefined {
  if (day === undefined) return undefined;
  const days = daysBetween(today, day);
  switch (dueOn(day, today)) {
    case 'overdue':
      return { text: words.t('desk.overdue', { days: -days }), tone: 'bad' };
    case 'soon':
      return { text: words.t('desk.due-in', { days }), tone: 'soon' };
    case 'later':
    case 'none':
      return undefined;
  }
}

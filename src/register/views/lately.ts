import { headingFor } from '../heading.ts';
import { readerAt, type Moment } from '../moment.ts';
import { noticesInEffect } from '../notices-in-effect.ts';
import type { DayInWords } from '../../language/notice-in-words.ts';
import type { Reader } from '../reader.ts';
import type { IconName } from './icon.ts';
import type { Link } from './link.ts';
import { KIND_ICONS, type NoticeMark } from './notice-icon.ts';

/** A notice that took effect, in a line. */
export interface LateChange {
  readonly kind: NoticeMark['kind'];
  readonly icon: IconName;
  readonly day: DayInWords;
  readonly title: string;
  readonly href: string;
}

/** The last changes that took effect, newest first, and the way to all of them. */
export interface Lately {
  readonly title: string;
  readonly changes: readonly LateChange[];
  readonly all: Link;
}

const SHOWN = 4;

export function latelyOf(reader: Reader, moment: Moment): Lately {
  const { words, addresses, today } = reader;
  const at = readerAt(reader, moment);
  // On a day to come, what is planned until then has not happened.
  const past = noticesInEffect(moment.known).filter(({ day }) => day <= moment.day && day <= at.today);
  return {
    title: words.t(moment.day < today ? 'lately.title-then' : 'lately.title'),
    changes: past
      .slice(-SHOWN)
      .reverse()
      .map(({ notice, day, kind }) => ({
        kind,
        icon: KIND_ICONS[kind],
        day: { day, text: words.day(day) },
        title: headingFor(at, moment.known, notice).what,
        href: addresses.notice(notice.edition),
      })),
    all: { text: words.t('register.all-changes'), href: addresses.changes() },
  };
}

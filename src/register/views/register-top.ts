import type { Moment } from '../moment.ts';
import type { Reader } from '../reader.ts';
import { comingOf, plannedAt, type Coming } from './coming.ts';
import { latelyOf, type Lately } from './lately.ts';
import { standingOf, type Standing } from './status.ts';
import { stripOf, type Strip } from './strip.ts';

/** What stands above the list: what holds, what is coming, what changed lately, and the months behind. */
export interface RegisterTop {
  readonly standing: Standing;
  readonly coming: Coming | undefined;
  readonly lately: Lately;
  readonly strip: Strip;
}

export function registerTop(reader: Reader, moment: Moment): RegisterTop {
  const planned = plannedAt(reader, moment);
  return {
    standing: standingOf(reader, moment, planned),
    coming: planned && comingOf(reader, moment, planned),
    lately: latelyOf(reader, moment),
    strip: stripOf(reader, moment),
  };
}

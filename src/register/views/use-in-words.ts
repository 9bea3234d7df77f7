import type { Day } from '../../domain/days.ts';
import type { PeriodOfUse } from '../../domain/uses.ts';
import type { Words } from '../../language/words.ts';

/** Each period of use in a sentence, as it reads on the day. */
export function periodsInWords(words: Words, periods: readonly PeriodOfUse[], day: Day): string[] {
  return periods.map(({ from, until }) => {
    const days = { from: words.day(from), ...(until === undefined ? {} : { until: words.day(until) }) };
    if (from > day) return words.t('third-party.period.from', days);
    if (until === undefined) return words.t('third-party.period.since', days);
    return words.t(until < day ? 'third-party.period.past' : 'third-party.period.ends', days);
  });
}

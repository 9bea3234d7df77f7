import type { Day } from '../../domain/days.ts';
import { timeline, type Ledger } from '../../domain/ledger.ts';
import { periodsOfUse } from '../../domain/uses.ts';
import type { Words } from '../../language/words.ts';

/**
 * Each period in which a third party was, is or will be in use, in a sentence, as it reads on the day. What the first
 * edition tells began before it, on a day that nobody told.
 */
export function usesInWords(words: Words, known: Ledger, id: string, day: Day): string[] {
  const [first] = timeline(known).bySubject.get(`third-party/${id}`) ?? [];
  return periodsOfUse(known, id).map(({ from, until }) => {
    const days = { from: words.day(from), ...(until === undefined ? {} : { until: words.day(until) }) };
    if (from > day) return words.t('third-party.period.from', days);
    if (first?.baseline && from === first.effectiveOn)
      return words.t(
        until === undefined ? 'third-party.period.before' : 'third-party.period.before-until',
        days,
      );
    if (until === undefined) return words.t('third-party.period.since', days);
    return words.t(until < day ? 'third-party.period.past' : 'third-party.period.ends', days);
  });
}

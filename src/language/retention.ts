import type { Retention } from '../domain/subjects/processing.ts';
import type { Formats } from './formats.ts';
import type { Translate } from './messages.ts';

/**
 * How long data is kept, in words: `45 days`, `1 year after the user deletes the files`, `7 years, required by tax law`.
 *
 * @param terms the event, the criterion or the legal duty, in the reader's language
 */
export function retentionInWords(
  retention: Retention | undefined,
  terms: string | undefined,
  t: Translate,
  { duration }: Pick<Formats, 'duration'>,
): string {
  if (!retention) return terms ?? t('general.not-stated');
  switch (retention.form) {
    case 'period':
      return withTerms(duration(retention.period), terms);
    case 'after-event':
      return terms === undefined
        ? t('retention.after-event-unnamed', { duration: duration(retention.period) })
        : t('retention.after-event', { duration: duration(retention.period), terms });
    case 'criterion':
      return criterion(retention.atMost, terms);
    case 'legal-duty':
      return duty(retention.period, terms);
  }

  function withTerms(period: string, more: string | undefined): string {
    return more === undefined ? period : t('retention.with-terms', { duration: period, terms: more });
  }

  function criterion(atMost: string | undefined, what: string | undefined): string {
    if (atMost === undefined) return what ?? t('retention.criterion-unnamed');
    return what === undefined
      ? t('retention.at-most-only', { duration: duration(atMost) })
      : t('retention.at-most', { duration: duration(atMost), terms: what });
  }

  function duty(period: string | undefined, what: string | undefined): string {
    if (period === undefined)
      return what === undefined ? t('retention.duty-only') : t('retention.duty-terms', { terms: what });
    return what === undefined
      ? t('retention.duty-unnamed', { duration: duration(period) })
      : t('retention.duty', { duration: duration(period), terms: what });
  }
}

import type { PublishedNotice } from '../../domain/ledger.ts';
import type { Reader } from '../reader.ts';
import type { Fact } from './fact.ts';
import type { Link } from './link.ts';

/** When a notice was published, under which hash, and where that can be verified. */
export interface Proof {
  readonly title: string;
  readonly explained: string;
  readonly facts: readonly Fact[];
  readonly hashLabel: string;
  readonly hash: string;
  readonly copyHash: string;
  readonly copied: string;
  readonly links: readonly Link[];
}

export function proofOf({ words, addresses }: Reader, notice: PublishedNotice): Proof {
  const { edition, publishedAt, timeZone, hash, register, noticePeriod, objectionPeriod } = notice;
  const period = (label: string, value: string | undefined): Fact[] =>
    value === undefined ? [] : [{ label, values: [{ text: words.period(value) }] }];
  return {
    title: words.t('notice.proof'),
    explained: words.t('notice.hash-explained'),
    hashLabel: words.t('notice.hash'),
    hash,
    copyHash: words.t('copy.hash'),
    copied: words.t('copy.copied'),
    facts: [
      { label: words.t('notice.published'), values: [{ text: words.instant(publishedAt, timeZone) }] },
      ...period(words.t('notice.period'), noticePeriod),
      ...period(words.t('notice.objection-period'), objectionPeriod),
      { label: words.t('about.register-id'), values: [{ text: register }] },
    ],
    links: [
      { text: words.t('notice.as-left'), href: addresses.register({ edition }) },
      { text: words.t('file.ledger'), href: addresses.ledger(), hint: words.t('file.ledger.hint') },
      { text: words.t('notice.how-to-verify'), href: `${addresses.about()}#proof` },
    ],
  };
}

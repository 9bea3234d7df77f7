import { noticeOf } from '../../domain/ledger.ts';
import type { Moment } from '../moment.ts';
import type { Reader } from '../reader.ts';
import type { Link } from './link.ts';
import { dayForm, type AskForm } from './panels.ts';

/** What is said where the register says nothing yet. */
export interface Beginning {
  readonly title: string;
  readonly text: string;
  readonly links: readonly Link[];
  readonly form: AskForm | undefined;
}

/** Before the first edition there is nothing to see; for a day before it, there is where it begins. */
export function beforeBeginning(reader: Reader, { known }: Moment): Beginning {
  const { words, addresses } = reader;
  const first = noticeOf(known, 1);
  if (!first)
    return {
      title: words.t('before.title'),
      text: words.t('before.text'),
      links: [
        { text: words.t('register.subscribe-feed'), href: addresses.feed() },
        { text: words.t('nav.about'), href: addresses.about() },
      ],
      form: undefined,
    };
  return {
    title: words.t('before-first.title'),
    text: words.t('before-first.text', { day: words.day(first.effectiveOn) }),
    links: [{ text: words.t('before-first.link'), href: addresses.register({ edition: 1 }) }],
    form: dayForm(reader, first.effectiveOn, {}, 'begin-on'),
  };
}

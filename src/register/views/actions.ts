import type { Reader } from '../reader.ts';
import type { Link } from './link.ts';

/** What readers come to do; all but the first stand far below. */
export interface Actions {
  readonly subscribe: Link;
  readonly takeAway: Link;
  readonly anotherDay: Link;
}

export function actionsOf({ words, addresses }: Reader): Actions {
  return {
    subscribe: { text: words.t('register.subscribe-short'), href: addresses.feed() },
    takeAway: { text: words.t('register.take-away'), href: '#files' },
    anotherDay: { text: words.t('register.on.choose'), href: '#another-day' },
  };
}

import type { NoticeHeading } from '../../language/notice-in-words.ts';
import type { Reader } from '../reader.ts';
import type { Link } from './link.ts';

/** What later notices did to a notice, each with its address: `Postponed to 1 April 2027 by notice 8`. */
export function revisedBy({ addresses }: Reader, { standing }: Pick<NoticeHeading, 'standing'>): Link[] {
  return (standing?.revisedBy ?? []).map(({ edition, sentence }) => ({
    text: sentence,
    href: addresses.notice(edition),
  }));
}

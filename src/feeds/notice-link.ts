import { element, type Html } from './html.ts';
import type { ToldNotice } from './told-notice.ts';

/** The way to the page of a notice. */
export function noticeLink({ addresses }: ToldNotice, edition: number, text: string): Html | undefined {
  return element('a', { href: addresses.absolute(addresses.notice(edition)) }, text);
}

import type { Day } from '../domain/days.ts';
import type { Ledger } from '../domain/ledger.ts';
import type { Addresses } from '../language/addresses.ts';
import { publisherOn } from './publisher.ts';

export interface SecurityTxtOptions {
  readonly ledger: Ledger;
  /** The organisation's day. */
  readonly today: Day;
  readonly languages: readonly string[];
  readonly addresses: Addresses;
}

export const SECURITY_TXT_PATH = '/.well-known/security.txt';

/** `/.well-known/security.txt` (RFC 9116): whom to tell of a weakness. Before a publisher is known: where to look. */
export function renderSecurityTxt({ ledger, today, languages, addresses }: SecurityTxtOptions): string {
  const organisation = publisherOn(ledger, today);
  const mailbox = organisation?.privacyContact ?? organisation?.objectionMailbox;
  return [
    `Contact: ${mailbox === undefined ? addresses.absolute(addresses.about()) : mailAddress(mailbox)}`,
    `Expires: ${expiry(today)}T00:00:00.000Z`,
    `Preferred-Languages: ${languages.join(', ')}`,
    `Canonical: ${addresses.absolute(SECURITY_TXT_PATH)}`,
    '',
  ].join('\n');
}

function mailAddress(mailbox: string): string {
  return `mailto:${mailbox.split('@').map(encodeURIComponent).join('@')}`;
}

/**
 * The first half-year that begins at least six months ahead. The file must expire, should do so within a year, and is
 * made for whoever asks: counted from the newest notice it would lie in the past where nothing changes for long, counted
 * from the moment of asking it would never read the same. So it changes twice a year and is always six to twelve months
 * ahead.
 */
function expiry(today: Day): Day {
  const [year = 0, month = 0, date = 0] = today.split('-').map(Number);
  const early = month === 1 && date === 1;
  if (early) return `${four(year)}-07-01`;
  if (month < 7 || (month === 7 && date === 1)) return `${four(year + 1)}-01-01`;
  return `${four(year + 1)}-07-01`;
}

function four(year: number): string {
  return String(year).padStart(4, '0');
}

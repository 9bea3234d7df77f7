import type { Ledger, PublishedNotice } from '../domain/ledger.ts';
import { noticeHeading, type NoticeHeading } from '../language/notice-in-words.ts';
import type { Reader } from './reader.ts';

// A first edition tells of a thousand third parties: to count them anew for every page on which its title stands costs
// more than the rest of the page.
const MANY_CHANGES = 50;
const KEPT = 20;
const headings = new WeakMap<Ledger, Map<string, NoticeHeading>>();

/** A notice as it stands in a list, on the reader's day. */
export function headingFor({ words, today }: Reader, ledger: Ledger, notice: PublishedNotice): NoticeHeading {
  if (notice.changes.length < MANY_CHANGES) return noticeHeading(words, ledger, notice, today);
  let kept = headings.get(ledger);
  if (!kept || kept.size >= KEPT) headings.set(ledger, (kept = new Map<string, NoticeHeading>()));
  const key = `${words.language} ${String(notice.edition)} ${today}`;
  let heading = kept.get(key);
  if (!heading) kept.set(key, (heading = noticeHeading(words, ledger, notice, today)));
  return heading;
}

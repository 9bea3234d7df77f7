import type { Day } from '../domain/days.ts';
import { timeline, type Ledger, type PublishedNotice } from '../domain/ledger.ts';
import { noticeKind, type NoticeKind } from '../domain/notice-kind.ts';

/** A notice on the day from which it holds, postponements counted in. */
export interface NoticeInEffect {
  readonly notice: PublishedNotice;
  readonly day: Day;
  readonly kind: NoticeKind;
}

const laidOut = new WeakMap<Ledger, readonly NoticeInEffect[]>();

/**
 * All notices that changed the register or will, in the order of the days from which they hold.
 *
 * What was withdrawn changes nothing, what revises another notice changes that one, and editorial notices change no fact.
 */
export function noticesInEffect(ledger: Ledger): readonly NoticeInEffect[] {
  let notices = laidOut.get(ledger);
  if (!notices) laidOut.set(ledger, (notices = layOut(ledger)));
  return notices;
}

function layOut(ledger: Ledger): NoticeInEffect[] {
  const { standings } = timeline(ledger);
  return ledger.notices
    .filter(({ edition, changes, class: noticeClass }) => {
      const withdrawn = standings.get(edition)?.withdrawnBy !== undefined;
      return !withdrawn && changes.length > 0 && noticeClass !== 'editorial';
    })
    .map((notice) => ({ notice, day: dayOfEffect(ledger, notice), kind: noticeKind(notice) }))
    .sort((a, b) => (a.day === b.day ? a.notice.edition - b.notice.edition : a.day < b.day ? -1 : 1));
}

/** The day from which a notice holds, postponements counted in. */
export function dayOfEffect(ledger: Ledger, { edition, effectiveOn }: PublishedNotice): Day {
  return timeline(ledger).standings.get(edition)?.effectiveOn ?? effectiveOn;
}

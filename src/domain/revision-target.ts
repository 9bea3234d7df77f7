import type { Announcement } from './announcement.ts';
import type { SubjectChange } from './classify.ts';
import type { Day } from './days.ts';
import type { RevisionDraft } from './draft.ts';
import { noticeOf, timeline, type Ledger, type PublishedNotice } from './ledger.ts';
import type { Problem } from './problem.ts';
import { amended, type Standing } from './timeline.ts';

export type RevisionOfOne = Exclude<RevisionDraft, { action: 'redact' }>;

/** The notice that a revision revises, as it stands today. */
export interface Target {
  readonly notice: PublishedNotice;
  readonly standing: Standing;
  /** Its changes with the words that earlier amendments gave them. */
  readonly changes: readonly SubjectChange[];
  /** Whether it has taken effect by the day of the revision. */
  readonly inEffect: boolean;
  readonly today: Day;
}

/** The notice that is revised, if it may be at all. A withdrawal is final, and no revision is itself revised. */
export function targetOf(
  ledger: Ledger,
  { edition }: RevisionOfOne,
  { announcedOn }: Announcement,
): Target | { readonly problems: readonly Problem[] } {
  const notice = noticeOf(ledger, edition);
  const standing = timeline(ledger).standings.get(edition);
  if (!notice || !standing) return { problems: [{ code: 'unknown-edition', edition }] };
  if (notice.revises) return { problems: [{ code: 'revision-of-revision', edition }] };
  if (edition === 1) return { problems: [{ code: 'baseline-stands', edition }] };
  if (standing.withdrawnBy !== undefined)
    return { problems: [{ code: 'already-withdrawn', edition: standing.withdrawnBy }] };
  return {
    notice,
    standing,
    changes: notice.changes.map(({ subject, fields }, position) => ({
      subject,
      fields: amended(fields, position, standing.amendments),
    })),
    inEffect: standing.effectiveOn <= announcedOn,
    today: announcedOn,
  };
}

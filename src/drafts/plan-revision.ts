import { addDays, dayOf } from '../domain/days.ts';
import type { NoticeDraft, RevisionDraft } from '../domain/draft.ts';
import { timeline } from '../domain/ledger.ts';
import type { RevisionContent } from './draft-content.ts';
import type { Plan, WordingMark } from './plan.ts';
import { announcementIn, judge, type Situation } from './situation.ts';

/** What a draft of a revision would be if it were published now. */
export function planRevision(situation: Situation, content: RevisionContent): Plan {
  const announcedOn = announcementIn(situation)?.announcement.announcedOn ?? dayOf(situation.now, 'UTC');
  const { notice, ledger, problems } = judge(situation, revisionDraftOf(content));
  return {
    announcedOn,
    // The plan that it revises has another day; the revision itself holds from its announcement on.
    effectiveOn: announcedOn,
    firstLawfulDay:
      content.kind === 'postpone' ? firstLater(situation, content.edition, announcedOn) : announcedOn,
    ...(notice?.objectionDeadline === undefined ? {} : { objectionDeadline: notice.objectionDeadline }),
    content,
    isCurrent: true,
    conflicts: [],
    dropped: [],
    renamed: [],
    ...(notice && ledger ? { notice, ledger } : {}),
    problems,
    gaps: [],
    wording: content.kind === 'amend' ? wordingOf(content) : [],
  };
}

/** The draft that the gate judges. */
export function revisionDraftOf(content: RevisionContent): NoticeDraft {
  return { changes: [], revises: revisesOf(content), ...(content.reason ? { reason: content.reason } : {}) };
}

function revisesOf(content: RevisionContent): RevisionDraft {
  const { edition } = content;
  switch (content.kind) {
    case 'withdraw':
      return { action: 'withdraw', edition };
    case 'postpone':
      // A day that was not chosen yet is no day: the gate says so, and where.
      return { action: 'postpone', edition, to: content.to ?? '' };
    case 'amend':
      return { action: 'amend', edition, amendments: content.amendments };
  }
}

/** A plan can only be put off: the first later day than the one it has now. */
function firstLater({ ledger }: Situation, edition: number, announcedOn: string): string {
  const planned = timeline(ledger).standings.get(edition)?.effectiveOn;
  return planned === undefined ? announcedOn : addDays(planned, 1);
}

function wordingOf({ amendments }: Extract<RevisionContent, { kind: 'amend' }>): WordingMark[] {
  return amendments.flatMap(({ change, fields }) =>
    fields.map(({ field, before, after }) => ({ at: `changes/${String(change)}/${field}`, before, after })),
  );
}

import type { Day } from '../../../domain/days.ts';
import { diff } from '../../../domain/diff.ts';
import type { Ledger } from '../../../domain/ledger.ts';
import { normalise } from '../../../domain/leaves.ts';
import { registerAtEve } from '../../../domain/register-on.ts';
import { stateOf, type Register } from '../../../domain/register.ts';
import type { Subject, SubjectKind, SubjectState } from '../../../domain/subjects/subject.ts';
import type { DraftedChange } from '../../../drafts/draft-content.ts';

/** What is to become of a subject, whatever it turns out to be on the eve of the day. */
export interface Wish {
  readonly subject: Subject;
  /** @param eve everything that will be in effect on the eve of the draft's day */
  readonly become: (eve: Register) => SubjectState | undefined;
}

/** The changes that make wishes come true on a day; none for a subject that is as wished already. */
export function changesFor(ledger: Ledger, wishes: readonly Wish[], day: Day): DraftedChange[] {
  const eve = registerAtEve(ledger, day);
  return wishes
    .map(({ subject, become }) => ({
      subject,
      fields: [...differences(subject.kind, stateOf(eve, subject), become(eve))],
    }))
    .filter(({ fields }) => fields.length > 0);
}

function differences(kind: SubjectKind, before: SubjectState | undefined, after: SubjectState | undefined) {
  // Kind and states belong to one another: both come from the same subject.
  return diff(kind, before as never, after && normalise(kind, after as never));
}

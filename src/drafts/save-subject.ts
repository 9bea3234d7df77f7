import { isDay, type Day } from '../domain/days.ts';
import type { Problem } from '../domain/problem.ts';
import { upTo } from '../domain/ledger.ts';
import { subjectKey, subjectSchema, type Subject, type SubjectState } from '../domain/subjects/subject.ts';
import { RegistryError } from '../errors.ts';
import type { WritingContext } from '../register/writing-context.ts';
import { changesSeen } from './changes-seen.ts';
import { checkedContent } from './check-content.ts';
import { IN_THE_MAKING, type ChangesContent, type Draft } from './draft-content.ts';
import { draftedFields } from './drafted-fields.ts';
import { settleChanges, statesOf } from './settle-changes.ts';
import type { Situation } from './situation.ts';
import { changeOf, isSameChange, withChange } from './subject-change.ts';
import type { DraftDeed } from './submit-draft.ts';
import { draftChanged, refuseUnless, requireDraft, writeVersion } from './write-draft.ts';

export interface SaveSubject extends DraftDeed {
  readonly subject: Subject;
  /** The state wanted on the draft's day; undefined: there shall be no such subject. */
  readonly state: SubjectState | undefined;
  /** Paths of fields whose new text means the same as the old; absent: as they were marked. */
  readonly wording?: readonly string[] | undefined;
  /**
   * What the form showed: the last edition and the draft's day by then. What others have published since is not undone
   * by a form that did not show it. Absent: the register as it is now.
   */
  readonly shown?: { readonly edition: number; readonly effectiveOn: Day } | undefined;
}

/**
 * Puts what leads from the eve of the draft's day to the wanted state in place of what the draft changes about the
 * subject. The rest of the draft stays as others saved it. The same state again changes nothing.
 *
 * @throws RegistryError `conflict` when others changed the draft about this very subject since the version, or it is
 * published or discarded; `not-found`; `invalid`
 */
export async function saveSubject(context: WritingContext, input: SaveSubject): Promise<Draft> {
  const { clock, content, database, ledger } = context;
  const { actor, subject } = input;
  refuseUnreadable(input);
  return database.write(async (transaction) => {
    const published = await ledger.catchUp(transaction);
    const draft = await requireDraft(transaction, input.draft);
    refuseUnless(draft, IN_THE_MAKING);
    const { seen, now: held } = await changesSeen(transaction, draft, input.version);
    const now = clock.now();
    const fields = fieldsOf({ now, ledger: published, content }, seen, input);
    const [was, is, wanted] = [changeOf(seen, subject), changeOf(held, subject), { subject, fields }];
    if (!isSameChange(was, is) && !isSameChange(is, fields.length > 0 ? wanted : undefined))
      throw draftChanged(draft, subjectKey(subject));
    const saved = checkedContent(withChange(held, wanted));
    return writeVersion(transaction, draft, { title: draft.title, content: saved }, { actor, now });
  });
}

function refuseUnreadable({ subject, shown }: SaveSubject): void {
  const wrong = [
    ...(subjectSchema.safeParse(subject).success ? [] : ['subject']),
    ...(shown && !Number.isSafeInteger(shown.edition) ? ['shown/edition'] : []),
    ...(shown && !isDay(shown.effectiveOn) ? ['shown/effectiveOn'] : []),
  ];
  const problems = wrong.map((at): Problem => ({ code: 'invalid-value', at }));
  if (problems.length > 0) throw new RegistryError('invalid', problems);
}

function fieldsOf(
  situation: Situation,
  seen: ChangesContent,
  { subject, state, wording, shown }: SaveSubject,
) {
  const looked = shown ? { ...situation, ledger: upTo(situation.ledger, shown.edition) } : situation;
  const content = shown ? { ...seen, effectiveOn: shown.effectiveOn } : seen;
  const settled = settleChanges(looked, content);
  const states = statesOf(looked, settled, subject);
  return draftedFields(states, settled, changeOf(seen, subject), { subject, state, wording });
}

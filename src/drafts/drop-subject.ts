import { subjectKey, type Subject } from '../domain/subjects/subject.ts';
import type { WritingContext } from '../register/writing-context.ts';
import { changesSeen } from './changes-seen.ts';
import { IN_THE_MAKING, type Draft } from './draft-content.ts';
import { changeOf, isSameChange, withChange } from './subject-change.ts';
import type { DraftDeed } from './submit-draft.ts';
import { draftChanged, refuseUnless, requireDraft, writeVersion } from './write-draft.ts';

export interface DropSubject extends DraftDeed {
  readonly subject: Subject;
}

/**
 * Takes out of a draft all that it changes about a subject. Done again it changes nothing.
 *
 * @throws RegistryError `conflict` when others changed the draft about this very subject since the version, or it is
 * published or discarded; `not-found`; `invalid`
 */
export async function dropSubject(
  { clock, database }: Pick<WritingContext, 'clock' | 'database'>,
  { actor, draft: id, version, subject }: DropSubject,
): Promise<Draft> {
  return database.write(async (transaction) => {
    const draft = await requireDraft(transaction, id);
    refuseUnless(draft, IN_THE_MAKING);
    const { seen, now: held } = await changesSeen(transaction, draft, version);
    const is = changeOf(held, subject);
    if (is && !isSameChange(changeOf(seen, subject), is)) throw draftChanged(draft, subjectKey(subject));
    const content = withChange(held, { subject, fields: [] });
    return writeVersion(transaction, draft, { title: draft.title, content }, { actor, now: clock.now() });
  });
}

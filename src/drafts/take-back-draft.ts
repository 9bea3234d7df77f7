import type { WritingContext } from '../register/writing-context.ts';
import type { Draft } from './draft-content.ts';
import type { DraftDeed } from './submit-draft.ts';
import { moveDraft, refuseOtherVersion, refuseUnless, requireDraft } from './write-draft.ts';

/**
 * Takes a draft back that waits for approval, or was approved: it is open again.
 *
 * @throws RegistryError `conflict`, `not-found`
 */
export async function takeBackDraft(
  { clock, database }: Pick<WritingContext, 'clock' | 'database'>,
  { actor, draft: id, version }: DraftDeed,
): Promise<Draft> {
  return database.write(async (transaction) => {
    const draft = await requireDraft(transaction, id);
    refuseOtherVersion(draft, version);
    refuseUnless(draft, ['submitted', 'approved']);
    const move = { step: 'taken-back', state: 'open', action: 'draft.taken-back' } as const;
    return moveDraft(transaction, draft, move, { actor, now: clock.now() });
  });
}

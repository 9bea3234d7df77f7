import type { WritingContext } from '../register/writing-context.ts';
import { IN_THE_MAKING, type Draft } from './draft-content.ts';
import type { DraftDeed } from './submit-draft.ts';
import { moveDraft, refuseOtherVersion, refuseUnless, requireDraft } from './write-draft.ts';

/**
 * Puts a draft away for good; it stays to be looked at.
 *
 * @throws RegistryError `conflict`, `not-found`
 */
export async function discardDraft(
  { clock, database }: Pick<WritingContext, 'clock' | 'database'>,
  { actor, draft: id, version }: DraftDeed,
): Promise<Draft> {
  return database.write(async (transaction) => {
    const draft = await requireDraft(transaction, id);
    refuseOtherVersion(draft, version);
    if (draft.state === 'discarded') return draft;
    refuseUnless(draft, IN_THE_MAKING);
    const move = { step: 'discarded', state: 'discarded', action: 'draft.discarded' } as const;
    return moveDraft(transaction, draft, move, { actor, now: clock.now() });
  });
}

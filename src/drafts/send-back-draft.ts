import { proseSchema } from '../domain/text.ts';
import { RegistryError } from '../errors.ts';
import type { WritingContext } from '../register/writing-context.ts';
import type { Draft } from './draft-content.ts';
import type { DraftDeed } from './submit-draft.ts';
import { moveDraft, refuseOtherVersion, refuseUnless, requireDraft } from './write-draft.ts';

export interface SendBackDraft extends DraftDeed {
  /** What should be changed, for the colleagues who drafted it. */
  readonly note: string;
}

/**
 * Sends a draft back to whoever drafts it, with a note.
 *
 * @throws RegistryError `invalid` without a note; `conflict`; `not-found`
 */
export async function sendBackDraft(
  { clock, database }: Pick<WritingContext, 'clock' | 'database'>,
  { actor, draft: id, version, note: said }: SendBackDraft,
): Promise<Draft> {
  const note = checkedNote(said);
  return database.write(async (transaction) => {
    const draft = await requireDraft(transaction, id);
    refuseOtherVersion(draft, version);
    refuseUnless(draft, ['submitted', 'approved']);
    const move = { step: 'sent-back', state: 'open', action: 'draft.sent-back', note } as const;
    return moveDraft(transaction, draft, move, { actor, now: clock.now() });
  });
}

function checkedNote(said: string): string {
  const parsed = proseSchema.safeParse(said.trim());
  if (parsed.success) return parsed.data;
  const value = parsed.error.issues[0]?.message ?? '';
  throw new RegistryError('invalid', [{ code: 'invalid-value', at: 'note', value }]);
}

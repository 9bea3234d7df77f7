import type { Transaction } from '../../db/client.ts';
import type { Actor } from '../actor.ts';
import type { WritingContext } from '../register/writing-context.ts';
import type { Draft } from './draft-content.ts';
import { versionIn } from './draft-version.ts';
import { planIn } from './plan.ts';
import { refuseProblems } from './refuse-problems.ts';
import { moveDraft, refuseOtherVersion, refuseUnless, requireDraft, writeVersion } from './write-draft.ts';

export interface DraftDeed {
  readonly actor: Actor;
  /** Id of the draft. */
  readonly draft: string;
  /** The version that whoever does it has seen. */
  readonly version: number;
}

/**
 * Hands a draft over for approval. It must be ready to be published: while anything keeps it from that, it is refused.
 * Notices of others are taken in first, as another version, so that what is approved is what will be published.
 *
 * @throws RegistryError `refused`, with every reason; `conflict`; `not-found`
 */
export async function submitDraft(context: WritingContext, input: DraftDeed): Promise<Draft> {
  const { clock, content, database, ledger } = context;
  return database.write(async (transaction) => {
    const published = await ledger.catchUp(transaction);
    const draft = await requireDraft(transaction, input.draft);
    if (await isDoneAlready(transaction, draft, input)) return draft;
    refuseOtherVersion(draft, input.version);
    refuseUnless(draft, ['open']);
    const deed = { actor: input.actor, now: clock.now() };
    const plan = await planIn({ now: deed.now, ledger: published, content }, transaction, draft.content);
    refuseProblems(plan);
    const current = await writeVersion(
      transaction,
      draft,
      { title: draft.title, content: plan.content },
      deed,
    );
    return moveDraft(
      transaction,
      current,
      { step: 'submitted', state: 'submitted', action: 'draft.submitted' },
      deed,
    );
  });
}

/** A double click: that version was submitted, as it was or with the notices of others taken in. */
async function isDoneAlready(
  transaction: Transaction,
  draft: Draft,
  { actor, version }: DraftDeed,
): Promise<boolean> {
  if (draft.state !== 'submitted') return false;
  if (draft.version === version) return true;
  const taken = await versionIn(transaction, draft.id, draft.version);
  return draft.version === version + 1 && taken?.savedAt === draft.updatedAt && taken.actor.id === actor.id;
}

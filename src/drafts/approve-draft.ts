import type { Transaction } from '../../db/client.ts';
import type { Problem } from '../domain/problem.ts';
import { RegistryError } from '../errors.ts';
import type { WritingContext } from '../register/writing-context.ts';
import { houseRulesIn } from '../staff/house-rules.ts';
import type { Draft } from './draft-content.ts';
import { editorsIn } from './draft-version.ts';
import { planIn, type Plan } from './plan.ts';
import { refuseOutdated, refuseProblems } from './refuse-problems.ts';
import type { DraftDeed } from './submit-draft.ts';
import { moveDraft, refuseOtherVersion, refuseUnless, requireDraft } from './write-draft.ts';

export interface ApproveDraft extends DraftDeed {
  /** The places (`Plan.wording`) of texts that mean the same as before, each looked at and confirmed. */
  readonly wordingConfirmed: readonly string[];
}

/**
 * Approves a draft as it is in this version. Nobody approves what they edited themselves, unless the house rules allow
 * it, which the audit log then says.
 *
 * @throws RegistryError `refused`: one's own, a wording not confirmed, or whatever keeps it from being published;
 * `conflict`: another version, another state, or notices of others have made it something else; `not-found`
 */
export async function approveDraft(context: WritingContext, input: ApproveDraft): Promise<Draft> {
  const { clock, content, database, ledger } = context;
  const { actor } = input;
  return database.write(async (transaction) => {
    const published = await ledger.catchUp(transaction);
    const draft = await requireDraft(transaction, input.draft);
    refuseOtherVersion(draft, input.version);
    // A double click.
    if (draft.state === 'approved' && draft.approvedBy === actor.id) return draft;
    refuseUnless(draft, ['submitted']);
    const ownApproval = await isOwn(transaction, draft, input);
    const now = clock.now();
    const plan = await planIn({ now, ledger: published, content }, transaction, draft.content);
    refuseOutdated(plan);
    refuseProblems(plan);
    refuseUnconfirmed(plan, input.wordingConfirmed);
    return moveDraft(
      transaction,
      draft,
      {
        step: 'approved',
        state: 'approved',
        action: 'draft.approved',
        facts: { wordingConfirmed: plan.wording.length, ...(ownApproval ? { ownApproval } : {}) },
      },
      { actor, now },
    );
  });
}

/** Whether somebody approves what they edited, which the house rules must allow. Only staff approve. */
async function isOwn(transaction: Transaction, { id }: Draft, { actor }: ApproveDraft): Promise<boolean> {
  if (actor.kind !== 'staff')
    throw new RegistryError('invalid', [{ code: 'invalid-value', at: 'actor', value: actor.kind }]);
  const editors = await editorsIn(transaction, id);
  if (!editors.has(actor.id)) return false;
  const { ownApproval } = await houseRulesIn(transaction);
  if (ownApproval === 'allowed') return true;
  throw new RegistryError('refused', [{ code: 'own-edit' }]);
}

/** Every mark, and nothing else: whoever approves has seen what they confirm. */
function refuseUnconfirmed({ wording }: Plan, confirmed: readonly string[]): void {
  const marks = wording.map(({ at }) => at);
  const differing = [
    ...marks.filter((at) => !confirmed.includes(at)),
    ...confirmed.filter((at) => !marks.includes(at)),
  ];
  const problems = differing.map((at): Problem => ({ code: 'wording-unconfirmed', at }));
  if (problems.length > 0) throw new RegistryError('refused', problems);
}

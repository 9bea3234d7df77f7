import type { Problem } from '../domain/problem.ts';
import { placeOf } from '../domain/rebase.ts';
import { RegistryError } from '../errors.ts';
import type { WritingContext } from '../register/writing-context.ts';
import { asChanges } from './changes-seen.ts';
import { checkedContent } from './check-content.ts';
import { resolvedChanges, type Choice } from './choose-sides.ts';
import { IN_THE_MAKING, type Draft } from './draft-content.ts';
import { settleChanges, type Settled } from './settle-changes.ts';
import type { DraftDeed } from './submit-draft.ts';
import { refuseOtherVersion, refuseUnless, requireDraft, writeVersion } from './write-draft.ts';

export interface ResolveConflicts extends DraftDeed {
  /** By the place of a conflict (`third-party/sentry/processings/p1/retention`): whose value holds. */
  readonly choices: Readonly<Record<string, Choice>>;
}

/**
 * Brings a draft up to date with what others have published: for every conflict it is chosen whose value holds, and what
 * reads as wanted already is let go. Without conflicts no choice is needed. It is an edit: an approval ends with it.
 *
 * @throws RegistryError `refused` for a conflict without a choice, or what cannot be brought back; `conflict`;
 * `not-found`; `invalid`
 */
export async function resolveConflicts(context: WritingContext, input: ResolveConflicts): Promise<Draft> {
  const { clock, content, database, ledger } = context;
  return database.write(async (transaction) => {
    const published = await ledger.catchUp(transaction);
    const draft = await requireDraft(transaction, input.draft);
    refuseOtherVersion(draft, input.version);
    refuseUnless(draft, IN_THE_MAKING);
    const drafted = asChanges(draft.content);
    const now = clock.now();
    const situation = { now, ledger: published, content };
    const settled = settleChanges(situation, drafted);
    refuseUnready(settled, input.choices);
    const changes = resolvedChanges(situation, settled, drafted, input.choices);
    const saved = checkedContent({ ...drafted, changes });
    return writeVersion(
      transaction,
      draft,
      { title: draft.title, content: saved },
      { actor: input.actor, now },
    );
  });
}

function refuseUnready({ faults, rebased }: Settled, choices: ResolveConflicts['choices']): void {
  const open = rebased.conflicts
    .map(placeOf)
    .filter((at) => !(Object.hasOwn(choices, at) && ['ours', 'theirs'].includes(String(choices[at]))))
    .map((at): Problem => ({ code: 'choice-missing', at }));
  const problems = [...faults, ...open];
  if (problems.length > 0) throw new RegistryError('refused', problems);
}

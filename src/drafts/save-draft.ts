import type { Transaction } from '../../db/client.ts';
import type { Actor } from '../actor.ts';
import type { WritingContext } from '../register/writing-context.ts';
import { checkedContent, checkedTitle } from './check-content.ts';
import { IN_THE_MAKING, type Draft, type DraftContent } from './draft-content.ts';
import { versionIn } from './draft-version.ts';
import { merged, mergeContent } from './merge-content.ts';
import { draftChanged, refuseUnless, requireDraft, writeVersion } from './write-draft.ts';

export interface SaveDraft {
  readonly actor: Actor;
  /** Id of the draft. */
  readonly draft: string;
  /** The version that the edit began from. */
  readonly version: number;
  readonly title?: string;
  readonly content: DraftContent;
}

/**
 * Saves what a draft holds as another version. When somebody saved in the meantime, both edits are kept if they can be
 * told apart. What was submitted or approved is open again. The same content again changes nothing.
 *
 * @throws RegistryError `conflict` when both changed the same, or the draft is published or discarded; `not-found`;
 * `invalid`
 */
export async function saveDraft(
  { clock, database }: Pick<WritingContext, 'clock' | 'database'>,
  input: SaveDraft,
): Promise<Draft> {
  const content = checkedContent(input.content);
  const title = input.title === undefined ? undefined : checkedTitle(input.title);
  return database.write(async (transaction) => {
    const draft = await requireDraft(transaction, input.draft);
    refuseUnless(draft, IN_THE_MAKING);
    const saved = await together(transaction, draft, input.version, { content, title });
    return writeVersion(transaction, draft, saved, { actor: input.actor, now: clock.now() });
  });
}

interface Edit {
  readonly content: DraftContent;
  readonly title: string | undefined;
}

/** The edit on top of what others saved since the version that it began from. */
async function together(
  transaction: Transaction,
  draft: Draft,
  version: number,
  { content, title }: Edit,
): Promise<{ readonly content: DraftContent; readonly title: string }> {
  if (draft.version === version) return { content, title: title ?? draft.title };
  const base = await versionIn(transaction, draft.id, version);
  if (!base) throw draftChanged(draft);
  const both = mergeContent({ base: base.content, ours: content, theirs: draft.content });
  const titles = merged({ base: base.title, ours: title ?? base.title, theirs: draft.title });
  if (!both || !titles) throw draftChanged(draft);
  return { content: both, title: titles.value };
}

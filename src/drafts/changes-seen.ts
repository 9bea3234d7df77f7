import type { Transaction } from '../../db/client.ts';
import { RegistryError } from '../errors.ts';
import type { ChangesContent, Draft, DraftContent } from './draft-content.ts';
import { versionIn } from './draft-version.ts';
import { draftChanged } from './write-draft.ts';

/** What a draft of changes held in the version that an edit began from, and what it holds now. */
export interface ChangesSeen {
  readonly seen: ChangesContent;
  readonly now: ChangesContent;
}

/**
 * @throws RegistryError `invalid` for a draft that revises a notice, `conflict` for a version that never was
 */
export async function changesSeen(
  transaction: Transaction,
  draft: Draft,
  version: number,
): Promise<ChangesSeen> {
  const now = asChanges(draft.content);
  if (version === draft.version) return { seen: now, now };
  const stored = await versionIn(transaction, draft.id, version);
  if (!stored) throw draftChanged(draft);
  return { seen: asChanges(stored.content), now };
}

/** @throws RegistryError `invalid` */
export function asChanges(content: DraftContent): ChangesContent {
  if (content.kind === 'changes') return content;
  throw new RegistryError('invalid', [
    { code: 'invalid-value', at: 'content/kind', value: 'A revision has no changes of its own.' },
  ]);
}

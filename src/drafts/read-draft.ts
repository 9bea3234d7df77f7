import type { WritingContext } from '../register/writing-context.ts';
import { DRAFT_STATES, type Draft, type DraftState } from './draft-content.ts';
import { draftIn, draftsIn } from './draft-rows.ts';

/** What reading drafts needs of the context. */
export type DraftReader = Pick<WritingContext, 'database'>;

/** The draft, or undefined. */
export function readDraft({ database }: DraftReader, id: string): Promise<Draft | undefined> {
  return draftIn(database.orm, id);
}

/** Drafts in any of the states, without which all; the one touched last first. */
export function listDrafts(
  { database }: DraftReader,
  { states = DRAFT_STATES }: { readonly states?: readonly DraftState[] } = {},
): Promise<Draft[]> {
  return draftsIn(database.orm, states);
}

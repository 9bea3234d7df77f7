import { randomUUID } from 'node:crypto';
import type { Actor } from '../../../src/actor.ts';
import type { SubjectChange } from '../../../src/domain/classify.ts';
import type { PublishedNotice } from '../../../src/domain/ledger.ts';
import { approveDraft } from '../../../src/drafts/approve-draft.ts';
import { beginDraft } from '../../../src/drafts/begin-draft.ts';
import type { ChangesContent, Draft, DraftContent } from '../../../src/drafts/draft-content.ts';
import { planOf } from '../../../src/drafts/plan.ts';
import { publishDraft } from '../../../src/drafts/publish-draft.ts';
import { submitDraft } from '../../../src/drafts/submit-draft.ts';
import type { WritingContext } from '../../../src/register/writing-context.ts';
import { processing, thirdParty } from '../../support/register.ts';
import { to } from './register.ts';

export const EDITOR: Actor = { kind: 'staff', id: '019c1880-0000-7000-8000-00000000e001' };
export const COLLEAGUE: Actor = { kind: 'staff', id: '019c1880-0000-7000-8000-00000000e002' };
export const APPROVER: Actor = { kind: 'staff', id: '019c1880-0000-7000-8000-00000000a001' };

/** Content of a draft with these changes. */
export function changesOf(
  changes: readonly SubjectChange[],
  others: Omit<Partial<ChangesContent>, 'kind' | 'changes'> = {},
): ChangesContent {
  return {
    kind: 'changes',
    changes: changes.map(({ subject, fields }) => ({ subject, fields: [...fields] })),
    ...others,
  };
}

/** A draft that adds a third party with one processing. */
export function adding(context: WritingContext, id: string): ChangesContent {
  const state = thirdParty(id, { p1: processing() });
  return changesOf([to(context.ledger.current(), 'third-party', id, state)]);
}

export function begun(context: WritingContext, content: DraftContent, actor = EDITOR): Promise<Draft> {
  return beginDraft(context, { actor, key: randomUUID(), title: 'Another host', content });
}

export async function submitted(context: WritingContext, content: DraftContent): Promise<Draft> {
  const { id: draft, version } = await begun(context, content);
  return submitDraft(context, { actor: EDITOR, draft, version });
}

/** Approves a draft that waits, with every mark of wording confirmed. */
export async function approve(context: WritingContext, { id, version, content }: Draft): Promise<Draft> {
  const { wording } = await planOf(context, content);
  const wordingConfirmed = wording.map(({ at }) => at);
  return approveDraft(context, { actor: APPROVER, draft: id, version, wordingConfirmed });
}

export async function approved(context: WritingContext, content: DraftContent): Promise<Draft> {
  return approve(context, await submitted(context, content));
}

/** From a first word to an edition. */
export async function publishedFrom(
  context: WritingContext,
  content: DraftContent,
): Promise<PublishedNotice> {
  const { id: draft, version } = await approved(context, content);
  return publishDraft(context, { actor: APPROVER, draft, version });
}

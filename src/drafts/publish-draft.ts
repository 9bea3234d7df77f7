import type { Transaction } from '../../db/client.ts';
import type { Day } from '../domain/days.ts';
import type { NoticeDraft } from '../domain/draft.ts';
import { noticeOf, type Ledger, type PublishedNotice } from '../domain/ledger.ts';
import { RegistryError } from '../errors.ts';
import { publicationAt } from '../register/publication.ts';
import { writeNotice } from '../register/write-notice.ts';
import type { WritingContext } from '../register/writing-context.ts';
import type { Draft } from './draft-content.ts';
import { noticeDraftOf, planIn, type Plan } from './plan.ts';
import { refuseOutdated, refuseProblems } from './refuse-problems.ts';
import type { DraftDeed } from './submit-draft.ts';
import {
  instantOf,
  recordStep,
  refuseOtherVersion,
  refuseUnless,
  requireDraft,
  update,
  type Deed,
} from './write-draft.ts';

export interface PublishDraft extends DraftDeed {
  /** The day that whoever publishes was shown; at midnight the first lawful day moves. */
  readonly effectiveOn?: Day;
}

/**
 * Publishes an approved draft: it becomes the next edition. All is judged again under the write lock, and the notice, the
 * draft's end, its step and the audit row are committed together. Done again it is the same notice.
 *
 * What is published is what was approved, to the letter: when notices of others have made it something else, it is
 * refused, and nothing is written. To bring it up to date is an edit, which voids the approval.
 *
 * @throws RegistryError `refused`, with every reason; `conflict`; `not-found`
 */
export async function publishDraft(context: WritingContext, input: PublishDraft): Promise<PublishedNotice> {
  const notice = await context.database.write((transaction) => write(context, transaction, input));
  context.ledger.adopt(notice);
  return notice;
}

async function write(
  { clock, content, ledger }: WritingContext,
  transaction: Transaction,
  input: PublishDraft,
): Promise<PublishedNotice> {
  const before = await ledger.catchUp(transaction);
  const draft = await requireDraft(transaction, input.draft);
  refuseOtherVersion(draft, input.version);
  const published = publishedAs(before, draft);
  if (published) return published;
  refuseUnless(draft, ['approved']);
  const deed = { actor: input.actor, now: clock.now() };
  const plan = await planIn({ now: deed.now, ledger: before, content }, transaction, draft.content);
  refuseOutdated(plan);
  refuseProblems(plan);
  refuseOtherDay(plan, input.effectiveOn);
  const publication = publicationAt(deed.now, content, 'refuse');
  const facts = { draft: draft.id, version: draft.version, approvedBy: draft.approvedBy ?? null };
  const notice = await writeNotice(transaction, before, {
    actor: deed.actor,
    draft: noticeDraftFrom(plan),
    publication,
    facts,
  });
  await end(transaction, draft, notice, deed);
  return notice;
}

/** A second click: the notice is there. */
function publishedAs(ledger: Ledger, { state, edition = 0 }: Draft): PublishedNotice | undefined {
  return state === 'published' ? noticeOf(ledger, edition) : undefined;
}

function noticeDraftFrom({ content, effectiveOn }: Plan): NoticeDraft {
  return noticeDraftOf(content, effectiveOn);
}

function refuseOtherDay({ effectiveOn }: Plan, shown: Day | undefined): void {
  if (shown === undefined || shown === effectiveOn) return;
  throw new RegistryError('conflict', [{ code: 'day-moved', at: 'effectiveOn', value: effectiveOn }]);
}

async function end(
  transaction: Transaction,
  draft: Draft,
  { edition }: PublishedNotice,
  deed: Deed,
): Promise<void> {
  await update(transaction, draft, { state: 'published', edition, updatedAt: instantOf(deed.now) });
  await recordStep(transaction, { draft: draft.id, version: draft.version, step: 'published', ...deed });
}

import { and, eq } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Transaction } from '../../db/client.ts';
import { draft as drafts } from '../../db/schema/draft.ts';
import { draftStep } from '../../db/schema/draft-step.ts';
import { draftVersion } from '../../db/schema/draft-version.ts';
import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { uuidV7 } from '../audit/uuid-v7.ts';
import { canonical, type Json } from '../domain/json.ts';
import { RegistryError } from '../errors.ts';
import type { Draft, DraftContent, DraftState } from './draft-content.ts';
import { draftIn } from './draft-rows.ts';
import type { Step } from './draft-steps.ts';

/** Who does something to a draft, and when. */
export interface Deed {
  readonly actor: Actor;
  readonly now: Temporal.Instant;
}

/** @throws RegistryError `not-found` */
export async function requireDraft(transaction: Transaction, id: string): Promise<Draft> {
  const found = await draftIn(transaction, id);
  if (!found) throw new RegistryError('not-found', []);
  return found;
}

/** @throws RegistryError `conflict` when the draft is in another state: somebody was first */
export function refuseUnless({ state }: Draft, states: readonly DraftState[]): void {
  if (!states.includes(state)) throw new RegistryError('conflict', [{ code: 'draft-state', value: state }]);
}

/** @throws RegistryError `conflict` when another version was saved in the meantime */
export function refuseOtherVersion(draft: Draft, version: number): void {
  if (draft.version !== version) throw draftChanged(draft);
}

export function draftChanged({ version }: Draft, at?: string): RegistryError {
  const place = at === undefined ? {} : { at };
  return new RegistryError('conflict', [{ code: 'draft-changed', ...place, value: String(version) }]);
}

/**
 * Saves another version of a draft, with its audit row. What was submitted or approved is open again: nobody approves
 * what they have not seen. Nothing is written when nothing changed.
 */
export async function writeVersion(
  transaction: Transaction,
  draft: Draft,
  { title, content }: { readonly title: string; readonly content: DraftContent },
  deed: Deed,
): Promise<Draft> {
  const text = canonical(content);
  if (title === draft.title && text === canonical(draft.content)) return draft;
  const [version, at] = [draft.version + 1, instantOf(deed.now)];
  await transaction.insert(draftVersion).values({
    draft: draft.id,
    version,
    title,
    content: text,
    actorKind: deed.actor.kind,
    actorId: deed.actor.id,
    savedAt: at,
  });
  await update(transaction, draft, { title, content: text, version, updatedAt: at, ...OPEN });
  const step = VOIDED[draft.state];
  if (step) await recordStep(transaction, { draft: draft.id, version, step, ...deed });
  await recordAudit(transaction, {
    at: deed.now,
    actor: deed.actor,
    action: 'draft.saved',
    subject: `draft:${draft.id}`,
    before: { version: draft.version, state: draft.state, ...approval(draft) },
    after: { version, state: 'open' },
  });
  return requireDraft(transaction, draft.id);
}

/** What an edit does to a draft that was open no more. */
const VOIDED: Readonly<Partial<Record<DraftState, Step>>> = {
  submitted: 'taken-back',
  approved: 'approval-voided',
};

const OPEN = { state: 'open', approvedBy: null, approvedAt: null } as const;

function approval({ approvedBy }: Draft): Record<string, Json> {
  return approvedBy === undefined ? {} : { approvedBy };
}

/** What becomes of a draft in one step. */
export interface Move {
  readonly step: Step;
  readonly state: DraftState;
  readonly action:
    'draft.approved' | 'draft.discarded' | 'draft.sent-back' | 'draft.submitted' | 'draft.taken-back';
  readonly note?: string;
  /** Facts for the audit log. */
  readonly facts?: Readonly<Record<string, Json>>;
}

/** Brings a draft into another state, with its step and its audit row. */
export async function moveDraft(
  transaction: Transaction,
  draft: Draft,
  { step, state, action, note, facts }: Move,
  deed: Deed,
): Promise<Draft> {
  const at = instantOf(deed.now);
  const approved = state === 'approved' ? { approvedBy: deed.actor.id, approvedAt: at } : {};
  await update(transaction, draft, { ...OPEN, ...approved, state, updatedAt: at });
  await recordStep(transaction, {
    draft: draft.id,
    version: draft.version,
    step,
    ...deed,
    ...(note === undefined ? {} : { note }),
  });
  await recordAudit(transaction, {
    at: deed.now,
    actor: deed.actor,
    action,
    subject: `draft:${draft.id}`,
    before: { state: draft.state, ...approval(draft) },
    after: { state, version: draft.version, ...facts },
  });
  return requireDraft(transaction, draft.id);
}

interface StepRow extends Deed {
  readonly draft: string;
  readonly version: number;
  readonly step: Step;
  readonly note?: string;
}

export async function recordStep(
  transaction: Transaction,
  { draft, version, step, note, actor, now }: StepRow,
): Promise<void> {
  await transaction.insert(draftStep).values({
    id: uuidV7(now),
    draft,
    step,
    version,
    actorKind: actor.kind,
    actorId: actor.id,
    at: instantOf(now),
    note: note ?? null,
  });
}

/** Writes the row of a draft as it was read in this transaction; another one it never touches. */
export async function update(
  transaction: Transaction,
  { id, version, state }: Draft,
  values: Partial<typeof drafts.$inferInsert>,
): Promise<void> {
  await transaction
    .update(drafts)
    .set(values)
    .where(and(eq(drafts.id, id), eq(drafts.version, version), eq(drafts.state, state)));
}

export function instantOf(now: Temporal.Instant): string {
  return now.toString({ fractionalSecondDigits: 3 });
}

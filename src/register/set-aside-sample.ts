import { rmSync } from 'node:fs';
import { and, eq, inArray } from 'drizzle-orm';
import { addressOf } from '../../db/address.ts';
import type { Selecting, Transaction } from '../../db/client.ts';
import { copyBeside } from '../../db/copy-file.ts';
import { auditLog } from '../../db/schema/audit-log.ts';
import { dossier } from '../../db/schema/dossier.ts';
import { draft } from '../../db/schema/draft.ts';
import { ledger as ledgerTable } from '../../db/schema/ledger.ts';
import { redaction } from '../../db/schema/redaction.ts';
import { setting } from '../../db/schema/setting.ts';
import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { lastEdition, noticeOf, type Ledger } from '../domain/ledger.ts';
import { IN_THE_MAKING } from '../drafts/draft-content.ts';
import { moveDraft, requireDraft, type Deed } from '../drafts/write-draft.ts';
import { today } from '../today.ts';
import { originOf } from './origin.ts';
import { SetAsideError, type SetAsideReason } from './set-aside-error.ts';
import { withoutGuards } from './without-guards.ts';
import type { WritingContext } from './writing-context.ts';

export type SetAsideContext = WritingContext & { readonly configuration: { readonly databaseUrl: string } };

/** Why the sample could not be left behind, if somebody asked now; undefined when it could. */
export async function whySampleStays(context: SetAsideContext): Promise<SetAsideReason | undefined> {
  if (addressOf(context.configuration.databaseUrl).kind !== 'file') return 'on-a-server';
  return whatStands(context.database.orm, context.ledger.current());
}

/**
 * Leaves the sample behind and begins a register of one's own in the same database (decision 0010). A sample was never
 * published by anyone; still a copy of all of it is kept beside the database. Staff, their audit log and their drafts
 * stay; drafts that were begun on the sample are discarded, and what was noted about its third parties goes with it.
 *
 * @returns the path of the copy
 * @throws SetAsideError with nothing changed
 */
export async function setAsideSample(context: SetAsideContext, actor: Actor): Promise<string> {
  const { configuration, database, ledger, log } = context;
  await ledger.refresh();
  const seen = ledger.current();
  const reason = await whySampleStays(context);
  if (reason) throw new SetAsideError(reason);
  const copy = await copyOf(configuration.databaseUrl, `sample-${today(context)}`);
  try {
    await database.write((transaction) => leaveBehind(context, transaction, seen, actor));
  } catch (error) {
    rmSync(copy, { force: true });
    throw error;
  }
  // It is done, whatever happens now: a look that fails here is made again within a second.
  await ledger.refresh().catch((error: unknown) => log.error('ledger-cannot-be-read', { error }));
  return copy;
}

async function copyOf(databaseUrl: string, mark: string): Promise<string> {
  try {
    return await copyBeside(databaseUrl, mark);
  } catch {
    throw new SetAsideError('not-copied');
  }
}

/** What stands against it in the register itself: it is no sample, or something of it is not the sample's own. */
async function whatStands(reader: Selecting, ledger: Ledger): Promise<SetAsideReason | undefined> {
  const origin = await originOf(reader);
  if (origin === undefined || origin === 'own') return 'no-sample';
  const loaded = await reader
    .select({ subject: auditLog.subject })
    .from(auditLog)
    .where(
      and(
        eq(auditLog.action, 'notice.published'),
        eq(auditLog.actorKind, 'system'),
        eq(auditLog.actorId, 'sample'),
      ),
    );
  const own = new Set(loaded.map(({ subject }) => subject));
  const isOwn = ledger.notices.every(({ edition }) => own.has(`edition:${String(edition)}`));
  return isOwn ? undefined : 'published-since';
}

async function leaveBehind(
  { clock, ledger }: WritingContext,
  transaction: Transaction,
  seen: Ledger,
  actor: Actor,
): Promise<void> {
  const now = await ledger.catchUp(transaction);
  // The copy holds what was there when it was made: nothing may have come since.
  if (factsOf(now).hash !== factsOf(seen).hash) throw new SetAsideError('changed-meanwhile');
  const reason = await whatStands(transaction, now);
  if (reason) throw new SetAsideError(reason);
  const at = clock.now();
  const drafts = await discardDrafts(transaction, { actor, now: at });
  await transaction.delete(dossier);
  await recordAudit(transaction, {
    at,
    actor,
    action: 'sample.set-aside',
    subject: 'register',
    before: factsOf(now),
    after: { origin: 'own', draftsDiscarded: drafts },
  });
  await withoutGuards(transaction, ['ledger', 'redaction', 'setting'], () => empty(transaction));
}

async function empty(transaction: Transaction): Promise<void> {
  await transaction.delete(redaction);
  await transaction.delete(ledgerTable);
  await transaction.update(setting).set({ value: 'own' }).where(eq(setting.key, 'origin'));
}

function factsOf(ledger: Ledger) {
  const editions = lastEdition(ledger);
  const last = noticeOf(ledger, editions);
  return { editions, hash: last?.hash ?? null, register: last?.register ?? null };
}

/** Drafts that are still in the making rest on the sample; their rows stay, to be read. */
async function discardDrafts(transaction: Transaction, deed: Deed): Promise<number> {
  const open = await transaction
    .select({ id: draft.id })
    .from(draft)
    .where(inArray(draft.state, IN_THE_MAKING));
  const move = { step: 'discarded', state: 'discarded', action: 'draft.discarded' } as const;
  for (const { id } of open) await moveDraft(transaction, await requireDraft(transaction, id), move, deed);
  return open.length;
}

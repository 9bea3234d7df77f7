import type { Purged, Transaction } from '../../db/client.ts';
import { markPurgeDue, purgeIfDue } from '../../db/purge-due.ts';
import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { announce, organisationNow } from '../domain/announcement.ts';
import { digest, type LedgerRow } from '../domain/chain.ts';
import type { Day } from '../domain/days.ts';
import type { NoticeDraft, Publication } from '../domain/draft.ts';
import { noticeOf, type Ledger, type PublishedNotice } from '../domain/ledger.ts';
import { planRedaction, type RedactedRow } from '../domain/redaction.ts';
import { redactionMark, type Text } from '../domain/text.ts';
import { redactDrafts } from '../drafts/redact-drafts.ts';
import { RegistryError } from '../errors.ts';
import { appendNotice } from './append-notice.ts';
import { exchangeTexts } from './exchange-text.ts';
import { publicationAt } from './publication.ts';
import type { WritingContext } from './writing-context.ts';

export interface Redact {
  readonly actor: Actor;
  /** What must go, exactly as it was published; free text only. */
  readonly text: string;
  /** Public reason. */
  readonly reason?: Text | undefined;
}

export interface Redaction {
  /** The notice that announces it. */
  readonly notice: PublishedNotice;
  /** The editions whose text has a mark now. */
  readonly editions: readonly number[];
  /** Whether the text is gone from the files too; `due`: that failed, and is tried again at the next start. */
  readonly purged: Purged | 'due';
}

/**
 * Takes a text out of the ledger and of the drafts of staff: a dated mark takes its place in every edition, a notice
 * announces it, an audit row tells who did it. The hashes, and the digests of what was, stay: the chain still verifies.
 * One transaction; then the text is taken out of the files.
 *
 * @throws RegistryError `refused`: nothing found, or no free text; nothing is written then
 */
export async function redact(context: WritingContext, input: Redact): Promise<Redaction> {
  const { notice, rows } = await context.database.write((transaction) => write(context, transaction, input));
  context.ledger.adoptRedaction(rows, notice);
  return { notice, editions: rows.map(({ edition }) => edition), purged: await purge(context) };
}

interface Written {
  readonly notice: PublishedNotice;
  /** The rows as they read now. */
  readonly rows: readonly LedgerRow[];
}

async function write(context: WritingContext, transaction: Transaction, input: Redact): Promise<Written> {
  const { actor, reason } = input;
  const before = await context.ledger.catchUp(transaction);
  const publication = publicationAt(context.clock.now(), context.content, 'accept');
  const planned = plan(before, input, publication);
  const notice = await appendNotice(transaction, before, draftOf(planned, reason), publication);
  await exchangeTexts(transaction, planned, notice, actor);
  await redactDrafts(transaction, input.text, redactionMark(notice.announcedOn));
  await recordAudit(transaction, {
    at: publication.now,
    actor,
    action: 'ledger.redacted',
    subject: `edition:${String(notice.edition)}`,
    after: {
      hash: notice.hash,
      rows: planned.map(({ edition, digest: text }) => ({ edition, digest: text })),
    },
  });
  await markPurgeDue(transaction, notice.publishedAt);
  return { notice, rows: planned.map((row) => rowAfter(before, row)) };
}

function plan(ledger: Ledger, { text, reason }: Redact, publication: Publication): readonly RedactedRow[] {
  if (Object.values(reason ?? {}).some((words) => words.includes(text)))
    throw new RegistryError('refused', [{ code: 'invalid-value', at: 'reason' }]);
  const planned = planRedaction(ledger, text, announcedDay(ledger, publication));
  if ('problems' in planned) throw new RegistryError('refused', planned.problems);
  return planned.rows;
}

/** The day that the mark bears is the announced day of the notice. */
function announcedDay(ledger: Ledger, publication: Publication): Day {
  const organisation = organisationNow(ledger, publication);
  if (!organisation) throw new RegistryError('refused', [{ code: 'nothing-found' }]);
  return announce(ledger, organisation, publication).announcedOn;
}

function draftOf(rows: readonly RedactedRow[], reason: Text | undefined): NoticeDraft {
  return { changes: [], revises: { action: 'redact', rows }, ...(reason ? { reason } : {}) };
}

/** What is hashed stays: the digest of the text that was published first, however often it is redacted. */
function rowAfter(ledger: Ledger, { edition, payload }: RedactedRow): LedgerRow {
  const was = noticeOf(ledger, edition)?.row;
  if (!was) throw new Error(`The plan names edition ${String(edition)}, which is not there.`);
  return { edition, hash: was.hash, payload, payloadHash: was.payloadHash ?? digest(was.payload) };
}

/** The redaction is committed: whatever goes wrong here must not look as if it were not. */
async function purge({ database, log }: WritingContext): Promise<Redaction['purged']> {
  try {
    return (await purgeIfDue(database)) ?? 'purged';
  } catch (error) {
    log.error('redacted-text-not-purged', { error });
    return 'due';
  }
}

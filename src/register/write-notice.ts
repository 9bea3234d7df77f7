import type { Transaction } from '../../db/client.ts';
import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { NoticeDraft, Publication } from '../domain/draft.ts';
import type { Json } from '../domain/json.ts';
import type { Ledger, PublishedNotice } from '../domain/ledger.ts';
import { appendNotice } from './append-notice.ts';

export interface WriteNotice {
  readonly actor: Actor;
  readonly draft: NoticeDraft;
  readonly publication: Publication;
  /** Further facts for the audit log: opaque ids, numbers, hashes. */
  readonly facts?: Readonly<Record<string, Json>>;
}

/**
 * Writes a notice as the next edition, with its audit row. To be called under the write lock, with the ledger as it is
 * there; the caller takes the notice into memory when it is committed.
 *
 * @throws RegistryError `refused`, with every reason against it
 */
export async function writeNotice(
  transaction: Transaction,
  ledger: Ledger,
  { actor, draft, publication, facts }: WriteNotice,
): Promise<PublishedNotice> {
  const published = await appendNotice(transaction, ledger, draft, publication);
  await recordAudit(transaction, {
    at: publication.now,
    actor,
    action: 'notice.published',
    subject: `edition:${String(published.edition)}`,
    after: { hash: published.hash, class: published.class, effectiveOn: published.effectiveOn, ...facts },
  });
  return published;
}

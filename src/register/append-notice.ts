import type { Transaction } from '../../db/client.ts';
import { ledger as ledgerTable } from '../../db/schema/ledger.ts';
import { admit } from '../domain/admit.ts';
import { digest, FIRST_LINK, link, type LedgerRow } from '../domain/chain.ts';
import type { NoticeDraft, Publication } from '../domain/draft.ts';
import { canonical } from '../domain/json.ts';
import { lastEdition, noticeOf, readRow, type Ledger, type PublishedNotice } from '../domain/ledger.ts';
import type { Notice } from '../domain/notice.ts';
import { RegistryError } from '../errors.ts';

/**
 * Admits a draft to the ledger and writes its row. To be called under the write lock, with the ledger as it is there.
 *
 * @throws RegistryError `refused`, with every reason against it
 */
export async function appendNotice(
  transaction: Transaction,
  ledger: Ledger,
  draft: NoticeDraft,
  publication: Publication,
): Promise<PublishedNotice> {
  const admission = admit(ledger, draft, publication);
  if ('problems' in admission) throw new RegistryError('refused', admission.problems);
  const row = rowOf(admission.notice, ledger);
  await transaction.insert(ledgerTable).values({
    ...row,
    format: admission.notice.format,
    payloadDigest: digest(row.payload),
    recordedAt: admission.notice.publishedAt,
  });
  return readRow(row);
}

function rowOf(notice: Notice, ledger: Ledger): LedgerRow {
  const previous = noticeOf(ledger, lastEdition(ledger))?.hash ?? FIRST_LINK;
  const payload = canonical(notice);
  return { edition: notice.edition, hash: link(previous, digest(payload)), payload };
}

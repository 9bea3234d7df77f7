import { admitChanges } from './admit-changes.ts';
import { admitRevision } from './admit-revision.ts';
import type { NoticeDraft, Publication } from './draft.ts';
import type { Ledger } from './ledger.ts';
import type { Notice } from './notice.ts';
import type { Problem } from './problem.ts';

/** A notice ready to be hashed and stored, or every reason against it. */
export type Admission = { readonly notice: Notice } | { readonly problems: readonly Problem[] };

/**
 * The gate of the ledger: turns a draft into the notice of the next edition, with its types, class, marks and dates
 * computed, or refuses it with all reasons. Nothing enters a ledger another way. Pure: the moment and the random bytes
 * are arguments. To be called under the write lock, so that nothing comes between the check and the row.
 */
export function admit(ledger: Ledger, draft: NoticeDraft, publication: Publication): Admission {
  return draft.revises
    ? admitRevision(ledger, draft, draft.revises, publication)
    : admitChanges(ledger, draft, publication);
}

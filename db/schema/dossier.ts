import { sql } from 'drizzle-orm';
import { check, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { isInstant } from './formats.ts';
import { staff } from './staff.ts';

/** What staff keep about a third party and never publish. Beside the register: no edition, no hash. */
export const dossier = sqliteTable(
  'dossier',
  {
    /** Id of the third party, published or still in a draft. */
    thirdParty: text('third_party').primaryKey(),
    /** Counts what was saved: an edit names the version it began from. */
    version: integer('version').notNull(),
    owner: text('owner').references(() => staff.id, { onDelete: 'set null' }),
    /** A day. */
    nextReview: text('next_review'),
    /** State of the contract with the third party (GDPR articles 28(3), 28(4) and 28(9)). */
    contract: text('contract', {
      enum: ['incorporated-by-reference', 'to-be-signed', 'signed', 'none', 'unknown'],
    })
      .notNull()
      .default('unknown'),
    contractNote: text('contract_note'),
    /** The name of a person: it stays here. */
    contactPerson: text('contact_person'),
    /** Transfer impact assessment (standard contractual clauses, clause 14): when, with what outcome, until when. */
    assessmentOn: text('assessment_on'),
    assessmentOutcome: text('assessment_outcome'),
    assessmentNextOn: text('assessment_next_on'),
    notes: text('notes'),
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [
    check('dossier_version', sql`${table.version} > 0`),
    check(
      'dossier_contract',
      sql`${table.contract} in ('incorporated-by-reference', 'to-be-signed', 'signed', 'none', 'unknown')`,
    ),
    check('dossier_updated_at', isInstant(table.updatedAt)),
  ],
);

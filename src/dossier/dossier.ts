import { z } from 'zod';
import { daySchema } from '../domain/days.ts';
import { lineSchema, proseSchema } from '../domain/text.ts';

/** State of the contract with a third party (GDPR article 28(3), (4) and (9)). */
export const CONTRACT_STATES = [
  'signed',
  'incorporated-by-reference',
  'to-be-signed',
  'none',
  'unknown',
] as const;
export type ContractState = (typeof CONTRACT_STATES)[number];

/** What staff keep about a third party and never publish. What is absent is not kept. */
export const dossierValuesSchema = z.strictObject({
  /** Id of a member of staff. */
  owner: z.uuid().optional(),
  nextReview: daySchema.optional(),
  contract: z.enum(CONTRACT_STATES),
  contractNote: proseSchema.optional(),
  /** The name of a person, and how to reach them. */
  contactPerson: lineSchema.optional(),
  assessmentOn: daySchema.optional(),
  assessmentOutcome: proseSchema.optional(),
  assessmentNextOn: daySchema.optional(),
  notes: proseSchema.optional(),
});
export type DossierValues = z.infer<typeof dossierValuesSchema>;
export type DossierField = keyof DossierValues;

/** In the order in which a person thinks of them. */
export const DOSSIER_FIELDS = [
  'owner',
  'nextReview',
  'contract',
  'contractNote',
  'contactPerson',
  'assessmentOn',
  'assessmentOutcome',
  'assessmentNextOn',
  'notes',
] as const satisfies readonly DossierField[];

export interface Dossier {
  /** Id of the third party, published or still in a draft. */
  readonly thirdParty: string;
  /** Counts what was saved; 0 before anything was. */
  readonly version: number;
  readonly values: DossierValues;
  /** Instant in UTC; absent before anything was saved. */
  readonly updatedAt?: string;
}

/** The dossier of a third party about which nothing was kept yet. */
export function emptyDossier(thirdParty: string): Dossier {
  return { thirdParty, version: 0, values: { contract: 'unknown' } };
}

/** The fields in which two dossiers differ. */
export function changedFields(before: DossierValues, after: DossierValues): DossierField[] {
  return DOSSIER_FIELDS.filter((field) => before[field] !== after[field]);
}

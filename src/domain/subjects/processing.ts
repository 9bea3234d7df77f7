import { z } from 'zod';
import { daySchema } from '../days.ts';
import { countrySchema, idSchema, lineSchema, linkSchema, textSchema } from '../text.ts';

/** The third party's capacity in one processing: GDPR articles 4(7), 4(8), 26, 28(2) and 28(4). */
export const ROLES = [
  'subprocessor',
  'processor',
  'joint-controller',
  'independent-controller',
  'none',
] as const;
export const roleSchema = z.enum(ROLES);
export type Role = z.infer<typeof roleSchema>;

/** Whether the processing always happens, can be switched off, or happens only for who asks for it. */
export const USES = ['always', 'optional', 'opt-in'] as const;
export const useSchema = z.enum(USES);
export type Use = z.infer<typeof useSchema>;

/**
 * A member of a set of categories: a term of the vocabulary, or free text beside it. `certainty` weakens it: data the
 * person may leave out (`optional`), or that arrives only by chance (`possible`).
 */
export const categorySchema = z.union([
  z.strictObject({ term: idSchema, certainty: z.enum(['possible', 'optional']).optional() }),
  z.strictObject({ text: textSchema, certainty: z.enum(['possible', 'optional']).optional() }),
]);
export type Category = z.infer<typeof categorySchema>;

export const LOCATION_KINDS = ['storage', 'processing', 'access', 'backup', 'cdn'] as const;
export const PLACE_GROUPS = ['EEA', 'EU', 'worldwide'] as const;

/** Where data is: a kind and a place. Remote access counts as a place of its own (EDPB Guidelines 05/2021). */
export const locationSchema = z.discriminatedUnion('place', [
  z.strictObject({
    kind: z.enum(LOCATION_KINDS),
    place: z.literal('country'),
    country: countrySchema,
    region: lineSchema.optional(),
    city: lineSchema.optional(),
  }),
  z.strictObject({ kind: z.enum(LOCATION_KINDS), place: z.literal('group'), group: z.enum(PLACE_GROUPS) }),
  z.strictObject({ kind: z.enum(LOCATION_KINDS), place: z.literal('chosen-by-customer') }),
  z.strictObject({ kind: z.enum(LOCATION_KINDS), place: z.literal('not-stated') }),
]);
export type Location = z.infer<typeof locationSchema>;

/** Grounds of a transfer to a third country: GDPR articles 44 to 49. "Not stated" is an empty set of safeguards. */
export const GROUNDS = [
  'adequacy',
  'dpf',
  'scc',
  'bcr',
  'public-instrument',
  'code-or-certification',
  'authority-clauses',
  'derogation',
  'none',
] as const;
export const groundSchema = z.enum(GROUNDS);

/** The law under which a ground holds: the GDPR, the UK GDPR, the Swiss Federal Act on Data Protection. */
export const REGIMES = ['eu', 'uk', 'ch'] as const;

/** What safeguards a transfer, for which destinations, under which law (GDPR articles 13(1)(f) and 46). */
export const safeguardSchema = z.strictObject({
  ground: groundSchema,
  regime: z.enum(REGIMES),
  rank: z.enum(['primary', 'fallback']),
  /** Countries (ISO 3166-1) and groups it covers; absent: every destination of the processing. */
  destinations: z
    .array(z.union([countrySchema, z.enum(PLACE_GROUPS)]))
    .min(1)
    .transform((destinations) => [...new Set(destinations)].sort())
    .optional(),
  /** Modules of the standard contractual clauses (Implementing Decision (EU) 2021/914). */
  modules: z
    .array(z.enum(['1', '2', '3', '4']))
    .min(1)
    .transform((modules) => [...new Set(modules)].sort())
    .optional(),
  /** Number of the decision, participant number on the Data Privacy Framework list, letter of article 49(1). */
  reference: lineSchema.optional(),
  validFrom: daySchema.optional(),
  validUntil: daySchema.optional(),
  /** How to get a copy, or where it is made available: a mailbox or a sentence (GDPR article 13(1)(f)). */
  copy: textSchema.optional(),
  copyLink: linkSchema.optional(),
});
export type Safeguard = z.infer<typeof safeguardSchema>;

/** A duration in ISO 8601, whole numbers only: `P45D`, `P14M`, `P7Y`, `PT12H`. */
export const durationSchema = z
  .string()
  .regex(
    /^P(?=\d|T\d)(\d{1,4}Y)?(\d{1,4}M)?(\d{1,4}W)?(\d{1,5}D)?(T(?=\d)(\d{1,4}H)?(\d{1,4}M)?(\d{1,4}S)?)?$/,
    {
      error: 'Not a duration. Durations are written in ISO 8601: P45D, P14M, P7Y, PT12H.',
    },
  );

/**
 * How long the third party keeps the data (GDPR articles 13(2)(a), 28(3)(g) and 30(1)(f)). The event, the criterion or
 * the legal duty stands in words beside it, in `retentionTerms`. Absent: not stated.
 */
export const retentionSchema = z.discriminatedUnion('form', [
  z.strictObject({ form: z.literal('period'), period: durationSchema }),
  z.strictObject({ form: z.literal('after-event'), period: durationSchema }),
  z.strictObject({ form: z.literal('criterion'), atMost: durationSchema.optional() }),
  z.strictObject({ form: z.literal('legal-duty'), period: durationSchema.optional() }),
]);
export type Retention = z.infer<typeof retentionSchema>;

/** A set: order is never stored, so members are kept by their content and sorted (see `normalise`). */
function setOf<T extends z.ZodType>(member: T) {
  return z.array(member).max(200);
}

/** One row under a third party: what it does for one scope. What is absent is not stated. */
export const processingSchema = z.strictObject({
  scope: idSchema,
  role: roleSchema,
  purpose: textSchema.optional(),
  subjectMatter: textSchema.optional(),
  nature: textSchema.optional(),
  delimitation: textSchema.optional(),
  data: setOf(categorySchema).optional(),
  dataNote: textSchema.optional(),
  subjects: setOf(categorySchema).optional(),
  specialCategories: z.enum(['yes', 'no']).optional(),
  specialCategoriesNote: textSchema.optional(),
  use: useSchema.optional(),
  condition: textSchema.optional(),
  customerRegions: setOf(lineSchema).optional(),
  retention: retentionSchema.optional(),
  retentionTerms: textSchema.optional(),
  retentionAfterContract: durationSchema.optional(),
  retentionInBackups: durationSchema.optional(),
  locations: setOf(locationSchema).optional(),
  safeguards: setOf(safeguardSchema).optional(),
  supplementaryMeasures: textSchema.optional(),
  legalBasis: setOf(z.enum(['6-1-a', '6-1-b', '6-1-c', '6-1-d', '6-1-e', '6-1-f'])).optional(),
});
export type Processing = z.infer<typeof processingSchema>;

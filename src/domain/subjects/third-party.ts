import { z } from 'zod';
import { daySchema } from '../days.ts';
import { countrySchema, idSchema, lineSchema, linkSchema, textSchema } from '../text.ts';
import { durationSchema, processingSchema } from './processing.ts';

/**
 * `service`: a service with the legal entity behind it; `unnamed`: a recipient whose name is not told; `category`: a
 * category of recipients (GDPR article 13(1)(e) allows both).
 */
export const THIRD_PARTY_KINDS = ['service', 'unnamed', 'category'] as const;

/**
 * The legal entity. `person` is the stable key of the legal person: while it stays, another name is a renaming; when it
 * changes, another legal person stands behind the service (EDPB Opinion 22/2024: name, address, contact).
 */
export const entitySchema = z.strictObject({
  person: idSchema.optional(),
  name: lineSchema.optional(),
  country: countrySchema.optional(),
  address: lineSchema.optional(),
  registration: lineSchema.optional(),
});

export const linksSchema = z.strictObject({
  website: linkSchema.optional(),
  privacy: linkSchema.optional(),
  security: linkSchema.optional(),
  status: linkSchema.optional(),
  terms: linkSchema.optional(),
  agreement: linkSchema.optional(),
  subprocessors: linkSchema.optional(),
  subprocessorsFeed: linkSchema.optional(),
});

export const representativeSchema = z.strictObject({
  regime: z.enum(['eu', 'uk', 'ch']),
  name: lineSchema,
  address: lineSchema.optional(),
});

export const contractingEntitySchema = z.strictObject({
  customers: lineSchema,
  name: lineSchema,
  country: countrySchema.optional(),
});

export const certificationSchema = z.strictObject({
  name: lineSchema,
  scope: lineSchema.optional(),
  validUntil: daySchema.optional(),
  source: linkSchema.optional(),
});

/** What an artificial-intelligence provider does with the data it is given. */
export const aiSchema = z.strictObject({
  modelProvider: lineSchema.optional(),
  trainsOnData: z.enum(['no', 'opt-in', 'opt-out', 'yes']).optional(),
  retention: durationSchema.optional(),
  optOut: textSchema.optional(),
});

/** One recipient, as published. What is absent is not stated. Without processings it is not in use. */
export const thirdPartySchema = z.strictObject({
  kind: z.enum(THIRD_PARTY_KINDS),
  name: textSchema,
  service: textSchema.optional(),
  entity: entitySchema.optional(),
  parent: z.strictObject({ name: lineSchema.optional(), country: countrySchema.optional() }).optional(),
  affiliate: z.boolean().optional(),
  /** A function and a mailbox or address, never a person: the ledger holds no personal data. */
  contact: z.strictObject({ position: lineSchema.optional(), address: lineSchema.optional() }).optional(),
  representatives: z.array(representativeSchema).max(10).optional(),
  contractingEntities: z.array(contractingEntitySchema).max(50).optional(),
  /** The third party that engages it: the chain of processors (GDPR article 28(4)). */
  engagedBy: idSchema.optional(),
  replaces: z.array(idSchema).max(50).optional(),
  continues: z.array(idSchema).max(50).optional(),
  links: linksSchema.optional(),
  certifications: z.array(certificationSchema).max(50).optional(),
  securityMeasures: textSchema.optional(),
  ai: aiSchema.optional(),
  /** Paths of texts whose other languages have moved on since (`processings/p1/purpose/nl`). */
  outdated: z.array(z.string().max(200)).max(500).optional(),
  processings: z.record(idSchema, processingSchema).optional(),
});
export type ThirdParty = z.infer<typeof thirdPartySchema>;

import { z } from 'zod';
import { CHANGE_TYPES, DIRECTIONS, NOTICE_CLASSES } from './change-types.ts';
import { daySchema, periodSchema } from './days.ts';
import { fieldChangeSchema } from './field-change.ts';
import { subjectSchema } from './subjects/subject.ts';
import { idSchema, lineSchema, textSchema } from './text.ts';

/** What a change means in one scope. `scope` null: it concerns no scope in particular, or all of them. */
export const effectSchema = z.strictObject({
  scope: idSchema.nullable(),
  types: z.array(z.enum(CHANGE_TYPES)).min(1),
  direction: z.enum(DIRECTIONS),
  class: z.enum(NOTICE_CLASSES),
});
export type Effect = z.infer<typeof effectSchema>;

/** The fields that one notice changes in one subject, and what that means in each scope. */
export const changeSchema = z.strictObject({
  subject: subjectSchema,
  fields: z.array(fieldChangeSchema).min(1),
  effects: z.array(effectSchema),
});
export type Change = z.infer<typeof changeSchema>;

/** The texts of one change of a planned notice, mended: `before` is what the notice said, `after` what it says now. */
export const amendmentSchema = z.strictObject({
  /** Position of the change in the notice that is amended, from 0. */
  change: z.number().int().nonnegative(),
  fields: z
    .array(
      z.strictObject({ field: z.string().min(1).max(300), before: z.string(), after: z.string().min(1) }),
    )
    .min(1),
});
export type Amendment = z.infer<typeof amendmentSchema>;

const edition = z.number().int().positive();
const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** What a notice does to an earlier one. Objections and deadline of the earlier one stand. */
export const revisionSchema = z.discriminatedUnion('action', [
  /** `inError`: it was in effect already, and is taken back as published in error. */
  z.strictObject({ action: z.literal('withdraw'), edition, inError: z.boolean() }),
  z.strictObject({ action: z.literal('postpone'), edition, from: daySchema, to: daySchema }),
  z.strictObject({ action: z.literal('amend'), edition, amendments: z.array(amendmentSchema).min(1) }),
  /** `digest`: SHA-256 of the payload as it reads with the marks, so that the chain vouches for that text too. */
  z.strictObject({
    action: z.literal('redact'),
    rows: z.array(z.strictObject({ edition, digest: hashSchema })).min(1),
  }),
]);
export type Revision = z.infer<typeof revisionSchema>;

/** Marks that are computed, never chosen. */
export const MARKS = ['baseline', 'late-disclosure', 'correction', 'short-notice'] as const;
export type Mark = (typeof MARKS)[number];

/** Labels, per language, of the vocabulary terms a notice uses, as they read on its day: `data/email-address`. */
export const labelsSchema = z.record(z.string(), z.record(z.string(), z.string()));
export type Labels = z.infer<typeof labelsSchema>;

/**
 * A published notice: the payload of one row of the ledger, format 1. All dates are written down when it is published
 * and never computed again from settings. What is absent was not stated.
 */
export const noticeSchema = z.strictObject({
  format: z.literal(1),
  /** The register's id, minted with edition 1. */
  register: z.uuid(),
  edition,
  /** The recorded instant (UTC). */
  publishedAt: z.iso.datetime({ precision: 3 }),
  timeZone: z.string(),
  announcedOn: daySchema,
  effectiveOn: daySchema,
  class: z.enum(NOTICE_CLASSES),
  marks: z.array(z.enum(MARKS)),
  /** Present when the notice needs notice: the periods that were applied, and what they led to. */
  noticePeriod: periodSchema.optional(),
  objectionPeriod: periodSchema.optional(),
  firstEffectiveDay: daySchema.optional(),
  objectionDeadline: daySchema.optional(),
  reason: textSchema.optional(),
  changes: z.array(changeSchema),
  revises: revisionSchema.optional(),
  /** What revising means in each scope, where the revision has no change of its own to carry it. */
  effects: z.array(effectSchema).optional(),
  labels: labelsSchema,
  /** The name of the sample this register was made from, in edition 1 of a sample. */
  sample: lineSchema.optional(),
  /** 16 random bytes in hex, so that the hash of a short text cannot be guessed back. */
  salt: z.string().regex(/^[0-9a-f]{32}$/),
});
export type Notice = z.infer<typeof noticeSchema>;

/** The effects of a notice, its changes' and its own. */
export function effectsOf(notice: Notice): Effect[] {
  return [...notice.changes.flatMap((change) => change.effects), ...(notice.effects ?? [])];
}

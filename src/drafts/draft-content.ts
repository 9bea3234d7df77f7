import { z } from 'zod';
import type { SubjectChange } from '../domain/classify.ts';
import { daySchema } from '../domain/days.ts';
import { fieldChangeSchema } from '../domain/field-change.ts';
import { amendmentSchema } from '../domain/notice.ts';
import { subjectSchema } from '../domain/subjects/subject.ts';
import { idSchema, proseSchema, textSchema } from '../domain/text.ts';

/**
 * What a draft holds, as it is stored: changes with the values they were drafted against (by these it is rebased when
 * others publish), or one revision of an earlier notice.
 */
export const draftContentSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('changes'),
    changes: z.array(z.strictObject({ subject: subjectSchema, fields: z.array(fieldChangeSchema) })).max(500),
    /** Absent: the first lawful day, whenever it is published. */
    effectiveOn: daySchema.optional(),
    /** Sooner than the notice period allows, for the public reason given. */
    shortNotice: z.literal(true).optional(),
    reason: textSchema.optional(),
    /**
     * Why a subprocessor without a contract may be added, by third party (GDPR article 28(4)). Never public; text of
     * staff for staff.
     */
    arguments: z.record(idSchema, proseSchema).optional(),
  }),
  z.strictObject({
    kind: z.literal('withdraw'),
    edition: z.number().int().positive(),
    reason: textSchema.optional(),
  }),
  z.strictObject({
    kind: z.literal('postpone'),
    edition: z.number().int().positive(),
    to: daySchema.optional(),
    reason: textSchema.optional(),
  }),
  z.strictObject({
    kind: z.literal('amend'),
    edition: z.number().int().positive(),
    amendments: z.array(amendmentSchema).max(500),
    reason: textSchema.optional(),
  }),
]);
export type DraftContent = z.infer<typeof draftContentSchema>;
export type ChangesContent = Extract<DraftContent, { kind: 'changes' }>;
export type RevisionContent = Exclude<DraftContent, { kind: 'changes' }>;

/** A change as a draft holds it is a change as the domain classifies it. */
export type DraftedChange = ChangesContent['changes'][number] & SubjectChange;

export const DRAFT_STATES = ['open', 'submitted', 'approved', 'published', 'discarded'] as const;
export type DraftState = (typeof DRAFT_STATES)[number];

/** States in which a draft can still be edited. */
export const IN_THE_MAKING = ['open', 'submitted', 'approved'] as const satisfies readonly DraftState[];

/** Whether it was published or discarded: nothing becomes of it any more. */
export function isOver({ state }: Pick<Draft, 'state'>): boolean {
  return !IN_THE_MAKING.some((one) => one === state);
}

/** A notice in the making, as stored. */
export interface Draft {
  readonly id: string;
  readonly title: string;
  readonly state: DraftState;
  readonly version: number;
  readonly content: DraftContent;
  /** Instants in UTC. */
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly approvedBy: string | undefined;
  readonly approvedAt: string | undefined;
  /** The edition that it became. */
  readonly edition: number | undefined;
}

import { z } from 'zod';
import { idSchema } from '../text.ts';
import { organisationSchema, type Organisation } from './organisation.ts';
import { scopeSchema, type Scope } from './scope.ts';
import { thirdPartySchema, type ThirdParty } from './third-party.ts';

/** What a change is about. The organisation is one: its id is always `organisation`. */
export const SUBJECT_KINDS = ['organisation', 'scope', 'third-party'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

export const subjectSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('organisation'), id: z.literal('organisation') }),
  z.strictObject({ kind: z.literal('scope'), id: idSchema }),
  z.strictObject({ kind: z.literal('third-party'), id: idSchema }),
]);
export type Subject = z.infer<typeof subjectSchema>;

export const ORGANISATION: Subject = { kind: 'organisation', id: 'organisation' };

/** The state of a subject of each kind on a day. */
export interface SubjectStates {
  readonly organisation: Organisation;
  readonly scope: Scope;
  readonly 'third-party': ThirdParty;
}
export type SubjectState = SubjectStates[SubjectKind];

export const STATE_SCHEMAS = {
  organisation: organisationSchema,
  scope: scopeSchema,
  'third-party': thirdPartySchema,
} as const satisfies Record<SubjectKind, z.ZodType>;

/** One text for one subject: `third-party/amazon-s3`. */
export function subjectKey(subject: Subject): string {
  return `${subject.kind}/${subject.id}`;
}

/** Why a notice is refused. Words for each code are in the interface messages: `problem.<code>`. */
export const PROBLEM_CODES = [
  'nothing-changed',
  'subject-twice',
  'unknown-field',
  'field-twice',
  'invalid-value',
  'not-wording',
  'no-organisation',
  'organisation-removed',
  'baseline-in-future',
  'conflict',
  'same-day',
  'subject-missing',
  'processing-missing',
  'unknown-scope',
  'unknown-third-party',
  'unknown-term',
  'engaged-in-circle',
  'too-early',
  'reason-missing',
  'gap',
  'unknown-edition',
  'already-withdrawn',
  'revision-of-revision',
  'baseline-stands',
  'already-in-effect',
  'not-later',
  'before-differs',
  'nothing-found',
  'not-free-text',
  'too-short',
  'contract-missing',
  'does-nothing',
  'draft-changed',
  'draft-outdated',
  'draft-state',
  'day-moved',
  'own-edit',
  'wording-unconfirmed',
  'choice-missing',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** One reason for a refusal, with all that a person needs to find and mend it. */
export interface Problem {
  readonly code: ProblemCode;
  /** Where: `third-party/sentry/processings/p1/retention`. */
  readonly at?: string;
  /** The notice that is in the way. */
  readonly edition?: number;
  /** The offending or the needed value: a day, a field, a message of the schema. */
  readonly value?: string;
}

import type { Temporal } from 'temporal-polyfill';
import type { SubjectChange } from './classify.ts';
import type { Day } from './days.ts';
import type { Amendment, Labels } from './notice.ts';
import type { Text } from './text.ts';

/** What a revision asks for; the rest is known from the notice it revises. */
export type RevisionDraft =
  | { readonly action: 'withdraw'; readonly edition: number }
  | { readonly action: 'postpone'; readonly edition: number; readonly to: Day }
  | { readonly action: 'amend'; readonly edition: number; readonly amendments: readonly Amendment[] }
  | {
      readonly action: 'redact';
      readonly rows: readonly { readonly edition: number; readonly digest: string }[];
    };

/** What staff want to publish. Types, class, dates and marks are computed, never chosen. */
export interface NoticeDraft {
  readonly changes: readonly SubjectChange[];
  readonly revises?: RevisionDraft;
  /** The first day on which data may flow, or has ceased to. Absent: the first lawful day. */
  readonly effectiveOn?: Day;
  /** Public reason. Asked for on short notice, with a late disclosure and when something was published in error. */
  readonly reason?: Text;
  /** Sooner than the notice period allows, for the public reason given. */
  readonly shortNotice?: boolean;
  /** In edition 1: the name of the sample it is made from. */
  readonly sample?: string;
}

/** What publishing brings along that no draft decides. */
export interface Publication {
  readonly now: Temporal.Instant;
  /** 16 random bytes in hex. */
  readonly salt: string;
  /** The id of the register, minted with edition 1. */
  readonly register: string;
  /** The labels of vocabulary terms as they read today; a term it does not know is refused. */
  readonly labelsOf: (terms: readonly string[]) => Labels;
  /** Whether additions may have gaps; otherwise the EEA's countries, by which transfers are told. */
  readonly gaps: 'accept' | { readonly eea: ReadonlySet<string> };
}

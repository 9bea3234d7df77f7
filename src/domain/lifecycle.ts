import type { Day } from './days.ts';
import { noticeOf, timeline, upTo, editionAnnouncedBy, type Ledger } from './ledger.ts';

export const LIFECYCLE_STATES = ['objection-open', 'upcoming', 'effective', 'withdrawn'] as const;
export type LifecycleState = (typeof LIFECYCLE_STATES)[number];

/** Where a notice stands on a day, and what revised it by then. */
export interface Lifecycle {
  readonly state: LifecycleState;
  /** The day on which it takes, took or would have taken effect, postponements counted in. */
  readonly effectiveOn: Day;
  /** To the end of this day one may object; absent when no period binds. */
  readonly objectionDeadline?: Day;
  /** Whether one may still object on the day: also when a change on short notice is in effect already. */
  readonly objectionOpen: boolean;
  /** Editions that withdrew, postponed, amended or redacted it by the day, oldest first. */
  readonly revisedBy: readonly number[];
  readonly withdrawnBy?: number;
}

/**
 * Where the notice of an edition stands on a day, by what was announced by then; undefined before its own announcement
 * and for an edition that does not exist. It takes effect by the calendar: no job has to run.
 */
export function lifecycleOf(ledger: Ledger, edition: number, day: Day): Lifecycle | undefined {
  const notice = noticeOf(ledger, edition);
  if (!notice || day < notice.announcedOn) return undefined;
  const standing = timeline(upTo(ledger, editionAnnouncedBy(ledger, day))).standings.get(edition);
  if (!standing) return undefined;
  const { effectiveOn, revisedBy, withdrawnBy } = standing;
  const deadline = notice.objectionDeadline;
  const objectionOpen = withdrawnBy === undefined && deadline !== undefined && day <= deadline;
  return {
    state: stateOn(day, effectiveOn, objectionOpen, withdrawnBy),
    effectiveOn,
    objectionOpen,
    revisedBy,
    ...(deadline === undefined ? {} : { objectionDeadline: deadline }),
    ...(withdrawnBy === undefined ? {} : { withdrawnBy }),
  };
}

function stateOn(day: Day, effectiveOn: Day, objectionOpen: boolean, withdrawnBy?: number): LifecycleState {
  if (withdrawnBy !== undefined) return 'withdrawn';
  if (day >= effectiveOn) return 'effective';
  return objectionOpen ? 'objection-open' : 'upcoming';
}

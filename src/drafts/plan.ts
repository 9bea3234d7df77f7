import { scheduler } from 'node:timers/promises';
import type { Selecting } from '../../db/client.ts';
import type { Clock } from '../clock.ts';
import type { Conflict, Dropped } from '../domain/rebase.ts';
import type { Day } from '../domain/days.ts';
import type { NoticeDraft } from '../domain/draft.ts';
import type { Gap } from '../domain/gaps.ts';
import type { Ledger, PublishedNotice } from '../domain/ledger.ts';
import type { Problem } from '../domain/problem.ts';
import type { Renaming } from '../domain/rename-processings.ts';
import type { Subject } from '../domain/subjects/subject.ts';
import { thirdPartiesWithoutContract } from '../dossier/read-dossier.ts';
import type { WritingContext } from '../register/writing-context.ts';
import type { DraftContent } from './draft-content.ts';
import { changesDraftOf, planChanges } from './plan-changes.ts';
import { planRevision, revisionDraftOf } from './plan-revision.ts';
import type { Situation } from './situation.ts';

/** A fact not stated of a third party that a draft is about. */
export interface SubjectGap extends Gap {
  readonly subject: Subject;
}

/** A text that staff marked as meaning the same as before; whoever approves the draft confirms each. */
export interface WordingMark {
  /** `third-party/sentry/processings/p1/purpose/en`; of an amendment `changes/0/processings/p1/purpose/en`. */
  readonly at: string;
  readonly before: string;
  readonly after: string;
}

/** What a draft means now, judged by the very gate that publishing uses. */
export interface Plan {
  /** The day, in the organisation's zone, on which it would be announced. */
  readonly announcedOn: Day;
  /** The day on which it would take effect: the one asked for, else the first lawful one. */
  readonly effectiveOn: Day;
  readonly firstLawfulDay: Day;
  readonly objectionDeadline?: Day;
  /** What would be published: rebased, and without what is in conflict. Not to be saved in place of the draft's. */
  readonly content: DraftContent;
  /** Whether that is exactly what the draft holds. */
  readonly isCurrent: boolean;
  readonly conflicts: readonly Conflict[];
  readonly dropped: readonly Dropped[];
  readonly renamed: readonly Renaming[];
  /** The notice it would be, as the next edition; absent while its changes do not fit the register. */
  readonly notice?: PublishedNotice;
  /** The ledger with that notice at its end. */
  readonly ledger?: Ledger;
  /** Why it cannot be published now. */
  readonly problems: readonly Problem[];
  /** What is not stated of the third parties it is about, whether or not that keeps it from being published. */
  readonly gaps: readonly SubjectGap[];
  readonly wording: readonly WordingMark[];
}

/** What planning needs of the context. */
export interface PlanningContext {
  readonly clock: Pick<Clock, 'now'>;
  readonly content: WritingContext['content'];
  readonly ledger: { readonly current: () => Ledger };
  readonly database: { readonly orm: Selecting };
}

/** What a draft of this content would be if it were published now; nothing is written. */
export function planOf(context: PlanningContext, content: DraftContent): Promise<Plan> {
  return planIn(situationOf(context), context.database.orm, content);
}

/** The same for several drafts, each for itself, in their order. */
export async function plansOf(context: PlanningContext, contents: readonly DraftContent[]): Promise<Plan[]> {
  const withoutContract = await thirdPartiesWithoutContract(context.database.orm);
  const plans: Plan[] = [];
  for (const content of contents) {
    plans.push(plan(situationOf(context), withoutContract, content));
    // A long list must not keep readers waiting.
    await scheduler.yield();
  }
  return plans;
}

function situationOf({ clock, content, ledger }: PlanningContext): Situation {
  return { content, now: clock.now(), ledger: ledger.current() };
}

/**
 * The same in a situation.
 *
 * @param reader where dossiers are read: in the transaction that publishes, as they are there
 */
export async function planIn(situation: Situation, reader: Selecting, content: DraftContent): Promise<Plan> {
  return plan(situation, await thirdPartiesWithoutContract(reader), content);
}

function plan(situation: Situation, withoutContract: ReadonlySet<string>, content: DraftContent): Plan {
  return content.kind === 'changes'
    ? planChanges(situation, withoutContract, content)
    : planRevision(situation, content);
}

/** The draft that the gate judges: content as it is planned, on its day. */
export function noticeDraftOf(content: DraftContent, effectiveOn: Day): NoticeDraft {
  return content.kind === 'changes'
    ? changesDraftOf(content, content.changes, effectiveOn)
    : revisionDraftOf(content);
}

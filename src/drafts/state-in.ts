import type { Subject } from '../domain/subjects/subject.ts';
import type { DraftContent } from './draft-content.ts';
import type { PlanningContext } from './plan.ts';
import { settleChanges, statesOf, type States } from './settle-changes.ts';

/**
 * A subject on the eve of the draft's day, and as the draft would have it. Of a draft that revises a notice both are the
 * subject as it is today.
 */
export function stateIn(context: Settling, content: DraftContent, subject: Subject): States {
  return statesIn(context, content)(subject);
}

type Settling = Pick<PlanningContext, 'clock' | 'content' | 'ledger'>;

/** The same of any subject: where many are asked for, the draft is settled once. */
export function statesIn(context: Settling, content: DraftContent): (subject: Subject) => States {
  const situation = { now: context.clock.now(), ledger: context.ledger.current(), content: context.content };
  const changes = content.kind === 'changes' ? content : ({ kind: 'changes', changes: [] } as const);
  const settled = settleChanges(situation, { ...changes, changes: [...changes.changes] });
  return (subject) => statesOf(situation, settled, subject);
}

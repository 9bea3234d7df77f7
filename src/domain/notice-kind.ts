import type { ChangeType } from './change-types.ts';
import { isSetChange } from './field-change.ts';
import type { Change, Notice } from './notice.ts';

/** What a change comes to, in one word. */
export type Outcome = 'added' | 'changed' | 'removed';

/** What a notice does, in one word; `begins` is the first edition, which tells what was there before it. */
export type NoticeKind = 'begins' | Outcome;

/** The kind of a notice: whoever comes new weighs most; only what does nothing but remove is a removal. */
export function noticeKind({ edition, changes }: Pick<Notice, 'edition' | 'changes'>): NoticeKind {
  if (edition === 1) return 'begins';
  const outcomes = outcomesOf(changes);
  if (outcomes.includes('added')) return 'added';
  return outcomes.length > 0 && outcomes.every((one) => one === 'removed') ? 'removed' : 'changed';
}

/**
 * What each change comes to. Who comes in the place of one that the same notice removes is a change of hands: the two are
 * one change, neither an addition nor a removal.
 */
export function outcomesOf(changes: readonly Change[]): Outcome[] {
  const removed = new Set(changes.filter(isRemoval).map(({ subject }) => subject.id));
  const replacing = changes.filter((change) => isAddition(change) && replacedBy(change).some(isRemoved));
  const replaced = new Set(replacing.flatMap(replacedBy).filter(isRemoved));
  return changes
    .filter((change) => !(isRemoval(change) && replaced.has(change.subject.id)))
    .map((change) => {
      if (isRemoval(change)) return 'removed';
      return isAddition(change) && !replacing.includes(change) ? 'added' : 'changed';
    });

  function isRemoved(id: string): boolean {
    return removed.has(id);
  }
}

function typesOf({ effects }: Change): Set<ChangeType> {
  return new Set(effects.flatMap(({ types }) => types));
}

/** What only moves from one scope to another, or is divided otherwise, is no addition. */
function isAddition(change: Change): boolean {
  const types = typesOf(change);
  return types.has('added') && !types.has('removed') && !types.has('restructured');
}

function isRemoval(change: Change): boolean {
  const types = typesOf(change);
  return types.size === 1 && types.has('removed');
}

/** Ids of the third parties whose place a change says to take. */
export function replacedBy({ fields }: Pick<Change, 'fields'>): string[] {
  return fields
    .filter(isSetChange)
    .filter(({ field }) => field === 'replaces')
    .flatMap(({ added }) => added.map(String));
}

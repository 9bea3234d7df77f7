import { isSetChange, type FieldChange, type SetChange } from './field-change.ts';
import { leafAt } from './fields/table.ts';
import { canonical, type Json } from './json.ts';
import { sortedMembers } from './leaves.ts';
import type { SubjectKind, SubjectStates } from './subjects/subject.ts';
import { ChangingTree, valueAt } from './tree.ts';

/**
 * The state after the changes: a new value, the given one is left as it is. Undefined is a subject that does not exist:
 * before, one that is new; after, one of which nothing is left.
 *
 * Applies what is printed without asking whether the `before` fits; that is the rule of conflicts (`conflicts.ts`).
 *
 * @throws RangeError for a path that is no public field.
 */
export function apply<Kind extends SubjectKind>(
  kind: Kind,
  state: SubjectStates[Kind] | undefined,
  changes: readonly FieldChange[],
): SubjectStates[Kind] | undefined {
  const changing = new ChangingTree(state as Json | undefined);
  for (const change of changes) {
    const leaf = leafAt(kind, change.field);
    if (!leaf) throw new RangeError(`Not a public field: ${change.field}`);
    const value = isSetChange(change)
      ? changedSet(valueAt(changing.tree, leaf.steps), change)
      : (change.after ?? undefined);
    changing.put(leaf.steps, value);
  }
  return changing.tree as unknown as SubjectStates[Kind] | undefined;
}

function changedSet(value: Json | undefined, change: SetChange): Json | undefined {
  const removed = new Set(change.removed.map(canonical));
  const members = Array.isArray(value) ? (value as readonly Json[]) : [];
  const kept = members.filter((member) => !removed.has(canonical(member)));
  const now = sortedMembers([...kept, ...change.added]);
  return now.length === 0 ? undefined : now;
}

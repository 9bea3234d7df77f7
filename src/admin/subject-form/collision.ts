import { leafAt } from '../../domain/fields/table.ts';
import { diff } from '../../domain/diff.ts';
import { sameJson, type Json } from '../../domain/json.ts';
import { normalise } from '../../domain/leaves.ts';
import { ChangingTree, valueAt } from '../../domain/tree.ts';
import type { SubjectKind, SubjectState } from '../../domain/subjects/subject.ts';

/** Three states of a subject: the one that a form began from, what it makes of it, and what others made of it. */
export interface Three {
  readonly base: SubjectState | undefined;
  readonly mine: SubjectState | undefined;
  readonly theirs: SubjectState | undefined;
}

/** A field that two people changed in different ways. */
export interface Collision {
  readonly field: string;
  readonly mine: Json | undefined;
  readonly theirs: Json | undefined;
}

/** The fields that both changed, and not alike. What only one of them changed can be told apart. */
export function collisionsOf(kind: SubjectKind, { base, mine, theirs }: Three): Collision[] {
  return fieldsBetween(kind, mine, theirs).flatMap((field): Collision[] => {
    const [was, my, their] = [base, mine, theirs].map((state) => at(kind, state, field));
    if (isSame(was, my) || isSame(was, their)) return [];
    return [{ field, mine: my, theirs: their }];
  });
}

/** Both together: what only the others changed as they have it, anything else as the form has it. */
export function merged(kind: SubjectKind, { base, mine, theirs }: Three): SubjectState | undefined {
  const others = fieldsBetween(kind, mine, theirs).filter((field) =>
    isSame(at(kind, base, field), at(kind, mine, field)),
  );
  return withTheirs(kind, mine, theirs, new Set(others));
}

/** My state with some fields as the others have them. */
export function withTheirs(
  kind: SubjectKind,
  mine: SubjectState | undefined,
  theirs: SubjectState | undefined,
  fields: ReadonlySet<string>,
): SubjectState | undefined {
  const tree = new ChangingTree(mine as unknown as Json | undefined);
  for (const field of fields) {
    const leaf = leafAt(kind, field);
    if (leaf) tree.put(leaf.steps, at(kind, theirs, field));
  }
  return tree.tree as unknown as SubjectState | undefined;
}

function fieldsBetween(
  kind: SubjectKind,
  one: SubjectState | undefined,
  other: SubjectState | undefined,
): string[] {
  const normal = (state: SubjectState | undefined) => state && normalise(kind, state as never);
  return diff(kind, normal(one), normal(other)).map(({ field }) => field);
}

function at(kind: SubjectKind, state: SubjectState | undefined, field: string): Json | undefined {
  return valueAt(state as unknown as Json | undefined, leafAt(kind, field)?.steps ?? ['']);
}

function isSame(one: Json | undefined, other: Json | undefined): boolean {
  return sameJson(one ?? null, other ?? null);
}

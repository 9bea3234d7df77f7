import type { FieldChange } from './field-change.ts';
import { leafAt } from './fields/table.ts';
import { canonical, sameJson, type Json } from './json.ts';
import { leafPaths, valueAt } from './leaves.ts';
import type { SubjectKind, SubjectStates } from './subjects/subject.ts';

/**
 * The set of field changes that lead from one state of a subject to another; empty when they are the same. Undefined is
 * the state of a subject that does not exist. Both states must be normalised (see `normalise`).
 *
 * `apply(a, diff(a, b))` is `b`.
 */
export function diff<Kind extends SubjectKind>(
  kind: Kind,
  before: SubjectStates[Kind] | undefined,
  after: SubjectStates[Kind] | undefined,
): FieldChange[] {
  const paths = new Set([
    ...(before ? leafPaths(kind, before) : []),
    ...(after ? leafPaths(kind, after) : []),
  ]);
  return [...paths].flatMap((path) =>
    changeAt(kind, path, before as unknown as Json, after as unknown as Json),
  );
}

function changeAt(kind: SubjectKind, path: string, before: Json, after: Json): FieldChange[] {
  const leaf = leafAt(kind, path);
  if (!leaf) throw new RangeError(`Not a public field: ${path}`);
  const old = valueAt(before, leaf.steps);
  const now = valueAt(after, leaf.steps);
  if (old !== undefined && now !== undefined && sameJson(old, now)) return [];
  if (leaf.field.form === 'set') return [setChange(path, old, now)];
  return [{ field: path, before: old ?? null, after: now ?? null }];
}

function setChange(field: string, before: Json | undefined, after: Json | undefined): FieldChange {
  const old = membersOf(before);
  const now = membersOf(after);
  return {
    field,
    added: [...now].filter(([key]) => !old.has(key)).map(([, member]) => member),
    removed: [...old].filter(([key]) => !now.has(key)).map(([, member]) => member),
  };
}

function membersOf(value: Json | undefined): Map<string, Json> {
  const members = Array.isArray(value) ? (value as readonly Json[]) : [];
  return new Map(members.map((member) => [canonical(member), member] as const));
}

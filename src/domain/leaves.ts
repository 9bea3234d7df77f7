import { canonical, type Json } from './json.ts';
import type { SubjectKind, SubjectState, SubjectStates } from './subjects/subject.ts';
import { FIELDS, leafAt } from './fields/table.ts';
import type { Field } from './fields/field.ts';
import { ChangingTree, isTree, valueAt, type Tree } from './tree.ts';

export { valueAt, withValueAt } from './tree.ts';

/** Sorts the members of a set by their canonical text and drops repeated ones. */
export function sortedMembers(members: readonly Json[]): readonly Json[] {
  if (members.length < 2) return members;
  return [...new Map(members.map((member) => [canonical(member), member] as const))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, member]) => member);
}

/**
 * The one way to write a value. Every list in the register is a set, those within a member of a set too (the
 * destinations of a safeguard), so order is never stored.
 */
export function normalValue(value: Json): Json {
  if (Array.isArray(value)) return sortedMembers((value as readonly Json[]).map(normalValue));
  if (!isTree(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, normalValue(item)]));
}

/** The paths of all leaves a state has, a text once a language, in the order of the table of fields. */
export function leafPaths(kind: SubjectKind, state: SubjectState): string[] {
  return FIELDS[kind].flatMap((field) => pathsOf(field, state as unknown as Tree));
}

function pathsOf(field: Field, tree: Tree): string[] {
  return concretePaths(field.path, tree).flatMap((path) => {
    const value = valueAt(tree, path.split('/'));
    if (value === undefined) return [];
    return field.form === 'text' && isTree(value)
      ? Object.keys(value).map((language) => `${path}/${language}`)
      : [path];
  });
}

/** `processings/* /purpose` for each processing there is; any other path is itself. */
function concretePaths(path: string, tree: Tree): string[] {
  if (!path.startsWith('processings/*')) return [path];
  const processings = valueAt(tree, ['processings']);
  return isTree(processings) ? Object.keys(processings).map((id) => path.replace('*', id)) : [];
}

/**
 * The state with sets sorted and everything empty taken away: the one form in which states are compared and stored.
 * Returns undefined when nothing is left.
 *
 * @throws RangeError for a processing's id or a language that cannot be part of a path.
 */
export function normalise<Kind extends SubjectKind>(
  kind: Kind,
  state: SubjectStates[Kind],
): SubjectStates[Kind] | undefined {
  const tree = state as unknown as Tree;
  const normal = new ChangingTree(undefined);
  for (const path of leafPaths(kind, state)) {
    const leaf = leafAt(kind, path);
    if (!leaf) throw new RangeError(`Not a public field: ${path}`);
    const value = valueAt(tree, leaf.steps);
    if (value === undefined || (Array.isArray(value) && value.length === 0)) continue;
    normal.put(leaf.steps, normalValue(value));
  }
  return normal.tree as unknown as SubjectStates[Kind] | undefined;
}

import { canonical, type Json } from './json.ts';
import type { SubjectKind, SubjectState, SubjectStates } from './subjects/subject.ts';
import { FIELDS, leafAt } from './fields/table.ts';
import type { Field, FieldValue } from './fields/field.ts';

type Tree = { readonly [key: string]: Json };

function isTree(value: Json | undefined): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at the end of the steps, own properties only; undefined when any step is missing. */
export function valueAt(tree: Json | undefined, steps: readonly string[]): FieldValue {
  let value = tree;
  for (const step of steps) {
    if (!isTree(value) || !Object.hasOwn(value, step)) return undefined;
    value = value[step];
  }
  return value;
}

/** The tree with the value put there, or taken away when undefined. What becomes empty is taken away too. */
export function withValueAt(
  tree: Json | undefined,
  steps: readonly string[],
  value: FieldValue,
): Tree | undefined {
  const [step, ...rest] = steps;
  const own: Record<string, Json> = isTree(tree) ? { ...tree } : {};
  if (step === undefined) return isTree(value) ? value : undefined;
  const next =
    rest.length === 0 ? value : withValueAt(Object.hasOwn(own, step) ? own[step] : undefined, rest, value);
  if (next === undefined) delete own[step];
  else own[step] = next;
  return Object.keys(own).length === 0 ? undefined : own;
}

/** Sorts the members of a set by their canonical text and drops repeated ones. */
export function sortedMembers(members: readonly Json[]): readonly Json[] {
  return [...new Map(members.map((member) => [canonical(member), member] as const))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, member]) => member);
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
 * @throws RangeError when the state has something that is no public field.
 */
export function normalise<Kind extends SubjectKind>(
  kind: Kind,
  state: SubjectStates[Kind],
): SubjectStates[Kind] | undefined {
  const tree = state as unknown as Tree;
  let normal: Tree | undefined;
  for (const path of leafPaths(kind, state)) {
    const leaf = leafAt(kind, path);
    if (!leaf) throw new RangeError(`Not a public field: ${path}`);
    const value = valueAt(tree, leaf.steps);
    const kept = Array.isArray(value) ? sortedMembers(value) : value;
    if (Array.isArray(kept) && kept.length === 0) continue;
    normal = withValueAt(normal, leaf.steps, kept);
  }
  return normal as unknown as SubjectStates[Kind] | undefined;
}

import type { FormValues } from './form-values.ts';

/**
 * The names of a form by their steps: `processings.p1.role` stands at `processings`, `p1`, `role`. Maps, never objects: a
 * step may be called `__proto__`.
 */
export interface FormNode {
  readonly values: readonly string[];
  readonly children: ReadonlyMap<string, FormNode>;
}

interface GrowingNode extends FormNode {
  values: readonly string[];
  readonly children: Map<string, GrowingNode>;
}

/** Deeper than any field: `processings.p1.safeguards.0.copy.en`. */
const DEEPEST = 8;

/** @returns the tree, and the names that are too deep to be those of a field */
export function treeOf(values: FormValues): { readonly root: FormNode; readonly tooDeep: readonly string[] } {
  const root = node();
  const tooDeep: string[] = [];
  for (const [name, some] of values) {
    const steps = name.split('.', DEEPEST + 1);
    if (steps.length > DEEPEST) tooDeep.push(name);
    else place(root, steps).values = some;
  }
  return { root, tooDeep };
}

function node(): GrowingNode {
  return { values: [], children: new Map<string, GrowingNode>() };
}

function place(root: GrowingNode, steps: readonly string[]): GrowingNode {
  let at = root;
  for (const step of steps) {
    let next = at.children.get(step);
    if (!next) at.children.set(step, (next = node()));
    at = next;
  }
  return at;
}

/** The node at a path of steps, if anything at or below it was sent. */
export function nodeAt(root: FormNode, steps: readonly string[]): FormNode | undefined {
  let at: FormNode | undefined = root;
  for (const step of steps) at = at?.children.get(step);
  return at;
}

import type { Json } from './json.ts';

/** A JSON object, read only: what a subject's state is made of. */
export type Tree = { readonly [key: string]: Json };

export function isTree(value: Json | undefined): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at the end of the steps, own properties only; undefined when any step is missing. */
export function valueAt(tree: Json | undefined, steps: readonly string[]): Json | undefined {
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
  value: Json | undefined,
): Tree | undefined {
  const changing = new ChangingTree(tree);
  changing.put(steps, value);
  return changing.tree;
}

type Branch = Record<string, Json>;

/** Puts many values into one tree. Each branch is copied once, when first written to; the given tree stays as it is. */
export class ChangingTree {
  #root: Branch | undefined;
  readonly #copied = new Set<Json>();

  constructor(tree: Json | undefined) {
    this.#root = isTree(tree) ? tree : undefined;
  }

  /** Undefined when nothing is left. */
  get tree(): Tree | undefined {
    return this.#root;
  }

  put(steps: readonly string[], value: Json | undefined): void {
    this.#root = this.#branchWith(this.#root, steps, 0, value);
  }

  #branchWith(
    branch: Json | undefined,
    steps: readonly string[],
    depth: number,
    value: Json | undefined,
  ): Branch | undefined {
    const step = steps[depth];
    if (step === undefined) return isTree(value) ? value : undefined;
    const own = this.#copy(branch);
    const next =
      depth === steps.length - 1
        ? value
        : this.#branchWith(Object.hasOwn(own, step) ? own[step] : undefined, steps, depth + 1, value);
    if (next !== undefined) own[step] = next;
    else if (Object.hasOwn(own, step)) delete own[step];
    return next === undefined && Object.keys(own).length === 0 ? undefined : own;
  }

  #copy(branch: Json | undefined): Branch {
    if (branch !== undefined && this.#copied.has(branch)) return branch as Branch;
    const copy: Branch = isTree(branch) ? { ...branch } : {};
    this.#copied.add(copy);
    return copy;
  }
}

import type { Content } from '../../content.ts';
import type { Gap } from '../../domain/gaps.ts';
import type { SubjectKind, SubjectState } from '../../domain/subjects/subject.ts';
import { nodeAt, type FormNode } from '../../forms/form-tree.ts';
import type { FormValues } from '../../forms/form-values.ts';
import type { Words } from '../../language/words.ts';

/** A form while it is laid out: what it holds, and what there is to say about it. */
export interface Form {
  readonly kind: SubjectKind;
  readonly words: Words;
  readonly content: Content;
  readonly values: FormValues;
  /** The same by the steps of the names. */
  readonly tree: FormNode;
  /** What is wrong, by the name of the control. */
  readonly errors: ReadonlyMap<string, string>;
  /** What the law asks for and is not stated, by path: `processings/p1/retention`. */
  readonly gaps: ReadonlyMap<string, Gap>;
  /** Languages in which texts are asked for, the publisher's first. */
  readonly languages: readonly string[];
  /** The state that the form describes; what it was made from while it describes none. */
  readonly state: SubjectState | undefined;
  /** Scopes and third parties that can be chosen, by id, in the order of their names. */
  readonly scopes: readonly Named[];
  readonly thirdParties: readonly Named[];
}

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** The steps that follow a name, each once, in the order in which they were sent: the rows of `locations`. */
export function stepsBelow({ tree }: Form, name: string): string[] {
  return [...(nodeAt(tree, name.split('.'))?.children.keys() ?? [])];
}

export function rowsOf(form: Form, name: string): string[] {
  return stepsBelow(form, name)
    .filter((step) => /^\d{1,4}$/.test(step))
    .sort((one, other) => Number(one) - Number(other));
}

/** Whether anything is filled in at or below a name. */
export function isFilled({ tree }: Form, ...names: readonly string[]): boolean {
  return names.some((name) => hasText(nodeAt(tree, name.split('.'))));
}

function hasText(node: FormNode | undefined): boolean {
  if (!node) return false;
  return node.values.some((value) => value.trim() !== '') || [...node.children.values()].some(hasText);
}

/** Whether anything at or below a name is wrong, or lacks. */
export function needsAttention({ errors, gaps }: Form, ...names: readonly string[]): boolean {
  const at = [...errors.keys(), ...[...gaps.keys()].map((path) => path.replaceAll('/', '.'))];
  return at.some((key) => names.some((name) => isAt(key, name)));
}

function isAt(key: string, name: string): boolean {
  return key === name || key.startsWith(`${name}.`);
}

/** Why the law asks for what is not stated there; undefined when it is stated, or may be left out. */
export function gapHint({ words, gaps }: Form, name: string): string | undefined {
  const gap = gaps.get(name.replaceAll('.', '/'));
  if (!gap) return undefined;
  return words.t('form.gap', { law: words.legal(gap.reason).citation });
}

/** Hints one after the other; undefined when there is none. */
export function hints(...some: readonly (string | undefined)[]): string | undefined {
  const there = some.filter((hint) => hint !== undefined);
  return there.length === 0 ? undefined : there.join(' ');
}

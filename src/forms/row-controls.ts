import type { Json } from '../domain/json.ts';
import { isTree, type Tree } from '../domain/tree.ts';
import { below, refuseOthers, type Control, type Entry, type Sent } from './control.ts';
import type { FormNode } from './form-tree.ts';
import { MOST_MEMBERS } from './plain-controls.ts';

/** What a member of a set has, by the steps of its names. */
export type Members = Readonly<Record<string, Control>>;

/** How one member of a set stands in a form. */
export interface RowControl {
  readonly read: (sent: Sent) => Json | undefined;
  readonly write: (name: string, value: Json) => Entry[];
}

/**
 * A set of members with several facts each: `certifications.0.name`. Rows in which nothing is filled in are dropped.
 *
 * @param most how many the rules allow
 */
export function rows(row: RowControl, most: number = MOST_MEMBERS): Control {
  return {
    read: (sent) => {
      const indices = [...sent.node.children.keys()];
      refuseOthers(sent, indices.filter(isIndex));
      const known = indices.filter(isIndex).sort((one, other) => Number(one) - Number(other));
      const filled = known.filter((index) => hasText(sent.node.children.get(index)));
      if (filled.length > most) sent.report(sent.name, 'too-many', most);
      const found = filled.slice(0, most).flatMap((index) => {
        const inner = below(sent, index, undefined);
        return (inner && row.read(inner)) ?? [];
      });
      return found.length === 0 ? undefined : found;
    },
    write: (name, value) => [
      [name, ['']],
      ...(Array.isArray(value) ? (value as readonly Json[]) : []).flatMap((member, index) =>
        row.write(`${name}.${String(index)}`, member),
      ),
    ],
  };
}

export function isIndex(step: string): boolean {
  return /^(0|[1-9]\d{0,3})$/.test(step);
}

function hasText(node: FormNode | undefined): boolean {
  if (!node) return false;
  return node.values.some((value) => value.trim() !== '') || [...node.children.values()].some(hasText);
}

/**
 * A member that is an object of facts.
 *
 * @param preset facts that are filled in from the beginning, and by themselves make no member
 */
export function record(facts: Members, preset: readonly string[] = []): RowControl {
  return {
    read: (sent) => {
      const stated = Object.keys(facts).filter((fact) => !preset.includes(fact));
      if (!stated.some((fact) => hasText(sent.node.children.get(fact)))) {
        refuseOthers(sent, Object.keys(facts));
        return undefined;
      }
      return readFacts(facts, sent);
    },
    write: (name, value) => writeFacts(facts, name, value),
  };
}

function readFacts(facts: Members, sent: Sent): Tree {
  refuseOthers(sent, Object.keys(facts));
  const found = Object.entries(facts).flatMap(([fact, control]) => {
    // A required fact of which nothing was sent at all is missing, too.
    const value = control.read(below(sent, fact, undefined) ?? nothingAt(sent, fact));
    return value === undefined ? [] : [[fact, value] as const];
  });
  return Object.fromEntries(found);
}

function nothingAt({ name, report }: Sent, fact: string): Sent {
  return { name: `${name}.${fact}`, node: { values: [], children: new Map() }, before: undefined, report };
}

function writeFacts(facts: Members, name: string, value: Json | undefined): Entry[] {
  const tree = isTree(value) ? value : {};
  return Object.entries(facts).flatMap(([fact, control]) => control.write(`${name}.${fact}`, tree[fact]));
}

import type { Json } from '../domain/json.ts';
import type { FormNode } from './form-tree.ts';
import type { Report } from './form-fault.ts';

/** A field of a form that was sent, with what it was before. */
export interface Sent {
  /** `processings.p1.purpose`. */
  readonly name: string;
  readonly node: FormNode;
  /** The value it was made from; undefined when nothing was stated. */
  readonly before: Json | undefined;
  readonly report: Report;
}

/** A name with the values that its controls have. */
export type Entry = readonly [name: string, values: readonly string[]];

/**
 * How a field stands in a form, both ways. What is written is read back as the same value; a value that is undefined is
 * written, too: as controls that are empty.
 */
export interface Control {
  readonly read: (sent: Sent) => Json | undefined;
  readonly write: (name: string, value: Json | undefined) => Entry[];
  /** The name of the control that an error of the whole field belongs to, below the field's own. */
  readonly focus?: string;
}

/** The field below another one, by the next step of its name; undefined when nothing of it was sent. */
export function below(sent: Sent, step: string, before: Json | undefined): Sent | undefined {
  const node = sent.node.children.get(step);
  return node && { name: `${sent.name}.${step}`, node, before, report: sent.report };
}

/** What is sent for a control that has nothing below it. */
export function onlyValue({ name, node, report }: Sent): string {
  refuseOthers({ name, node, report }, []);
  return node.values[0] ?? '';
}

/** Names below a field that are none of its controls: nothing that was sent may be lost without a word. */
export function refuseOthers({ name, node, report }: Omit<Sent, 'before'>, known: readonly string[]): void {
  for (const step of node.children.keys())
    if (!known.includes(step)) {
      report(`${name}.${step}`, 'unknown-field');
      return;
    }
}

/** A control without which the whole cannot be. */
export function required(control: Control): Control {
  const { focus } = control;
  return {
    ...control,
    read: (sent) => {
      const value = control.read(sent);
      if (value === undefined)
        sent.report(focus === undefined ? sent.name : `${sent.name}.${focus}`, 'missing');
      return value;
    },
  };
}

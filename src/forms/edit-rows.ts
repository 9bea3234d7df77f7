import type { FormValues } from './form-values.ts';
import { isIndex } from './row-controls.ts';

/** Rows that a set may have in a form; more are not added. */
const MOST_ROWS = 200;

/** The form with one row more at a name: `processings.p1.locations`. Nothing that was typed is lost. */
export function withRow(values: FormValues, name: string): FormValues {
  if (!values.has(name)) return values;
  const indices = stepsAt(values, name).filter(isIndex).map(Number);
  if (indices.length >= MOST_ROWS) return values;
  return new Map([...values, [`${name}.${String(Math.max(-1, ...indices) + 1)}`, ['']]]);
}

/** The form with another processing, already with what is known of it. */
export function withProcessing(
  values: FormValues,
  taken: Iterable<string>,
  known: { readonly scope: string; readonly role: string },
): FormValues {
  const id = freeId(new Set([...taken, ...stepsAt(values, 'processings')]));
  return new Map([
    ...values,
    [`processings.${id}.scope`, [known.scope]],
    [`processings.${id}.role`, [known.role]],
  ]);
}

/** `p3` where there were `p1` and `p2`, also when these are gone: an id always means the same processing. */
function freeId(taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) if (!taken.has(`p${String(number)}`)) return `p${String(number)}`;
}

/** The form without what stands at a name and below it. */
export function withoutRow(values: FormValues, name: string): FormValues {
  return new Map([...values].filter(([key]) => key !== name && !key.startsWith(`${name}.`)));
}

function stepsAt(values: FormValues, name: string): string[] {
  const start = `${name}.`;
  return [...values.keys()]
    .filter((key) => key.startsWith(start))
    .map((key) => key.slice(start.length).split('.', 1)[0] ?? '');
}

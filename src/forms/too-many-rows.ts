import type { FormValues } from './form-values.ts';

/** More rows than a person fills in, over a whole form; each is a page's worth of controls to show. */
export const MOST_ROWS = 400;

const ROW = /^(?:.+\.)?\d{1,4}(?=\.|$)/;
const PROCESSING = /^processings\.[^.]+/;

/**
 * Whether a form has more rows (processings, and members of their sets) than can be shown without keeping every reader
 * waiting.
 */
export function hasTooManyRows(values: FormValues): boolean {
  const rows = new Set<string>();
  for (const name of values.keys()) {
    for (const found of [PROCESSING.exec(name), ROW.exec(name)]) if (found) rows.add(found[0]);
    if (rows.size > MOST_ROWS) return true;
  }
  return false;
}

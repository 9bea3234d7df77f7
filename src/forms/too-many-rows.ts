import type { FormValues } from './form-values.ts';

/** More rows than a person fills in, over a whole form; each is a page's worth of controls to show. */
export const MOST_ROWS = 400;

const ROW = /^(?:.+\.)?\d{1,4}(?=\.|$)/;
const PROCESSING = /^processings\.[^.]+/;
/** A processing is as much to show as so many rows. */
const ROWS_OF_PROCESSING = 4;

/**
 * Whether a form has more rows (processings, and members of their sets) than can be shown without keeping every reader
 * waiting.
 */
export function hasTooManyRows(values: FormValues): boolean {
  const [rows, processings] = [new Set<string>(), new Set<string>()];
  for (const name of values.keys()) {
    const [row, processing] = [ROW.exec(name), PROCESSING.exec(name)];
    if (row) rows.add(row[0]);
    if (processing) processings.add(processing[0]);
    if (rows.size + processings.size * ROWS_OF_PROCESSING > MOST_ROWS) return true;
  }
  return false;
}

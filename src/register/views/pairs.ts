import type { Query } from '../../language/addresses.ts';

/** A name and a value that a form sends along unseen. */
export interface Pair {
  readonly name: string;
  readonly value: string;
}

/** The values of a query as hidden fields; nothing stands for what is absent or empty. */
export function pairsOf(query: Query): Pair[] {
  return Object.entries(query).flatMap(([name, value]) => {
    if (value === undefined || value === '') return [];
    const values = typeof value === 'object' ? value : [String(value)];
    return values.map((one) => ({ name, value: one }));
  });
}

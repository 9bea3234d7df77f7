/** A middle and how far measurements lie from it: half of them nearer than the deviation. */
export interface Spread {
  readonly median: number;
  /** Median absolute deviation. */
  readonly deviation: number;
  readonly least: number;
  readonly most: number;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

export function spread(values: readonly number[]): Spread {
  const middle = median(values);
  return {
    median: middle,
    deviation: median(values.map((value) => Math.abs(value - middle))),
    least: Math.min(...values),
    most: Math.max(...values),
  };
}

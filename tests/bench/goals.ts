/** How good it must be. What is not met is printed as not met. */
export const GOALS = {
  /** Of the requests a second that a bare node:http server answers with the same bytes. */
  ofBareServer: 0.9,
  /** Of the time a page takes with a hundred notices. */
  growth: 2,
  /** Resident memory of the process, in megabytes. */
  memory: { sample: 200, large: 400 },
  /** From starting the process to the first whole answer, in milliseconds. */
  start: { sample: 1000, large: 3000 },
} as const;

/** One measured figure against its goal; without a goal it is only told. */
export interface Finding {
  readonly what: string;
  readonly value: number;
  readonly unit: 'of bare' | 'MB' | 'ms' | 'times';
  readonly goal?: number;
  readonly met?: boolean;
}

export function atLeast(what: string, value: number, unit: Finding['unit'], goal: number): Finding {
  return { what, value, unit, goal, met: value >= goal };
}

export function atMost(what: string, value: number, unit: Finding['unit'], goal: number): Finding {
  return { what, value, unit, goal, met: value <= goal };
}

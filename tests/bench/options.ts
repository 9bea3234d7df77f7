import { parseArgs } from 'node:util';
import { projectPath } from '../../src/project-root.ts';

export interface BenchOptions {
  /** Interleaved rounds of each speed case. */
  readonly rounds: number;
  /** Seconds of load in one round, on one server. */
  readonly seconds: number;
  /** Cold renders of each page in the growth part. */
  readonly renders: number;
  /** Lengths of history, in notices; the first is what the others are compared with. */
  readonly sizes: readonly number[];
  readonly thirdParties: number;
  readonly speed: boolean;
  readonly growth: boolean;
  /** Where the figures are written, as JSON. */
  readonly out: string;
}

/**
 * @throws TypeError of node:util on an unknown option
 * @throws RangeError on a number that is none
 */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rounds: { type: 'string', default: '6' },
      seconds: { type: 'string', default: '1' },
      renders: { type: 'string', default: '15' },
      sizes: { type: 'string', default: '100,1000,10000' },
      'third-parties': { type: 'string', default: '1000' },
      only: { type: 'string' },
      out: { type: 'string', default: projectPath('data', 'bench.json') },
    },
  });
  return {
    rounds: positive('rounds', values.rounds),
    seconds: positive('seconds', values.seconds),
    renders: positive('renders', values.renders),
    sizes: values.sizes.split(',').map((size) => positive('sizes', size)),
    thirdParties: positive('third-parties', values['third-parties']),
    speed: values.only !== 'growth',
    growth: values.only !== 'speed',
    out: values.out,
  };
}

function positive(name: string, text: string): number {
  const number = Number(text);
  if (!(number > 0)) throw new RangeError(`--${name} takes numbers above 0.`);
  return number;
}

import { Temporal } from 'temporal-polyfill';
import { parseConfiguration } from '../../src/configuration.ts';
import { projectPath } from '../../src/project-root.ts';

/**
 * The built registry on a clock of ours. Each time the day changes nothing that was kept may be used any more, so a page
 * asked for on another day than the one before is made anew, of a register that is nearly the same.
 *
 * Argument: the database file. Message: `{ path, times }`. Answer: `{ milliseconds }`, the times sorted by round.
 */
const [databaseFile = ''] = process.argv.slice(2);

// Only the build has it: its source cannot be run without the pages that the build makes.
const { startServer } = (await import(
  projectPath('dist', 'server', 'registry.mjs')
)) as typeof import('../../src/server.ts');

const start = Temporal.Now.instant();
let days = 0;
const clock = { now: () => start.add({ hours: 24 * days }) };

const server = await startServer({
  configuration: parseConfiguration({ PORT: '0', DATABASE_URL: `file:${databaseFile}`, LOG_LEVEL: 'warn' }),
  clock,
});

export interface ColdQuestion {
  readonly path: string;
  /** An address of the same kind that is asked for first, so that what a new day costs is not the page's. */
  readonly neighbour?: string;
  readonly times: number;
}

export interface ColdAnswer {
  readonly status: number;
  readonly bytes: number;
  /** One cold answer each, in milliseconds. */
  readonly milliseconds: readonly number[];
}

async function answerCold({ path, neighbour = '/healthz', times }: ColdQuestion): Promise<ColdAnswer> {
  const milliseconds: number[] = [];
  let [status, bytes] = [0, 0];
  for (let time = 0; time < times; time += 1) {
    days = 1 - days;
    await (await fetch(server.url + neighbour)).arrayBuffer();
    const begun = performance.now();
    const response = await fetch(server.url + path, { headers: { 'accept-encoding': 'identity' } });
    bytes = (await response.arrayBuffer()).byteLength;
    milliseconds.push(performance.now() - begun);
    ({ status } = response);
  }
  return { status, bytes, milliseconds };
}

const WARMING_UP = 5;

process.on('message', (question: ColdQuestion) => {
  void (async () => {
    await answerCold({ ...question, times: WARMING_UP });
    process.send?.(await answerCold(question));
  })();
});

process.on('disconnect', () => process.exit(0));
process.send?.('ready');

import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import type { ColdAnswer, ColdQuestion } from './cold-server.ts';
import { atMost, GOALS, type Finding } from './goals.ts';
import { makeDatabase } from './large-database.ts';
import { answersASecond } from './load.ts';
import type { BenchOptions } from './options.ts';
import { askChild, fork, startRegistry, stop, type RunningRegistry } from './processes.ts';
import { spread, type Spread } from './statistics.ts';

/** What a register of one size costs. */
export interface SizeResult {
  readonly notices: number;
  readonly thirdParties: number;
  /** From start to the first answer, in milliseconds. */
  readonly firstAnswer: number;
  /** Resident memory after many different pages and some load, in megabytes. */
  readonly memory: number;
  /** Milliseconds for a page that is not kept, by what it is. */
  readonly cold: Readonly<Record<string, Spread>>;
}

/** Measures registers over the same third parties with ever longer histories. */
export async function measureGrowth(options: BenchOptions): Promise<SizeResult[]> {
  const folder = await mkdtemp(join(tmpdir(), 'registry-bench-'));
  const results: SizeResult[] = [];
  try {
    for (const notices of options.sizes) {
      process.stderr.write(
        `  ${String(notices)} notices over ${String(options.thirdParties)} third parties\n`,
      );
      const file = join(folder, `${String(notices)}.db`);
      await makeDatabase(file, notices, options.thirdParties);
      results.push(await measureSize(file, notices, options));
    }
  } finally {
    await rm(folder, { recursive: true });
  }
  return results;
}

async function measureSize(file: string, notices: number, options: BenchOptions): Promise<SizeResult> {
  const registry = await startRegistry(file);
  const { firstAnswer } = registry;
  const memory = await memoryUnderUse(registry, notices, options).finally(() => registry.stop());
  const cold = await measureCold(file, notices, options);
  return { notices, thirdParties: options.thirdParties, firstAnswer, memory, cold };
}

/** Memory after two hundred different pages, and the load that one page takes. */
async function memoryUnderUse(
  registry: RunningRegistry,
  notices: number,
  options: BenchOptions,
): Promise<number> {
  for (let n = 0; n < 100; n += 1) {
    const paths = [
      `/third-parties/third-party-${String((n % options.thirdParties) + 1)}`,
      `/changes/${String((n % notices) + 1)}`,
    ];
    for (const path of paths) await (await fetch(registry.url + path)).arrayBuffer();
  }
  const headers = { 'Accept-Encoding': 'gzip' };
  await answersASecond({ url: `${registry.url}/`, headers, seconds: options.seconds, status: 200 });
  return registry.memory();
}

async function measureCold(
  file: string,
  notices: number,
  options: BenchOptions,
): Promise<Record<string, Spread>> {
  const server = fork('cold-server.ts', [file]);
  const cold: Record<string, Spread> = {};
  try {
    await once(server, 'message');
    for (const [what, { path, neighbour }] of Object.entries(coldPaths(notices, options.thirdParties))) {
      const question: ColdQuestion = { path, times: options.renders, ...(neighbour && { neighbour }) };
      const { status, milliseconds } = await askChild<ColdAnswer>(server, question);
      if (status !== 200) throw new Error(`${path} answered with status ${String(status)}.`);
      cold[what] = spread(milliseconds);
    }
  } finally {
    await stop(server);
  }
  return cold;
}

interface ColdPath {
  readonly path: string;
  readonly neighbour?: string;
}

/** The first page of a day makes what all pages of that day share. It happens once a day, and so has no goal. */
const FIRST_OF_A_DAY = 'the first page of a day';

/** What readers ask for; the day and the edition are those in the middle of the history. */
function coldPaths(notices: number, thirdParties: number): Record<string, ColdPath> {
  const middle = Math.ceil(notices / 2);
  const day = Temporal.Now.plainDateISO('UTC').subtract({ days: Math.round(notices * 0.365 * 0.5) });
  const thirdParty = (n: number): string => `/third-parties/third-party-${String(n)}`;
  return {
    'the register': { path: '/', neighbour: '/nl/' },
    'a third party': { path: thirdParty(Math.ceil(thirdParties / 2)), neighbour: thirdParty(1) },
    'a filtered list': { path: '/?country=US&data=email-address', neighbour: '/?country=DE&data=name' },
    'a search': { path: '/?q=hosting', neighbour: '/?q=payments' },
    'some day': { path: `/?on=${day.toString()}`, neighbour: `/?on=${day.add({ days: 1 }).toString()}` },
    'some edition': { path: `/?edition=${String(middle)}`, neighbour: `/?edition=${String(middle + 1)}` },
    'the changes': { path: '/changes', neighbour: '/changes?page=2' },
    'a notice': { path: `/changes/${String(middle)}`, neighbour: `/changes/${String(middle + 1)}` },
    'the feed': { path: '/feed.xml', neighbour: '/feed.xml?language=nl' },
    [FIRST_OF_A_DAY]: { path: '/changes' },
  };
}

/** Each size against the smallest, and the largest against what a machine should have to spare. */
export function growthFindings(results: readonly SizeResult[]): Finding[] {
  const [smallest] = results;
  const largest = results.at(-1);
  if (!smallest || !largest) return [];
  const times = results.slice(1).flatMap((result) =>
    pagesOf(result).map(([what, { median }]) => {
      const ratio = median / (smallest.cold[what]?.median ?? Number.NaN);
      const name = `${what}, ${String(result.notices)} notices against ${String(smallest.notices)}`;
      return atMost(name, ratio, 'times', GOALS.growth);
    }),
  );
  const name = `${String(largest.notices)} notices`;
  return [
    ...times,
    atMost(`memory with ${name}`, largest.memory, 'MB', GOALS.memory.large),
    atMost(`start to first answer with ${name}`, largest.firstAnswer, 'ms', GOALS.start.large),
  ];
}

function pagesOf({ cold }: SizeResult): [string, Spread][] {
  return Object.entries(cold).filter(([what]) => what !== FIRST_OF_A_DAY);
}

import type { ChildProcess } from 'node:child_process';
import { capture, headerOf } from './capture.ts';
import { atLeast, GOALS, type Finding } from './goals.ts';
import { answersASecond, type Load } from './load.ts';
import type { BenchOptions } from './options.ts';
import { askChild, fork, stop } from './processes.ts';
import { spread, type Spread } from './statistics.ts';

/** One address in one form: what this registry and a bare server answer a second. */
export interface SpeedResult {
  readonly path: string;
  readonly form: string;
  /** Bytes of the body sent. */
  readonly bytes: number;
  readonly ours: Spread;
  readonly bare: Spread;
  /** Of each pair of rounds, one right after the other. */
  readonly ratio: Spread;
}

interface Case {
  readonly path: string;
  readonly form: string;
  readonly headers: Readonly<Record<string, string>>;
}

const PATHS = ['/', '/nl/', '/feed.xml', '/subprocessors.json', '/third-parties/sentry'];
const FORMS = ['identity', 'gzip', 'br'];

/** Compares a running registry with a bare node:http server that sends the same bytes and headers. */
export async function measureSpeed(url: string, options: BenchOptions): Promise<SpeedResult[]> {
  const bare = fork('bare-server.ts');
  const results: SpeedResult[] = [];
  try {
    for (const one of await casesAt(url)) {
      const result = await measure(one, url, bare, options);
      process.stderr.write(`  ${one.path} ${one.form}: ${(result.ratio.median * 100).toFixed(0)} %\n`);
      results.push(result);
    }
  } finally {
    await stop(bare);
  }
  return results;
}

async function casesAt(url: string): Promise<Case[]> {
  const whole = PATHS.flatMap((path) =>
    FORMS.map((form) => ({ path, form, headers: { 'Accept-Encoding': form } })),
  );
  const headers = { 'Accept-Encoding': 'gzip' };
  const tag = headerOf(await capture(`${url}/`, headers), 'etag') ?? '';
  return [...whole, { path: '/', form: '304', headers: { ...headers, 'If-None-Match': tag } }];
}

async function measure(
  one: Case,
  url: string,
  bare: ChildProcess,
  options: BenchOptions,
): Promise<SpeedResult> {
  const answer = await capture(url + one.path, one.headers);
  const { port } = await askChild<{ port: number }>(bare, answer);
  const load = { headers: one.headers, seconds: options.seconds, status: answer.status };
  const loads = [url, `http://127.0.0.1:${String(port)}`].map((base): Load => ({
    ...load,
    url: base + one.path,
  }));
  // Both run in from cold: the first round would measure the compiler.
  await interleaved(loads, 1);
  const [ours, theirs] = await interleaved(loads, options.rounds);
  const { path, form } = one;
  const bytes = Buffer.from(answer.body, 'base64').length;
  const ratio = spread(ours.map((value, round) => value / (theirs[round] ?? Number.NaN)));
  return { path, form, bytes, ours: spread(ours), bare: spread(theirs), ratio };
}

/** One after the other, and the other way round in the next round: what slows the machine slows both. */
async function interleaved([one, other]: readonly Load[], rounds: number): Promise<[number[], number[]]> {
  const found: [number[], number[]] = [[], []];
  if (!one || !other) return found;
  for (let round = 0; round < rounds; round += 1) {
    const order = round % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const);
    for (const which of order) found[which].push(await answersASecond(which === 0 ? one : other));
  }
  return found;
}

/** The goal is for what nearly every reader gets: packed answers, and none at all. */
export function speedFindings(results: readonly SpeedResult[]): Finding[] {
  return results.map(({ path, form, ratio }) => {
    const what = `${path} ${form}`;
    if (form === 'identity') return { what, value: ratio.median, unit: 'of bare' };
    return atLeast(what, ratio.median, 'of bare', GOALS.ofBareServer);
  });
}

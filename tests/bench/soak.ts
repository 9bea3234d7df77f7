import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { faultsOf, hostileRequests } from '../unit/web/support/hostile.ts';
import { answersASecond } from './load.ts';
import { startRegistry, type RunningRegistry } from './processes.ts';

/**
 * `npm run soak -- --minutes 30`: readers and ill-wishers by turns for as long as asked. Fails on the first wrong answer,
 * and when memory at the end is much more than it was once everything had been asked for.
 */
const { values } = parseArgs({ options: { minutes: { type: 'string', default: '10' } } });
const minutes = Number(values.minutes);
if (!(minutes > 0)) throw new RangeError('--minutes takes a number above 0.');

/** What memory may grow by after the first quarter of the time, in megabytes. */
const LEEWAY = 60;

const folder = await mkdtemp(join(tmpdir(), 'registry-soak-'));
const registry = await startRegistry(join(folder, 'soak.db'));
try {
  process.exitCode = (await soak(registry)) ? 0 : 1;
} finally {
  await registry.stop();
  await rm(folder, { recursive: true });
}

async function soak(running: RunningRegistry): Promise<boolean> {
  const { url } = running;
  const ends = performance.now() + minutes * 60_000;
  const settles = performance.now() + minutes * 15_000;
  let settled: number | undefined;
  for (let round = 1; performance.now() < ends; round += 1) {
    const faults = await faultsOf(Number(new URL(url).port), hostileRequests(500, round));
    if (faults.length > 0) return tell(false, faults.join('\n'));
    const headers = { 'Accept-Encoding': 'gzip' };
    const speed = await answersASecond({ url: `${url}/`, headers, seconds: 1, status: 200 });
    if (performance.now() > settles) settled ??= running.memory();
    tell(true, `round ${String(round)}: ${speed.toFixed(0)} answers/s, ${running.memory().toFixed(0)} MB`);
    await wait(500);
  }
  const grown = running.memory() - (settled ?? running.memory());
  return tell(grown <= LEEWAY, `Memory grew by ${grown.toFixed(0)} MB; ${String(LEEWAY)} MB are allowed.`);
}

function tell(isWell: boolean, line: string): boolean {
  process.stdout.write(`${line}\n`);
  return isWell;
}

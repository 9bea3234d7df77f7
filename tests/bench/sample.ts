import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atMost, GOALS, type Finding } from './goals.ts';
import type { BenchOptions } from './options.ts';
import { startRegistry } from './processes.ts';
import { measureSpeed, speedFindings, type SpeedResult } from './speed.ts';

/** What the register of the sample costs, on a database that began empty. */
export interface SampleResult {
  /** From start to the first answer, in milliseconds: with the sample to be loaded, and with it there. */
  readonly firstStart: number;
  readonly nextStart: number;
  /** Resident memory after all the load, in megabytes. */
  readonly memory: number;
  readonly speed: readonly SpeedResult[];
}

export async function measureSample(options: BenchOptions): Promise<SampleResult> {
  const folder = await mkdtemp(join(tmpdir(), 'registry-bench-'));
  const file = join(folder, 'sample.db');
  try {
    const first = await startRegistry(file);
    await first.stop();
    const registry = await startRegistry(file);
    const { firstAnswer: nextStart } = registry;
    const speed = await measureSpeed(registry.url, options).catch(async (error: unknown) => {
      await registry.stop();
      throw error;
    });
    const memory = registry.memory();
    await registry.stop();
    return { firstStart: first.firstAnswer, nextStart, memory, speed };
  } finally {
    await rm(folder, { recursive: true });
  }
}

export function sampleFindings({ firstStart, nextStart, memory, speed }: SampleResult): Finding[] {
  return [
    ...speedFindings(speed),
    atMost('memory with the sample', memory, 'MB', GOALS.memory.sample),
    atMost('start to first answer with the sample', nextStart, 'ms', GOALS.start.sample),
    { what: 'the very first start, which loads the sample', value: firstStart, unit: 'ms' },
  ];
}

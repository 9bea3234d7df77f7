import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { projectPath } from '../../../src/project-root.ts';

const LOOP = projectPath('tests', 'db', 'support', 'publish-loop.ts');

/** What a publishing process said it had published: hashes by edition. */
export type Acknowledged = ReadonlyMap<number, string>;

export interface Publishing {
  /** How many third parties it publishes; without it, until it is killed. */
  readonly count?: number;
  /** Kills it, without warning, when it has acknowledged so many. */
  readonly killAfter?: number;
}

/** Runs a process that publishes, to its end. */
export async function publishElsewhere(
  url: string,
  name: string,
  { count, killAfter }: Publishing,
): Promise<Acknowledged> {
  const acknowledged = new Map<number, string>();
  const child = spawn(process.execPath, [LOOP, url, name, ...(count === undefined ? [] : [String(count)])], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  createInterface(child.stdout).on('line', (line) => {
    const [edition = '', hash = ''] = line.split(' ');
    acknowledged.set(Number(edition), hash);
    if (acknowledged.size === killAfter) child.kill('SIGKILL');
  });
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  if (code !== 0 && signal !== 'SIGKILL')
    throw new Error(`The publishing process ended with ${String(code)}.`);
  return acknowledged;
}

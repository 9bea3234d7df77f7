import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { createInterface } from 'node:readline';
import { projectPath } from '../../src/project-root.ts';

/** Whether processes can be kept on a processor of their own, so that load and server do not share one. */
export const canPin =
  process.platform === 'linux' &&
  availableParallelism() > 1 &&
  spawnSync('taskset', ['--version'], { stdio: 'ignore' }).status === 0;

/** The processors: servers on the first, the load on the second. */
export const PROCESSOR = { server: '0', load: '1' } as const;

/** A command line that runs on that processor, where that can be had. */
export function pinned(processor: keyof typeof PROCESSOR, command: readonly string[]): [string, string[]] {
  const [name = '', ...args] = canPin ? ['taskset', '-c', PROCESSOR[processor], ...command] : command;
  return [name, args];
}

/** What `npm start` gives the server. */
const NODE = [process.execPath, '--max-semi-space-size=8'];

export interface RunningRegistry {
  readonly url: string;
  readonly process: ChildProcess;
  /** From starting the process to the first whole answer, in milliseconds. */
  readonly firstAnswer: number;
  /** Resident memory now, in megabytes. */
  memory(): number;
  stop(): Promise<void>;
}

/** Starts the built registry on a database, on a free port, and waits for its first answer. */
export async function startRegistry(databaseFile: string): Promise<RunningRegistry> {
  const [command, args] = pinned('server', [...NODE, projectPath('dist', 'server', 'registry.mjs')]);
  const begun = performance.now();
  const child = spawn(command, args, {
    env: {
      ...process.env,
      HOST: '127.0.0.1',
      PORT: '0',
      PUBLIC_URL: '',
      DATABASE_URL: `file:${databaseFile}`,
      LOG_LEVEL: 'info',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await addressIn(child);
  await (await fetch(url)).arrayBuffer();
  const firstAnswer = performance.now() - begun;
  return { url, process: child, firstAnswer, memory: () => memoryOf(child.pid), stop: () => stop(child) };
}

async function addressIn(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('The registry has no output to read.');
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    const address = /"event":"listening","address":"([^"]+)"/.exec(line)?.[1];
    if (address === undefined) continue;
    child.stdout.resume();
    return address;
  }
  throw new Error(`The registry did not start:\n${lines.join('\n')}`);
}

/** A script of this folder in a process of its own, with messages to and fro. */
export function fork(script: string, args: readonly string[] = []): ChildProcess {
  const [command, rest] = pinned('server', [...NODE, projectPath('tests', 'bench', script), ...args]);
  return spawn(command, rest, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
}

/** Sends a message and waits for the answer to it. */
export function askChild<Answer>(child: ChildProcess, message: object): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const ended = (): void => {
      reject(new Error('A process of the bench ended early.'));
    };
    child.once('exit', ended);
    child.once('message', (answer) => {
      child.off('exit', ended);
      // Both ends of the line are in this folder: what answers says in its types what it answers.
      resolve(answer as Answer);
    });
    child.send(message);
  });
}

export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

/** Resident memory of a process in megabytes. */
function memoryOf(pid: number | undefined): number {
  if (process.platform === 'linux') {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1];
    return Number(kilobytes) / 1024;
  }
  const { stdout } = spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return Number(stdout) / 1024;
}

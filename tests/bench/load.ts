import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { projectPath } from '../../src/project-root.ts';
import { pinned } from './processes.ts';

export interface Load {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly seconds: number;
  /** The status every answer must have. */
  readonly status: number;
}

const CONNECTIONS = 64;

/** What makes the load: wrk where it is installed, otherwise a small client of our own. */
export const generator: 'wrk' | 'own client' =
  spawnSync('wrk', ['--version'], { stdio: 'ignore' }).error === undefined ? 'wrk' : 'own client';

/**
 * Asks for one address over and over, on 64 connections that are kept open.
 *
 * @returns answers a second
 * @throws Error when an answer fails or has another status
 */
export async function answersASecond(load: Load): Promise<number> {
  const [command, args] = pinned('load', generator === 'wrk' ? wrk(load) : ownClient(load));
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (words: Buffer) => (said += words.toString()));
  await once(child, 'close');
  const found = Number(/Requests\/sec:\s+([\d.]+)/.exec(said)?.[1]);
  // wrk counts a 304 as an error of its own, and says so in a line.
  const failed = /Socket errors: (?!connect 0, read 0, write 0, timeout 0)|Failed/.test(said);
  const refused = load.status === 200 && said.includes('Non-2xx');
  if (Number.isNaN(found) || failed || refused) throw new Error(`The load on ${load.url} failed:\n${said}`);
  return found;
}

function headerLines(load: Load): string[] {
  return Object.entries(load.headers).map(([name, value]) => `${name}: ${value}`);
}

/** wrk takes whole seconds. */
function wrk(load: Load): string[] {
  const headers = headerLines(load).flatMap((line) => ['-H', line]);
  return [
    'wrk',
    '-t1',
    `-c${String(CONNECTIONS)}`,
    `-d${String(Math.ceil(load.seconds))}s`,
    ...headers,
    load.url,
  ];
}

function ownClient(load: Load): string[] {
  const script = projectPath('tests', 'bench', 'keep-alive-client.ts');
  const { url, seconds, status } = load;
  return [
    process.execPath,
    script,
    url,
    String(seconds),
    String(CONNECTIONS),
    String(status),
    ...headerLines(load),
  ];
}

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { projectPath } from '../../../src/project-root.ts';

/** The registry as the operator starts it: the built tree, in a process of its own. */
export interface Registry {
  readonly url: string;
  readonly process: ChildProcess;
}

/**
 * Starts the built registry on a free port.
 *
 * @param folder holds its database, which is kept from one start to the next
 */
export async function startRegistry(
  folder: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<Registry> {
  const child = spawn(process.execPath, [projectPath('dist', 'server', 'registry.mjs')], {
    env: { PORT: '0', DATABASE_URL: `file:${folder}/registry.db`, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  child.stderr.on('data', (words: Buffer) => said.push(words.toString()));
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line);
    const address = /"event":"listening","address":"([^"]+)"/.exec(line)?.[1];
    if (address === undefined) continue;
    child.stdout.resume();
    return { url: address, process: child };
  }
  throw new Error(`The registry did not start:\n${said.join('\n')}`);
}

export async function stopRegistry({ process: child }: Registry): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

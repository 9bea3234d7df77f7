import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import { projectPath } from '../../../src/project-root.ts';

export interface HranaDouble {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts a double of a libSQL server in a process of its own: two SQLite libraries must never share one. */
export async function startHranaDouble(path: string, token?: string): Promise<HranaDouble> {
  const main = projectPath('tests', 'support', 'hrana-double', 'main.ts');
  const child = spawn(process.execPath, [main, path, ...(token === undefined ? [] : [token])], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [port] = (await once(createInterface(child.stdout), 'line')) as [string];
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      child.stdin.end();
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

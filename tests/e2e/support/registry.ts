import { spawn, type ChildProcess } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { createInterface } from 'node:readline';
import { projectPath } from '../../../src/project-root.ts';

/** The registry as the operator starts it: the built tree, in a process of its own. */
export interface Registry {
  readonly url: string;
  readonly process: ChildProcess;
  /** The link that sets up the first admin, as it is printed while there is none. */
  readonly firstAdminLink: () => Promise<string>;
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
  const printed = new Printed();
  child.stderr.on('data', (words: Buffer) => printed.add(words.toString()));
  createInterface({ input: child.stdout })
    .on('line', (line) => printed.add(line))
    .on('close', () => printed.end());
  const url = await printed.first(/"event":"listening","address":"([^"]+)"/);
  return {
    url,
    process: child,
    firstAdminLink: () => printed.first(/"event":"first-admin-link","address":"([^"]+)"/),
  };
}

/** What a process has printed so far, and will. */
class Printed {
  readonly #lines: string[] = [];
  #hasEnded = false;
  readonly #news = new EventEmitter();

  add(line: string): void {
    this.#lines.push(line);
    this.#news.emit('news');
  }

  end(): void {
    this.#hasEnded = true;
    this.#news.emit('news');
  }

  /** What the group of the pattern has caught in the first line that it fits, be it printed or to come. */
  async first(pattern: RegExp): Promise<string> {
    for (;;) {
      const found = this.#lines.map((line) => pattern.exec(line)?.[1]).find((caught) => caught !== undefined);
      if (found !== undefined) return found;
      if (this.#hasEnded) throw new Error(`The registry ended:\n${this.#lines.join('\n')}`);
      await once(this.#news, 'news');
    }
  }
}

export async function stopRegistry({ process: child }: Registry): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectPath } from '../../../src/project-root.ts';

/** The built registry with the sample, speaking the pseudo-languages too. */
export interface PseudoRegistry {
  readonly url: string;
  stop(): Promise<void>;
}

/** @param folder holds its database and its content */
export async function startPseudoRegistry(folder: string): Promise<PseudoRegistry> {
  const child = fork(projectPath('tests', 'e2e', 'support', 'pseudo-server.ts'), [folder], {
    env: { PORT: '0', DATABASE_URL: `file:${join(folder, 'registry.db')}`, LOG_LEVEL: 'warn' },
    execArgv: [],
  });
  const ended = once(child, 'exit').then(() => {
    throw new Error('The registry ended.');
  });
  const [url] = (await Promise.race([once(child, 'message'), ended])) as [string];
  return {
    url,
    stop: async () => {
      child.disconnect();
      await Promise.race([once(child, 'exit'), ended.catch(() => undefined)]);
    },
  };
}

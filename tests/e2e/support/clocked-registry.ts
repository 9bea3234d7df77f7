import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectPath } from '../../../src/project-root.ts';

/** The built registry on a clock that a test moves; nothing else of it differs from the one that operators start. */
export interface ClockedRegistry {
  readonly url: string;
  /** Moves its clock on to an instant in UTC: `2027-01-04T11:00:00Z`. */
  moveTo(instant: string): Promise<void>;
  stop(): Promise<void>;
}

/**
 * @param folder holds its database
 * @param instant where its clock begins, in UTC
 */
export async function startClockedRegistry(folder: string, instant: string): Promise<ClockedRegistry> {
  const child = fork(projectPath('tests', 'e2e', 'support', 'clocked-server.ts'), [instant], {
    env: { PORT: '0', DATABASE_URL: `file:${join(folder, 'registry.db')}`, LOG_LEVEL: 'warn' },
    execArgv: [],
  });
  return {
    url: await told(child),
    moveTo: async (moment) => {
      child.send(moment);
      await told(child);
    },
    stop: async () => {
      child.disconnect();
      await once(child, 'exit');
    },
  };
}

/** The address that it answers with. */
async function told(child: ChildProcess): Promise<string> {
  const ended = once(child, 'exit').then(() => {
    throw new Error('The registry ended.');
  });
  const [url] = (await Promise.race([once(child, 'message'), ended])) as [string];
  return url;
}

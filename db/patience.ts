import { DatabaseError } from './database-error.ts';
import { isBusy } from './sqlite-code.ts';

/** How long a write waits for other processes before it gives up, in milliseconds. */
export const PATIENCE = 30_000;

/** Between tries: short and never the same, so that two processes do not keep meeting. */
function pause(attempt: number): Promise<void> {
  const longest = Math.min(5 * 2 ** attempt, 100);
  return new Promise((resolve) => setTimeout(resolve, 1 + Math.random() * longest));
}

/**
 * Tries until it is not busy any more.
 *
 * @param heal makes the connection fresh: one that was told "busy" keeps its open statement, and with it a stale view
 * of the database (https://github.com/tursodatabase/libsql-client-ts/issues/352)
 * @throws DatabaseError `busy` when the patience is over
 */
export async function patiently<T>(
  work: () => Promise<T>,
  heal: () => Promise<void>,
  patience = PATIENCE,
): Promise<T> {
  const until = performance.now() + patience;
  for (let attempt = 0; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!isBusy(error)) throw error;
      await heal();
      if (performance.now() > until) throw stillBusy(patience, error);
      await pause(attempt);
    }
  }
}

function stillBusy(patience: number, cause: unknown): DatabaseError {
  const seconds = Math.round(patience / 1000);
  return new DatabaseError('busy', `The database was locked by another process for ${seconds} seconds.`, {
    cause,
  });
}

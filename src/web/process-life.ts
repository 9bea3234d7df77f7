import type { Log } from '../log.ts';

/**
 * What nobody handles is written down. A rejection leaves nothing half done that a request or a job would not report
 * itself; an exception may, so it ends the process, to be started anew.
 */
export function logWhatNobodyHandles(log: Log): void {
  process.on('unhandledRejection', (error) => {
    log.error('unhandled-rejection', { error });
  });
  process.on('uncaughtException', (error) => {
    log.error('uncaught-exception', { error });
    process.exit(1);
  });
}

/** Ends the process in order when it is told to, with status 0; told a second time, it does not wait any longer. */
export function stopWhenTold(log: Log, close: () => Promise<void>): void {
  let told = false;
  const stop = (signal: NodeJS.Signals): void => {
    if (told) process.exit(1);
    told = true;
    log.info('stopping', { signal });
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error('stop-failed', { error });
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

import { text } from 'node:stream/consumers';
import { systemClock, type Clock } from '../clock.ts';

/** Where a command runs: what it reads and writes besides files and the database. */
export interface Terminal {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The folder in which the person stands: paths given as arguments are meant from there. */
  readonly folder: string;
  readonly clock: Clock;
  /** Writes to standard output: what was asked for, and nothing else. */
  out(text: string): void;
  /** Writes to standard error: what a person should know beside it. */
  error(text: string): void;
  /** All of standard input. */
  input(): Promise<string>;
}

/** The terminal of this process. */
export function processTerminal(): Terminal {
  // A reader that has seen enough (`… | head`) is no fault of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  return {
    environment: process.env,
    folder: process.env['INIT_CWD'] ?? process.cwd(),
    clock: systemClock,
    out: (words) => process.stdout.write(words),
    error: (words) => process.stderr.write(words),
    input: () => text(process.stdin),
  };
}

import type { Clock } from './clock.ts';

/** From the most talkative to the most silent; each includes those after it. */
export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** What goes with an event: numbers, ids, error messages. Never an address, a name, a query or a secret. */
export type Facts = Readonly<Record<string, unknown>>;

/** One JSON line an event: `{"at":"…","level":"info","event":"listening","address":"…"}`. */
export interface Log {
  debug(event: string, facts?: Facts): void;
  info(event: string, facts?: Facts): void;
  warn(event: string, facts?: Facts): void;
  error(event: string, facts?: Facts): void;
  /** Whether lines of the level are written: spares collecting facts that nobody will read. */
  writes(level: LogLevel): boolean;
}

/**
 * @param write takes one line, with its line end
 */
export function createLog(options: {
  readonly level: LogLevel;
  readonly clock: Clock;
  readonly write?: (line: string) => void;
}): Log {
  const { level, clock, write = (line: string) => process.stdout.write(line) } = options;
  const writes = (asked: LogLevel): boolean => LOG_LEVELS.indexOf(asked) >= LOG_LEVELS.indexOf(level);
  const writer = (at: LogLevel) => (event: string, facts?: Facts) => {
    if (writes(at)) write(lineOf(clock, at, event, facts));
  };
  return {
    debug: writer('debug'),
    info: writer('info'),
    warn: writer('warn'),
    error: writer('error'),
    writes,
  };
}

function lineOf(clock: Clock, level: LogLevel, event: string, facts: Facts = {}): string {
  return `${JSON.stringify({ at: clock.now().toString({ smallestUnit: 'millisecond' }), level, event, ...facts }, plain)}\n`;
}

/** Errors have no enumerable properties: told plainly, with what caused them, or the line would read `{}`. */
function plain(_key: string, value: unknown): unknown {
  if (value instanceof Error) return { message: value.message, stack: value.stack, cause: value.cause };
  return typeof value === 'bigint' ? value.toString() : value;
}

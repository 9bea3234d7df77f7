/** How drizzle-orm tells of a failed statement: with what was to be stored, which may be anything about anybody. */
const VALUES = /^(Failed query: [^]*?)\nparams: [^]*$/;
const FRAME = /^ {4}at [^\n]+:\d+:\d+\)?$/gm;

/**
 * An error as it may be written down: with its place and its causes, without the values that a database was handed.
 *
 * @returns what is no error unchanged
 */
export function withoutValues(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const message = error.message.replace(VALUES, '$1');
  const told = new Error(message, { cause: withoutValues(error.cause) });
  told.name = error.name;
  told.stack = [`${error.name}: ${message}`, ...(error.stack?.match(FRAME) ?? [])].join('\n');
  return told;
}

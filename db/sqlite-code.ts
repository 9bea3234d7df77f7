/** The errors that lead to this one, itself first: drizzle wraps what the client throws, the client what SQLite says. */
function* causes(error: unknown): Generator<Error> {
  for (let at = error; at instanceof Error; at = at.cause) yield at;
}

function codeOf(error: Error): string | undefined {
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** SQLite's own code for an error, `SQLITE_CONSTRAINT` for instance, however deeply it is wrapped. */
export function sqliteCode(error: unknown): string | undefined {
  for (const cause of causes(error)) {
    const code = codeOf(cause);
    if (code?.startsWith('SQLITE_')) return code;
  }
  return undefined;
}

/** Whether another connection held the lock; a libSQL server may say so in words only. */
export function isBusy(error: unknown): boolean {
  const code = sqliteCode(error);
  if (code !== undefined) return code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED');
  return [...causes(error)].some((cause) => /database (?:table )?is locked/.test(cause.message));
}

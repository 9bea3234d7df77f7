/** Errors whose message was written for the operator. */
const FORESEEN = new Set(['ConfigurationError', 'ContentError', 'DatabaseError', 'RegistryError']);

/** Why the registry did not start: one clear line where the reason is known, everything there is where it is not. */
export function whyNoStart(error: unknown): string {
  if (!(error instanceof Error)) return `The registry did not start: ${String(error)}`;
  return whyNotThere(error) ?? (FORESEEN.has(error.name) ? error.message : whole(error));
}

/** Why a server may not listen where it was told to. */
function whyNotThere(error: NodeJS.ErrnoException & { address?: string; port?: number }): string | undefined {
  const where = `${error.address ?? ''}:${String(error.port ?? '')}`;
  switch (error.code) {
    case 'EADDRINUSE':
      return `Another program listens at ${where}. Stop it, or set PORT to another number.`;
    case 'EACCES':
      return error.syscall === 'listen'
        ? `This user may not listen at ${where}. Set PORT above 1023.`
        : undefined;
    case 'EADDRNOTAVAIL':
      return `This machine has no address ${error.address ?? ''}. Set HOST to one it has.`;
    case 'ENOTFOUND':
      return error.syscall === 'getaddrinfo' ? 'HOST is no name this machine knows.' : undefined;
    default:
      return undefined;
  }
}

function whole({ stack, message, cause }: Error): string {
  const reason = cause instanceof Error ? `\nCaused by: ${cause.stack ?? cause.message}` : '';
  return `The registry did not start: ${stack ?? message}${reason}`;
}

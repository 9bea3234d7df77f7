import { AsyncLocalStorage } from 'node:async_hooks';

/** One return from the provider: what its word was, and which session the library made of it. */
export interface ProviderVisit {
  /** When the person showed the provider who they are, in seconds since 1970, if it says so (`auth_time`). */
  authTime?: number;
  /** The token of the session that was made. */
  token?: string;
}

const visits = new AsyncLocalStorage<ProviderVisit>();

/** Lets the library handle a return from the provider, and tells what its hooks learned meanwhile. */
export async function visitingProvider<T>(
  handle: () => Promise<T>,
): Promise<{ result: T; visit: ProviderVisit }> {
  const visit: ProviderVisit = {};
  return { result: await visits.run(visit, handle), visit };
}

/** The return from the provider that is being handled; none when somebody signs in with a password. */
export function currentVisit(): ProviderVisit | undefined {
  return visits.getStore();
}

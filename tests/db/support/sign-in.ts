import { parseConfiguration } from '../../../src/configuration.ts';
import { createLog } from '../../../src/log.ts';
import type { AuthContext } from '../../../src/staff/auth-context.ts';
import { SignInError } from '../../../src/staff/sign-in-error.ts';
import type { Bench } from './bench.ts';
import type { PlaceKind } from './place.ts';
import { StandingClock } from './register.ts';

/** What sign-in needs, on a database of its own. */
export interface SignInBench extends AuthContext {
  readonly clock: StandingClock;
}

export async function signInBench(
  bench: Bench,
  environment: Readonly<Record<string, string>> = {},
  kind: PlaceKind = 'a file',
): Promise<SignInBench> {
  const place = await bench.place(kind);
  return {
    clock: new StandingClock(),
    configuration: parseConfiguration({ DATABASE_URL: place.url, ...environment }),
    database: await bench.database(place),
    log: createLog({ level: 'silent', clock: new StandingClock() }),
  };
}

/** The headers of a request with these cookies, from one browser. */
export function headersWith(...cookies: string[]): Headers {
  return new Headers({
    cookie: cookies.join('; '),
    'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0',
  });
}

/** What the browser sends back of the cookies it was given: `name=value`. */
export function cookieOf({ cookies }: { readonly cookies: readonly string[] }): string {
  return cookies.map((cookie) => cookie.split(';')[0] ?? '').join('; ');
}

/** The reason why a try is refused, with its wait; `in` when it is not. */
export async function reasonOf(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
    return 'in';
  } catch (error) {
    if (error instanceof SignInError)
      return error.seconds ? `${error.reason} ${error.seconds}` : error.reason;
    throw error;
  }
}

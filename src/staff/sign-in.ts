import { APIError } from 'better-auth/api';
import type { AuthContext } from './auth-context.ts';
import { authFor } from './auth.ts';
import { beginSession, type SignInOutcome } from './begin-session.ts';
import { knownBrowserCookie, placeOf } from './known-browser.ts';
import { SignInError } from './sign-in-error.ts';
import { heldSession } from './signed-in-by.ts';
import { slowedDown } from './slow-down.ts';
import { Turns } from './turns.ts';

/** One place tries one password at a time: however many it sends at once, others hardly wait for it. */
const turns = new Turns();

export interface Credentials {
  readonly email: string;
  readonly password: string;
  /** Of the request: the browser, and the session it may still be in. */
  readonly headers: Headers;
  /** The network the request came from. */
  readonly client: string;
}

/**
 * Signs somebody in by address and password. Whatever is wrong, the answer and the work done for it are the same: who
 * guesses learns nothing of whether an address is one of the staff.
 *
 * @throws SignInError `wrong`, `too-soon`
 */
export async function signIn(context: AuthContext, credentials: Credentials): Promise<SignInOutcome> {
  const email = normalEmail(credentials.email);
  const from = placeOf(context, email, credentials);
  const trial = { what: 'password', whose: email, from } as const;
  const outcome = await turns.take(from, () =>
    slowedDown(context, trial, () => attempt(context, { ...credentials, email })),
  );
  if (outcome) return outcome;
  context.log.info('sign-in-failed', { by: 'password' });
  throw new SignInError('wrong');
}

async function attempt(
  context: AuthContext,
  { email, password, headers }: Credentials,
): Promise<SignInOutcome | undefined> {
  const before = await heldSession(context, headers);
  const known = await passwordSession(context, { email, password, headers });
  if (!known) return undefined;
  const kind = await beginSession(context, {
    token: known.token,
    by: 'password',
    before: before?.session.id,
  });
  if (!kind) return undefined;
  const cookies = kind === 'code' ? known.cookies : [...known.cookies, knownBrowserCookie(context, email)];
  return { kind, cookies };
}

/** The library compares the password and prepares a session; without an account it does the same work for nothing. */
async function passwordSession(
  context: AuthContext,
  { email, password, headers }: Pick<Credentials, 'email' | 'password' | 'headers'>,
): Promise<{ token: string; cookies: string[] } | undefined> {
  try {
    const { headers: answer, response } = await authFor(context).api.signInEmail({
      body: { email, password },
      headers,
      returnHeaders: true,
    });
    return { token: response.token, cookies: answer.getSetCookie() };
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) return undefined;
    throw error;
  }
}

/** An address as it is kept: in lower case, without spaces around it. */
function normalEmail(email: string): string {
  return email.trim().toLowerCase();
}

import type { AuthContext } from './auth-context.ts';
import { completeSession } from './begin-session.ts';
import { knownBrowserCookie, placeOf, type Whence } from './known-browser.ts';
import { takeCode, type GivenCode } from './second-factor-row.ts';
import { SignInError } from './sign-in-error.ts';
import { heldSession } from './signed-in-by.ts';
import { slowedDown } from './slow-down.ts';

/**
 * Completes a sign-in that waits for its second factor. Gives the cookies to send.
 *
 * @throws SignInError `over` when nothing waits, `wrong-code`, `wrong-recovery`, `too-soon`
 */
export async function verifyCode(
  context: AuthContext,
  { given, ...whence }: Whence & { readonly given: GivenCode },
): Promise<string[]> {
  const pending = await pendingSignIn(context, whence.headers);
  if (!pending) throw new SignInError('over');
  const { id: staff, email } = pending.member;
  const from = placeOf(context, email, whence);
  const cookie = await slowedDown(context, { what: 'code', whose: staff, from }, () =>
    context.database.write(async (transaction) =>
      (await takeCode(context, transaction, staff, given))
        ? completeSession(context, transaction, { id: pending.session.id, staff })
        : undefined,
    ),
  );
  if (cookie !== undefined) return [cookie, knownBrowserCookie(context, email)];
  context.log.info('sign-in-failed', { by: 'code' });
  throw new SignInError('recovery' in given ? 'wrong-recovery' : 'wrong-code');
}

/** The sign-in of this browser that waits for a code, for ten minutes; undefined when none does. */
export async function pendingSignIn(context: AuthContext, headers: Headers) {
  const held = await heldSession(context, headers);
  return held?.session.confirmedAt === null ? held : undefined;
}

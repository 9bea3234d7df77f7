import type { AuthContext } from './auth-context.ts';
import { completeSession } from './begin-session.ts';
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
  {
    headers,
    client,
    given,
  }: { readonly headers: Headers; readonly client: string; readonly given: GivenCode },
): Promise<string[]> {
  const pending = await pendingSignIn(context, headers);
  if (!pending) throw new SignInError('over');
  const staff = pending.member.id;
  const cookie = await slowedDown(context, { what: 'code', whose: staff, client }, () =>
    context.database.write(async (transaction) =>
      (await takeCode(context, transaction, staff, given))
        ? completeSession(context, transaction, { id: pending.session.id, staff })
        : undefined,
    ),
  );
  if (cookie !== undefined) return [cookie];
  context.log.info('sign-in-failed', { by: 'code' });
  throw new SignInError('recovery' in given ? 'wrong-recovery' : 'wrong-code');
}

/** The sign-in of this browser that waits for a code, for ten minutes; undefined when none does. */
export async function pendingSignIn(context: AuthContext, headers: Headers) {
  const held = await heldSession(context, headers);
  return held?.session.confirmedAt === null ? held : undefined;
}

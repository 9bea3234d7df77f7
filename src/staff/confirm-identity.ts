import { eq } from 'drizzle-orm';
import { session } from '../../db/schema/session.ts';
import type { AuthContext } from './auth-context.ts';
import { isPasswordOf } from './passwords.ts';
import { takeCode, type GivenCode } from './second-factor-row.ts';
import { SignInError } from './sign-in-error.ts';
import { slowedDown } from './slow-down.ts';
import type { SignedIn } from './staff-member.ts';

export interface Confirmation {
  readonly signedIn: SignedIn;
  readonly password: string;
  /** Asked for from those who have a second factor. */
  readonly given?: GivenCode;
}

/**
 * Notes that somebody who is signed in has shown again who they are: for a quarter of an hour they may publish and
 * change staff.
 *
 * @throws SignInError `wrong-password`, `wrong-code`, `too-soon`
 */
export async function confirmIdentity(context: AuthContext, confirmation: Confirmation): Promise<void> {
  const { member, session: held } = confirmation.signedIn;
  await checkPassword(context, confirmation);
  const done = await slowedDown(context, { what: 'code', whose: member.id, from: placeOfSession(held) }, () =>
    confirm(context, confirmation),
  );
  if (!done) throw new SignInError('wrong-code');
}

/**
 * Compares the password of somebody who is signed in, as slowly as at sign-in.
 *
 * @throws SignInError `wrong-password`, `too-soon`
 */
export async function checkPassword(
  context: AuthContext,
  { signedIn: { member, session: held }, password }: Pick<Confirmation, 'signedIn' | 'password'>,
): Promise<void> {
  const right = await slowedDown(
    context,
    { what: 'password', whose: member.email, from: placeOfSession(held) },
    async () => ((await isPasswordOf(context.database.orm, member.id, password)) ? true : undefined),
  );
  if (!right) throw new SignInError('wrong-password');
}

function confirm(context: AuthContext, { signedIn, given }: Confirmation): Promise<true | undefined> {
  const { member, session: held } = signedIn;
  return context.database.write(async (transaction) => {
    const isRight =
      !member.hasSecondFactor || (given && (await takeCode(context, transaction, member.id, given)));
    if (!isRight) return undefined;
    const confirmedAt = new Date(context.clock.now().epochMilliseconds);
    await transaction.update(session).set({ confirmedAt }).where(eq(session.id, held.id));
    return true;
  });
}

/** Tries of somebody who is signed in are counted by session: nobody else in the network can hold them up. */
export function placeOfSession({ id }: SignedIn['session']): string {
  return `session ${id}`;
}

import { recordAudit } from '../audit/record-audit.ts';
import type { AuthContext } from './auth-context.ts';
import { checkPassword } from './confirm-identity.ts';
import { hashPassword, hasPassword, passwordFault, setPassword, type PasswordFault } from './passwords.ts';
import { endSessions } from './sessions.ts';
import { SignInError } from './sign-in-error.ts';
import type { SignedIn } from './staff-member.ts';

/**
 * Puts another password in place of one's own. All other sessions end.
 *
 * @returns what is wrong with the new password; undefined when it was taken
 * @throws SignInError `no-password`, `wrong-password`, `too-soon`
 */
export async function changePassword(
  context: AuthContext,
  asked: {
    readonly signedIn: SignedIn;
    readonly current: string;
    readonly next: string;
  },
): Promise<PasswordFault | undefined> {
  const { signedIn, current, next } = asked;
  const { member, session } = signedIn;
  if (!(await hasPassword(context.database.orm, member.id))) throw new SignInError('no-password');
  await checkPassword(context, { signedIn, password: current });
  const fault = passwordFault(next, member);
  if (fault !== undefined) return fault;
  const hash = await hashPassword(next);
  await context.database.write(async (transaction) => {
    const at = context.clock.now();
    await setPassword(transaction, { staff: member.id, hash, at });
    const sessions = await endSessions(transaction, member.id, { except: session.id });
    await recordAudit(transaction, {
      at,
      actor: { kind: 'staff', id: member.id },
      action: 'staff.password-changed',
      subject: `staff:${member.id}`,
      after: { sessionsEnded: sessions },
    });
  });
  return undefined;
}

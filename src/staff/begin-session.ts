import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Transaction } from '../../db/client.ts';
import { session } from '../../db/schema/session.ts';
import { staff } from '../../db/schema/staff.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { AuthContext } from './auth-context.ts';
import { sessionCookie } from './session-cookie.ts';
import { forgetOldSessions } from './sessions.ts';

/** By what somebody showed who they are. */
export type SignInMeans = 'password' | 'provider' | 'link';

/** How a sign-in goes on: it is done, or a code of the second factor is wanted. Cookies are whole `Set-Cookie` values. */
export interface SignInOutcome {
  readonly kind: 'signed-in' | 'code';
  readonly cookies: readonly string[];
}

export interface NewSession {
  /** The token of the session that the library for sign-in has just made. */
  readonly token: string;
  readonly by: SignInMeans;
  /** The session that the same browser was in before: it ends. */
  readonly before: string | undefined;
  /** When its holder showed who they are; without it, now. */
  readonly confirmedAt?: Temporal.Instant;
}

/**
 * Makes a session that the library for sign-in has prepared somebody's: at once, or, with a second factor, once its code
 * is given. Nothing when the member of staff was removed meanwhile.
 */
export function beginSession(
  context: AuthContext,
  asked: NewSession,
): Promise<SignInOutcome['kind'] | undefined> {
  return context.database.write(async (transaction) => {
    const now = context.clock.now();
    const [found] = await transaction
      .select({ session, member: staff })
      .from(session)
      .innerJoin(staff, eq(staff.id, session.userId))
      .where(eq(session.token, asked.token));
    if (!found || found.member.state === 'removed') return undefined;
    if (found.member.state === 'invited') await welcome(transaction, found.member.id, asked.by, now);
    await forgetOldSessions(transaction, now);
    // The browser has lost its cookie: nobody can come back to the session it was in.
    if (asked.before !== undefined) await transaction.delete(session).where(eq(session.id, asked.before));
    if (found.member.twoFactorEnabled) return 'code';
    await confirm(transaction, { id: found.session.id, staff: found.member.id, now, ...asked });
    return 'signed-in';
  });
}

/**
 * Makes a session that awaited its second factor somebody's, under another token: who knew the one that was good for
 * nothing does not know this. Gives the cookie.
 */
export async function completeSession(
  context: AuthContext,
  transaction: Transaction,
  pending: { readonly id: string; readonly staff: string },
): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  const now = context.clock.now();
  await transaction.update(session).set({ token }).where(eq(session.id, pending.id));
  await confirm(transaction, { ...pending, now, by: 'code' });
  return sessionCookie(context, token);
}

interface Confirmed {
  readonly id: string;
  readonly staff: string;
  readonly now: Temporal.Instant;
  readonly by: SignInMeans | 'code';
  readonly confirmedAt?: Temporal.Instant;
}

async function confirm(
  transaction: Transaction,
  { id, staff: staffId, now, by, confirmedAt = now }: Confirmed,
): Promise<void> {
  const at = new Date(confirmedAt.epochMilliseconds);
  await transaction.update(session).set({ confirmedAt: at }).where(eq(session.id, id));
  await recordAudit(transaction, {
    at: now,
    actor: { kind: 'staff', id: staffId },
    action: 'session.begun',
    subject: `staff:${staffId}`,
    after: { by },
  });
}

/** Whoever was invited and comes by the provider needs no link any more. */
async function welcome(
  transaction: Transaction,
  staffId: string,
  by: SignInMeans,
  at: Temporal.Instant,
): Promise<void> {
  await transaction.update(staff).set({ state: 'active' }).where(eq(staff.id, staffId));
  await recordAudit(transaction, {
    at,
    actor: { kind: 'staff', id: staffId },
    action: 'staff.joined',
    subject: `staff:${staffId}`,
    before: { state: 'invited' },
    after: { state: 'active', by },
  });
}

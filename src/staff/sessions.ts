import { and, eq, isNotNull, lt, ne } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Transaction } from '../../db/client.ts';
import { session } from '../../db/schema/session.ts';
import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { AuthContext } from './auth-context.ts';
import { endedSessionCookie } from './session-cookie.ts';
import { isOver, SESSION_SECONDS } from './session-limits.ts';
import { SignInError } from './sign-in-error.ts';
import type { SignedIn } from './staff-member.ts';

/** A session, as its holder sees it in a list. */
export interface SessionEntry {
  readonly id: string;
  /** Instants in UTC. */
  readonly begunAt: string;
  /** To five minutes. */
  readonly seenAt: string;
  /** What the browser says of itself: hostile text. */
  readonly browser: string;
}

/** The sessions of a member of staff that have not come to an end, the one seen last first. */
export async function listSessions(
  { database, clock }: Pick<AuthContext, 'clock' | 'database'>,
  staffId: string,
): Promise<SessionEntry[]> {
  const rows = await database.orm
    .select()
    .from(session)
    .where(and(eq(session.userId, staffId), isNotNull(session.confirmedAt)));
  return rows
    .filter((row) => !isOver(row, clock.now()))
    .sort((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime())
    .map((row) => ({
      id: row.id,
      begunAt: row.createdAt.toISOString(),
      seenAt: row.updatedAt.toISOString(),
      browser: row.userAgent ?? '',
    }));
}

/**
 * Ends one of one's own sessions.
 *
 * @throws SignInError `no-session`
 */
export async function revokeSession(
  { database, clock }: AuthContext,
  { signedIn, session: id }: { readonly signedIn: SignedIn; readonly session: string },
): Promise<void> {
  const { member } = signedIn;
  await database.write(async (transaction) => {
    const ended = await transaction
      .delete(session)
      .where(and(eq(session.id, id), eq(session.userId, member.id)))
      .returning({ id: session.id });
    if (ended.length === 0) throw new SignInError('no-session');
    await recordEnd(transaction, {
      actor: { kind: 'staff', id: member.id },
      at: clock.now(),
      staff: member.id,
      count: 1,
    });
  });
}

/** Ends the session that the request came in. Gives the cookies to send. */
export async function signOut(context: AuthContext, signedIn: SignedIn): Promise<string[]> {
  await revokeSession(context, { signedIn, session: signedIn.session.id }).catch((error: unknown) => {
    // Signed out in another tab meanwhile: that is what was asked for.
    if (!(error instanceof SignInError)) throw error;
  });
  return [endedSessionCookie(context.configuration)];
}

/** Ends all sessions of the member of staff, this one included. Gives the cookies to send. */
export async function signOutEverywhere(context: AuthContext, { member }: SignedIn): Promise<string[]> {
  const { database, clock, configuration } = context;
  await database.write(async (transaction) => {
    const count = await endSessions(transaction, member.id);
    const actor: Actor = { kind: 'staff', id: member.id };
    await recordEnd(transaction, { actor, at: clock.now(), staff: member.id, count });
  });
  return [endedSessionCookie(configuration)];
}

/** Ends the sessions of a member of staff; leaves the one that is named. Tells how many there were. */
export async function endSessions(
  transaction: Transaction,
  staffId: string,
  { except }: { readonly except?: string } = {},
): Promise<number> {
  const ofStaff = eq(session.userId, staffId);
  const ended = await transaction
    .delete(session)
    .where(except === undefined ? ofStaff : and(ofStaff, ne(session.id, except)))
    .returning({ id: session.id });
  return ended.length;
}

/** Takes away sessions that came to their end by age, of whomever. */
export async function forgetOldSessions(transaction: Transaction, now: Temporal.Instant): Promise<void> {
  const oldest = new Date(now.epochMilliseconds - SESSION_SECONDS * 1000);
  await transaction.delete(session).where(lt(session.createdAt, oldest));
}

async function recordEnd(
  transaction: Transaction,
  { actor, at, staff, count }: { actor: Actor; at: Temporal.Instant; staff: string; count: number },
): Promise<void> {
  await recordAudit(transaction, {
    at,
    actor,
    action: 'session.ended',
    subject: `staff:${staff}`,
    after: { sessions: count },
  });
}

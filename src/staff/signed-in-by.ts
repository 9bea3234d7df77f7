import { and, eq, lt } from 'drizzle-orm';
import { session } from '../../db/schema/session.ts';
import { staff } from '../../db/schema/staff.ts';
import type { AuthContext } from './auth-context.ts';
import { authFor } from './auth.ts';
import { bringsSession } from './session-cookie.ts';
import { isOver, isSeenAnew } from './session-limits.ts';
import type { SignedIn } from './staff-member.ts';
import { memberOf } from './staff-rows.ts';

type SessionRow = typeof session.$inferSelect;
type StaffRow = typeof staff.$inferSelect;

/** The session that a request comes in, whether it is somebody's yet or still awaits a second factor. */
export interface HeldSession {
  readonly session: SessionRow;
  readonly member: StaffRow;
}

/**
 * Who sends a request, by its cookie. Nobody: without a session, after its end, while its second factor is awaited,
 * and from the moment somebody was removed from the staff.
 */
export async function signedInBy(context: AuthContext, headers: Headers): Promise<SignedIn | undefined> {
  const held = await heldSession(context, headers);
  if (!held?.session.confirmedAt) return undefined;
  await noteSeen(context, held.session);
  const { id, createdAt, confirmedAt } = held.session;
  return {
    member: memberOf(held.member),
    session: { id, createdAt: createdAt.toISOString(), confirmedAt: confirmedAt.toISOString() },
  };
}

/** The session of a request with its member of staff; none when either has come to an end. */
export async function heldSession(context: AuthContext, headers: Headers): Promise<HeldSession | undefined> {
  const { configuration, database, clock } = context;
  if (!bringsSession(configuration, headers.get('cookie'))) return undefined;
  const known = await authFor(context).api.getSession({ headers, query: { disableRefresh: true } });
  if (!known) return undefined;
  const [held] = await database.orm
    .select({ session, member: staff })
    .from(session)
    .innerJoin(staff, eq(staff.id, session.userId))
    .where(eq(session.id, known.session.id));
  return held?.member.state === 'active' && !isOver(held.session, clock.now()) ? held : undefined;
}

/** Of several requests at once, one writes. */
async function noteSeen({ database, clock }: AuthContext, seen: SessionRow): Promise<void> {
  const now = clock.now();
  if (!isSeenAnew(seen, now)) return;
  const at = new Date(now.epochMilliseconds);
  await database.orm
    .update(session)
    .set({ updatedAt: at })
    .where(and(eq(session.id, seen.id), lt(session.updatedAt, at)));
}

import { and, eq } from 'drizzle-orm';
import type { BetterAuthOptions } from 'better-auth';
import { account } from '../../db/schema/account.ts';
import { staff } from '../../db/schema/staff.ts';
import type { AuthContext } from './auth-context.ts';
import { currentVisit } from './provider-visit.ts';

/** Enough to tell browsers apart; whoever sends more does not choose how much is stored. */
const LONGEST_USER_AGENT = 300;

interface PreparedSession {
  readonly userId: string;
  readonly token: string;
  readonly userAgent?: string | null | undefined;
}

type Hooks = NonNullable<BetterAuthOptions['databaseHooks']>;

/**
 * What the registry says to the rows that the library for sign-in is about to write: who may have a session, by whose
 * clock it begins, and which identity of a provider belongs to whom. A session begins without being confirmed, which
 * is nobody's session yet: see `beginSession`.
 */
export function authHooks(context: AuthContext): Hooks {
  return {
    user: { create: { before: () => Promise.resolve(false) } },
    session: { create: { before: (session) => sessionFor(context, session) } },
    account: { create: { before: (identity) => identityFor(context, identity) } },
  };
}

async function sessionFor({ database, clock }: AuthContext, session: PreparedSession) {
  const visit = currentVisit();
  const [member] = await database.orm.select().from(staff).where(eq(staff.id, session.userId));
  const mayEnter = member?.state === 'active' || (member?.state === 'invited' && visit !== undefined);
  if (!mayEnter) return false;
  if (visit) visit.token = session.token;
  const now = new Date(clock.now().epochMilliseconds);
  const userAgent = session.userAgent?.slice(0, LONGEST_USER_AGENT) ?? null;
  return { data: { createdAt: now, updatedAt: now, confirmedAt: null, userAgent } };
}

/** The first identity that a provider vouches for stays; another one with the same address is somebody else's. */
async function identityFor({ database }: AuthContext, identity: { userId: string; providerId: string }) {
  const { userId, providerId } = identity;
  const [member] = await database.orm.select().from(staff).where(eq(staff.id, userId));
  if (!member || member.state === 'removed') return false;
  const linked = await database.orm
    .select({ id: account.id })
    .from(account)
    .where(and(eq(account.userId, userId), eq(account.providerId, providerId)));
  if (linked.length > 0) return false;
  // What the provider lets one read elsewhere is none of the registry's business: its tokens are not kept.
  return { data: { accessToken: null, refreshToken: null, idToken: null, scope: null } };
}

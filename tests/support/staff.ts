import { randomBytes } from 'node:crypto';
import { session } from '../../db/schema/session.ts';
import { staff } from '../../db/schema/staff.ts';
import { uuidV7 } from '../../src/audit/uuid-v7.ts';
import { systemClock } from '../../src/clock.ts';
import type { Context } from '../../src/context.ts';
import { sessionCookieName, sessionCookieValue } from '../../src/staff/session-cookie.ts';
import { SESSION_SECONDS } from '../../src/staff/session-limits.ts';
import { hashPassword, setPassword } from '../../src/staff/passwords.ts';
import type { StaffRole } from '../../src/staff/roles.ts';
import type { StaffMember } from '../../src/staff/staff-member.ts';

/** What signing somebody in without a form needs; of a server in another process: its database, and its configuration. */
export type StaffTestContext = Pick<Context, 'clock' | 'configuration' | 'database'>;

/** Somebody of the staff, and the cookie their browser sends: `name=value`. */
export interface SignedInStaff {
  readonly member: StaffMember;
  readonly cookie: string;
}

/** A new member of staff with a session that has just begun, both written straight into the database. */
export async function signedInAs(
  context: StaffTestContext,
  role: StaffRole,
  name = `Some ${role}`,
): Promise<SignedInStaff> {
  const member = await newStaff(context, role, name);
  return { member, cookie: await newSession(context, member.id) };
}

/** A new member of staff, active and without a password. */
export async function newStaff(
  { clock, database }: StaffTestContext,
  role: StaffRole,
  name: string,
): Promise<StaffMember> {
  const now = clock.now();
  const at = new Date(now.epochMilliseconds);
  const id = uuidV7(now);
  const email = `${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '.')}.${id.slice(-6)}@staff.example`;
  const person = { id, name, email, role, state: 'active' } as const;
  await database.orm.insert(staff).values({ ...person, createdAt: at, updatedAt: at });
  return { ...person, hasSecondFactor: false, createdAt: at.toISOString() };
}

/** Begins a session for somebody by the context's clock; gives the cookie, `name=value`. */
export async function newSession(context: StaffTestContext, staffId: string): Promise<string> {
  const { clock, configuration, database } = context;
  const at = new Date(clock.now().epochMilliseconds);
  const token = randomBytes(24).toString('base64url');
  await database.orm.insert(session).values({
    id: uuidV7(clock.now()),
    token,
    userId: staffId,
    userAgent: 'a test',
    createdAt: at,
    updatedAt: at,
    confirmedAt: at,
    // The library for sign-in looks at the machine's clock, whatever the test's says.
    expiresAt: new Date(systemClock.now().epochMilliseconds + SESSION_SECONDS * 1000),
  });
  return `${sessionCookieName(configuration)}=${sessionCookieValue(context, token)}`;
}

/** A member of staff who signs in with this password. */
export async function staffWithPassword(
  context: StaffTestContext,
  role: StaffRole,
  name: string,
  password: string,
): Promise<StaffMember> {
  const member = await newStaff(context, role, name);
  const hash = await hashPassword(password);
  await context.database.write((transaction) =>
    setPassword(transaction, { staff: member.id, hash, at: context.clock.now() }),
  );
  return member;
}

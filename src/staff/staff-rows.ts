import { and, count, eq, inArray, ne } from 'drizzle-orm';
import type { Selecting } from '../../db/client.ts';
import { staff } from '../../db/schema/staff.ts';
import { StaffError } from './staff-error.ts';
import type { StaffMember } from './staff-member.ts';

/** A member of staff as the database has one, as pages show one. */
export function memberOf(row: typeof staff.$inferSelect): StaffMember {
  const { id, name, email, role, state, twoFactorEnabled, createdAt } = row;
  return {
    id,
    name,
    email,
    role,
    state,
    hasSecondFactor: twoFactorEnabled,
    createdAt: createdAt.toISOString(),
  };
}

/** A member of staff, removed ones among them; undefined when there is none with the id. */
export async function findStaff(reader: Selecting, id: string): Promise<StaffMember | undefined> {
  const [row] = await reader.select().from(staff).where(eq(staff.id, id));
  return row && memberOf(row);
}

/**
 * A member of staff who was not removed.
 *
 * @throws StaffError `unknown-person`, `gone`
 */
export async function presentStaff(reader: Selecting, id: string): Promise<StaffMember> {
  const member = await findStaff(reader, id);
  if (!member) throw new StaffError('unknown-person');
  if (member.state === 'removed') throw new StaffError('gone');
  return member;
}

/** Whoever has the address, in whatever case it is written. Who was removed has none any more. */
export async function staffByEmail(reader: Selecting, email: string): Promise<StaffMember | undefined> {
  const [row] = await reader.select().from(staff).where(eq(staff.email, email.trim().toLowerCase()));
  return row && memberOf(row);
}

/** Whether somebody is, or was invited to be, an admin: then nobody becomes the first one. */
export async function hasAdmin(reader: Selecting): Promise<boolean> {
  const rows = await reader
    .select({ id: staff.id })
    .from(staff)
    .where(and(eq(staff.role, 'admin'), inArray(staff.state, ['active', 'invited'])))
    .limit(1);
  return rows.length > 0;
}

/**
 * To be asked under the write lock before an admin ceases to be one: of two admins who remove each other at the same
 * moment one stays.
 *
 * @throws StaffError `last-admin` when no other admin can sign in
 */
export async function refuseLastAdmin(reader: Selecting, { id, role, state }: StaffMember): Promise<void> {
  if (role !== 'admin' || state !== 'active') return;
  const [others] = await reader
    .select({ count: count() })
    .from(staff)
    .where(and(eq(staff.role, 'admin'), eq(staff.state, 'active'), ne(staff.id, id)));
  if (others?.count === 0) throw new StaffError('last-admin');
}

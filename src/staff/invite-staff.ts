import type { Transaction } from '../../db/client.ts';
import { staff as staffTable } from '../../db/schema/staff.ts';
import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { uuidV7 } from '../audit/uuid-v7.ts';
import { linkFor } from './make-link.ts';
import type { NewLink } from './link-rows.ts';
import type { StaffRole } from './roles.ts';
import type { StaffContext } from './staff-context.ts';
import { StaffError } from './staff-error.ts';
import type { StaffMember } from './staff-member.ts';
import { staffByEmail } from './staff-rows.ts';

export interface InviteStaff {
  readonly actor: Actor;
  readonly name: string;
  /** In lower case, as `emailSchema` gives it. */
  readonly email: string;
  readonly role: StaffRole;
}

/**
 * Invites somebody: from now on they are on the staff, and can sign in once they used the link, which is told here and
 * nowhere else.
 *
 * @throws StaffError `address-taken`; whoever invites is an admin, and may know
 */
export async function inviteStaff(
  { clock, database }: StaffContext,
  { actor, name, email, role }: InviteStaff,
): Promise<{ readonly member: StaffMember; readonly link: NewLink }> {
  return database.write(async (transaction) => {
    const now = clock.now();
    const member = await addStaff(transaction, { clock, name, email, role, state: 'invited' });
    await recordAudit(transaction, {
      at: now,
      actor,
      action: 'staff.invited',
      subject: `staff:${member.id}`,
      after: { role },
    });
    return { member, link: await linkFor(transaction, { clock, actor, member }) };
  });
}

interface AddStaff
  extends Pick<StaffContext, 'clock'>, Pick<StaffMember, 'name' | 'email' | 'role' | 'state'> {}

/** Writes the row of somebody new. @throws StaffError `address-taken` */
export async function addStaff(
  transaction: Transaction,
  { clock, name, email, role, state }: AddStaff,
): Promise<StaffMember> {
  if (await staffByEmail(transaction, email)) throw new StaffError('address-taken');
  const now = clock.now();
  const at = new Date(now.epochMilliseconds);
  const id = uuidV7(now);
  await transaction
    .insert(staffTable)
    .values({ id, name, email, role, state, emailVerified: true, createdAt: at, updatedAt: at });
  return { id, name, email, role, state, hasSecondFactor: false, createdAt: at.toISOString() };
}

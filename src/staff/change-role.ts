import { eq } from 'drizzle-orm';
import { staff as staffTable } from '../../db/schema/staff.ts';
import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { refuseOneself } from './oneself.ts';
import type { StaffRole } from './roles.ts';
import type { StaffContext } from './staff-context.ts';
import { presentStaff, refuseLastAdmin } from './staff-rows.ts';

export interface ChangeRole {
  readonly actor: Actor;
  readonly staff: string;
  readonly role: StaffRole;
}

/**
 * Gives somebody another role, from their next click on. The same role again changes nothing.
 *
 * @throws StaffError `unknown-person`, `gone`, `oneself`, `last-admin`
 */
export async function changeRole(
  { clock, database }: StaffContext,
  { actor, staff, role }: ChangeRole,
): Promise<void> {
  refuseOneself(actor, staff);
  await database.write(async (transaction) => {
    const member = await presentStaff(transaction, staff);
    if (member.role === role) return;
    await refuseLastAdmin(transaction, member);
    const now = clock.now();
    await transaction
      .update(staffTable)
      .set({ role, updatedAt: new Date(now.epochMilliseconds) })
      .where(eq(staffTable.id, staff));
    await recordAudit(transaction, {
      at: now,
      actor,
      action: 'staff.role-changed',
      subject: `staff:${staff}`,
      before: { role: member.role },
      after: { role },
    });
  });
}

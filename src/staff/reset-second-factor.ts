import { eq } from 'drizzle-orm';
import { staff as staffTable } from '../../db/schema/staff.ts';
import { twoFactor } from '../../db/schema/two-factor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { refuseOneself } from './oneself.ts';
import type { OneOfStaff } from './remove-staff.ts';
import { endSessions } from './sessions.ts';
import type { StaffContext } from './staff-context.ts';
import { presentStaff } from './staff-rows.ts';

/**
 * Takes the second factor from who lost it, and ends all their sessions: whoever found the device is out, too. Without
 * one nothing changes.
 *
 * @throws StaffError `unknown-person`, `gone`, `oneself`
 */
export async function resetSecondFactor(
  { clock, database }: StaffContext,
  { actor, staff }: OneOfStaff,
): Promise<void> {
  refuseOneself(actor, staff);
  await database.write(async (transaction) => {
    const member = await presentStaff(transaction, staff);
    if (!member.hasSecondFactor) return;
    const now = clock.now();
    await transaction.delete(twoFactor).where(eq(twoFactor.userId, staff));
    await endSessions(transaction, staff);
    await transaction
      .update(staffTable)
      .set({ twoFactorEnabled: false, updatedAt: new Date(now.epochMilliseconds) })
      .where(eq(staffTable.id, staff));
    await recordAudit(transaction, {
      at: now,
      actor,
      action: 'staff.second-factor-reset',
      subject: `staff:${staff}`,
    });
  });
}

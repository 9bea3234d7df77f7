import { recordAudit } from '../audit/record-audit.ts';
import type { OneOfStaff } from './remove-staff.ts';
import { endSessions } from './sessions.ts';
import type { StaffContext } from './staff-context.ts';
import { presentStaff } from './staff-rows.ts';

/**
 * Ends all sessions of somebody, at once.
 *
 * @returns how many there were
 * @throws StaffError `unknown-person`, `gone`
 */
export async function signOutStaff(
  { clock, database }: StaffContext,
  { actor, staff }: OneOfStaff,
): Promise<number> {
  return database.write(async (transaction) => {
    await presentStaff(transaction, staff);
    const sessions = await endSessions(transaction, staff);
    await recordAudit(transaction, {
      at: clock.now(),
      actor,
      action: 'staff.signed-out',
      subject: `staff:${staff}`,
      after: { sessions },
    });
    return sessions;
  });
}

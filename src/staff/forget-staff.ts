import { eq } from 'drizzle-orm';
import { staff as staffTable } from '../../db/schema/staff.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { refuseOneself } from './oneself.ts';
import { takeOff, type OneOfStaff } from './remove-staff.ts';
import type { StaffContext } from './staff-context.ts';
import { StaffError } from './staff-error.ts';
import { findStaff, refuseLastAdmin } from './staff-rows.ts';

/**
 * Forgets a person (GDPR article 17): name and address are gone from the database, and with them who is behind the opaque
 * id that the audit log keeps. Whoever is still on the staff is removed first. Done again it changes nothing.
 *
 * @throws StaffError `unknown-person`, `oneself`, `last-admin`
 */
export async function forgetStaff({ clock, database }: StaffContext, input: OneOfStaff): Promise<void> {
  const { actor, staff } = input;
  refuseOneself(actor, staff);
  await database.write(async (transaction) => {
    const member = await findStaff(transaction, staff);
    if (!member) throw new StaffError('unknown-person');
    if (member.name === '') return;
    await refuseLastAdmin(transaction, member);
    if (member.state !== 'removed') await takeOff(transaction, { clock, actor, member });
    await transaction.update(staffTable).set({ name: '' }).where(eq(staffTable.id, staff));
    await recordAudit(transaction, {
      at: clock.now(),
      actor,
      action: 'staff.forgotten',
      subject: `staff:${staff}`,
    });
  });
}

import { eq } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { account } from '../../db/schema/account.ts';
import { staff as staffTable } from '../../db/schema/staff.ts';
import { staffLink } from '../../db/schema/staff-link.ts';
import { twoFactor } from '../../db/schema/two-factor.ts';
import { usedCode } from '../../db/schema/used-code.ts';
import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { refuseOneself } from './oneself.ts';
import { endSessions } from './sessions.ts';
import type { StaffContext } from './staff-context.ts';
import type { StaffMember } from './staff-member.ts';
import { presentStaff, refuseLastAdmin } from './staff-rows.ts';

/** Whom a verb about staff is about, and who does it. */
export interface OneOfStaff {
  readonly actor: Actor;
  readonly staff: string;
}

/**
 * Takes somebody off the staff, for good: sessions end at once; password, second factor, links and address are deleted.
 * The name stays, for the audit log to be read by; whoever comes back is somebody new.
 *
 * @throws StaffError `unknown-person`, `gone`, `oneself`, `last-admin`
 */
export async function removeStaff({ clock, database }: StaffContext, input: OneOfStaff): Promise<void> {
  refuseOneself(input.actor, input.staff);
  await database.write(async (transaction) => {
    const member = await presentStaff(transaction, input.staff);
    await refuseLastAdmin(transaction, member);
    await takeOff(transaction, { clock, actor: input.actor, member });
  });
}

/** The same within a transaction that has asked whether it may be. */
export async function takeOff(
  transaction: Transaction,
  { clock, actor, member }: Pick<StaffContext, 'clock'> & { actor: Actor; member: StaffMember },
): Promise<void> {
  const { id } = member;
  const now = clock.now();
  await deleteAccess(transaction, id);
  await transaction
    .update(staffTable)
    .set({
      state: 'removed',
      email: noAddress(id),
      image: null,
      twoFactorEnabled: false,
      updatedAt: new Date(now.epochMilliseconds),
    })
    .where(eq(staffTable.id, id));
  await recordAudit(transaction, {
    at: now,
    actor,
    action: 'staff.removed',
    subject: `staff:${id}`,
    before: { role: member.role, state: member.state },
  });
}

async function deleteAccess(transaction: Transaction, id: string): Promise<void> {
  await endSessions(transaction, id);
  await transaction.delete(account).where(eq(account.userId, id));
  await transaction.delete(twoFactor).where(eq(twoFactor.userId, id));
  await transaction.delete(usedCode).where(eq(usedCode.staff, id));
  await transaction.delete(staffLink).where(eq(staffLink.staff, id));
}

/** No mail ever gets there (RFC 2606), and the address that was is free for who comes back. */
function noAddress(id: string): string {
  return `${id}@removed.invalid`;
}

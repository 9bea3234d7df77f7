import type { Transaction } from '../../db/client.ts';
import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { writeLink, type NewLink } from './link-rows.ts';
import type { StaffContext } from './staff-context.ts';
import type { StaffMember } from './staff-member.ts';
import { presentStaff } from './staff-rows.ts';

/**
 * Makes a one-time link by which somebody sets a password: an invitation for who was never in, a new password for who
 * was. It is told here, once; only its digest is kept.
 *
 * @throws StaffError `unknown-person`, `gone`
 */
export async function makeLink(
  { clock, database }: StaffContext,
  { actor, staff }: { readonly actor: Actor; readonly staff: string },
): Promise<NewLink> {
  return database.write(async (transaction) => {
    const member = await presentStaff(transaction, staff);
    return linkFor(transaction, { clock, actor, member });
  });
}

/** The same within a transaction. */
export async function linkFor(
  transaction: Transaction,
  { clock, actor, member }: Pick<StaffContext, 'clock'> & { actor: Actor; member: StaffMember },
): Promise<NewLink> {
  const now = clock.now();
  const purpose = member.state === 'invited' ? 'invitation' : 'new-password';
  const link = await writeLink(transaction, now, { purpose, staff: member.id });
  await recordAudit(transaction, {
    at: now,
    actor,
    action: 'staff.link-made',
    subject: `staff:${member.id}`,
    after: { purpose, expiresAt: link.expiresAt },
  });
  return link;
}

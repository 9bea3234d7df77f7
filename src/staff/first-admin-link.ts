import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { writeLink, type NewLink } from './link-rows.ts';
import type { StaffContext } from './staff-context.ts';
import { hasAdmin } from './staff-rows.ts';

const OPERATOR: Actor = { kind: 'system', id: 'command-line' };

/**
 * Makes the link by which the first admin sets name, address and password, as long as nobody is or is invited to be one.
 * A later one ends it. For the operator's eyes: whoever has it becomes the admin.
 *
 * @returns undefined when there is an admin
 */
export async function firstAdminLink({ clock, database }: StaffContext): Promise<NewLink | undefined> {
  // Asked first without the lock: at most starts there is one.
  if (await hasAdmin(database.orm)) return undefined;
  return database.write(async (transaction) => {
    if (await hasAdmin(transaction)) return undefined;
    const now = clock.now();
    const link = await writeLink(transaction, now, { purpose: 'first-admin', staff: null });
    await recordAudit(transaction, {
      at: now,
      actor: OPERATOR,
      action: 'staff.link-made',
      subject: 'staff',
      after: { purpose: link.purpose, expiresAt: link.expiresAt },
    });
    return link;
  });
}

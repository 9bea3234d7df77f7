import { eq } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { staff as staffTable } from '../../db/schema/staff.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { addStaff } from './invite-staff.ts';
import { openLinkOf, useUp, type OpenLink } from './link-rows.ts';
import { hashPassword, passwordFault, setPassword, type PasswordHash } from './passwords.ts';
import { endSessions } from './sessions.ts';
import type { StaffContext } from './staff-context.ts';
import { StaffError } from './staff-error.ts';
import type { StaffMember } from './staff-member.ts';

export interface RedeemLink {
  readonly token: string;
  readonly password: string;
  /** Who the first admin is; for anybody else that is known. */
  readonly person?: { readonly name: string; readonly email: string };
}

/** What a link is good for, to be shown. Looking uses nothing up: mail scanners look, too. */
export async function openLink(
  { clock, database }: StaffContext,
  token: string,
): Promise<Pick<OpenLink, 'purpose' | 'member'> | undefined> {
  return openLinkOf(database.orm, clock.now(), token);
}

/**
 * Sets the password by a one-time link. The link is used up in the same transaction: of two who try at the same moment one
 * wins. All sessions of the person end.
 *
 * @throws StaffError `link-over` alike for a used, expired, overtaken and unknown link; `password-…`; `address-taken` for
 * the first admin's address
 */
export async function redeemLink(context: StaffContext, input: RedeemLink): Promise<StaffMember> {
  const { clock, database } = context;
  const { token, password } = input;
  const { person } = await checked(context, input);
  // Before the lock is taken: it takes a tenth of a second.
  const hash = await hashPassword(password);
  return database.write(async (transaction) => {
    const link = await openLinkOf(transaction, clock.now(), token);
    if (!link) throw new StaffError('link-over');
    await useUp(transaction, clock.now(), link);
    const member =
      link.member ?? (await addStaff(transaction, { clock, ...person, role: 'admin', state: 'active' }));
    await letIn(transaction, { clock, link, member, hash });
    return { ...member, state: 'active' };
  });
}

async function checked({ clock, database }: StaffContext, { token, password, person }: RedeemLink) {
  const link = await openLinkOf(database.orm, clock.now(), token);
  const known = link?.member ?? person;
  if (!link || !known) throw new StaffError('link-over');
  const fault = passwordFault(password, known);
  if (fault) throw new StaffError(fault);
  return { person: known };
}

interface LetIn extends Pick<StaffContext, 'clock'> {
  readonly link: OpenLink;
  readonly member: StaffMember;
  readonly hash: PasswordHash;
}

async function letIn(transaction: Transaction, { clock, link, member, hash }: LetIn): Promise<void> {
  const { id, role } = member;
  const { purpose } = link;
  const at = clock.now();
  await setPassword(transaction, { staff: id, hash, at });
  await transaction
    .update(staffTable)
    .set({ state: 'active', updatedAt: new Date(at.epochMilliseconds) })
    .where(eq(staffTable.id, id));
  await endSessions(transaction, id);
  await recordAudit(transaction, {
    at,
    actor: { kind: 'staff', id },
    action: purpose === 'new-password' ? 'staff.password-set' : 'staff.joined',
    subject: `staff:${id}`,
    after: purpose === 'new-password' ? { purpose } : { purpose, role },
  });
}

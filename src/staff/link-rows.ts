import { and, eq, isNull } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Selecting, Transaction } from '../../db/client.ts';
import { staffLink } from '../../db/schema/staff-link.ts';
import { uuidV7 } from '../audit/uuid-v7.ts';
import { digestOf, isToken, newToken } from './link-token.ts';
import { findStaff, hasAdmin } from './staff-rows.ts';
import type { StaffMember } from './staff-member.ts';

export type LinkPurpose = (typeof staffLink.$inferSelect)['purpose'];

/** How long a link is good for, in hours. */
const LINK_HOURS: Readonly<Record<LinkPurpose, number>> = {
  'first-admin': 24,
  invitation: 7 * 24,
  'new-password': 24,
};

/** A link as it is told, once, to whoever hands it over. */
export interface NewLink {
  readonly token: string;
  readonly purpose: LinkPurpose;
  /** Instant in UTC. */
  readonly expiresAt: string;
}

/** A link that can be used now, and for whom; nobody for the first admin. */
export interface OpenLink {
  readonly id: string;
  readonly purpose: LinkPurpose;
  readonly member: StaffMember | undefined;
}

/** Writes a new link; older ones of the same purpose for the same person end with it. */
export async function writeLink(
  transaction: Transaction,
  now: Temporal.Instant,
  { purpose, staff }: { readonly purpose: LinkPurpose; readonly staff: string | null },
): Promise<NewLink> {
  const same = staff === null ? isNull(staffLink.staff) : eq(staffLink.staff, staff);
  await transaction
    .delete(staffLink)
    .where(and(eq(staffLink.purpose, purpose), same, isNull(staffLink.usedAt)));
  const token = newToken();
  const expiresAt = asText(now.add({ hours: LINK_HOURS[purpose] }));
  await transaction.insert(staffLink).values({
    id: uuidV7(now),
    digest: digestOf(token),
    purpose,
    staff,
    createdAt: asText(now),
    expiresAt,
  });
  return { token, purpose, expiresAt };
}

/**
 * The link with the token, if it can be used now. Unknown, used, expired and overtaken links all read undefined, after
 * the same work.
 */
export async function openLinkOf(
  reader: Selecting,
  now: Temporal.Instant,
  token: string,
): Promise<OpenLink | undefined> {
  // The digest of what can be no token is looked up like any other, and is not there.
  const [row] = await reader
    .select()
    .from(staffLink)
    .where(eq(staffLink.digest, digestOf(token)));
  if (!row || !isToken(token) || row.usedAt !== null || row.expiresAt <= asText(now)) return undefined;
  const { id, purpose, staff } = row;
  if (staff === null) return (await hasAdmin(reader)) ? undefined : { id, purpose, member: undefined };
  const member = await findStaff(reader, staff);
  return member && fits(purpose, member) ? { id, purpose, member } : undefined;
}

function fits(purpose: LinkPurpose, { state }: StaffMember): boolean {
  return purpose === 'invitation' ? state === 'invited' : state === 'active';
}

/** Marks the link as used. To be called under the write lock in which it was found open. */
export async function useUp(transaction: Transaction, now: Temporal.Instant, link: OpenLink): Promise<void> {
  await transaction
    .update(staffLink)
    .set({ usedAt: asText(now) })
    .where(eq(staffLink.id, link.id));
}

function asText(instant: Temporal.Instant): string {
  return instant.toString({ fractionalSecondDigits: 3 });
}

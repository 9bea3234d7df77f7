import { asc, isNotNull, max } from 'drizzle-orm';
import { session } from '../../db/schema/session.ts';
import { staff } from '../../db/schema/staff.ts';
import type { WritingContext } from '../register/writing-context.ts';
import type { StaffMember } from './staff-member.ts';
import { memberOf } from './staff-rows.ts';

/** A member of staff with what an admin sees of their sign-ins. */
export interface ListedStaff extends StaffMember {
  /** When the newest session that still stands began (instant in UTC). */
  readonly signedInAt: string | undefined;
}

const STATES: readonly StaffMember['state'][] = ['active', 'invited', 'removed'];

/** Everybody who is or was on the staff: who can sign in first, who was removed last, by name. */
export async function listStaff({ database }: Pick<WritingContext, 'database'>): Promise<ListedStaff[]> {
  const rows = await database.orm.select().from(staff).orderBy(asc(staff.name), asc(staff.id));
  const newest = await database.orm
    .select({ staff: session.userId, at: max(session.createdAt) })
    .from(session)
    // Who was not asked for the second factor yet is not in.
    .where(isNotNull(session.confirmedAt))
    .groupBy(session.userId);
  const signedIn = new Map(newest.map(({ staff: id, at }) => [id, at?.toISOString()]));
  return rows
    .map((row) => ({ ...memberOf(row), signedInAt: signedIn.get(row.id) }))
    .sort((one, other) => STATES.indexOf(one.state) - STATES.indexOf(other.state));
}

import { and, asc, eq, max } from 'drizzle-orm';
import { auditLog } from '../../db/schema/audit-log.ts';
import { staff } from '../../db/schema/staff.ts';
import type { WritingContext } from '../register/writing-context.ts';
import type { StaffMember } from './staff-member.ts';
import { memberOf } from './staff-rows.ts';

/** A member of staff with what an admin sees of their sign-ins. */
export interface ListedStaff extends StaffMember {
  /** When they last signed in (instant in UTC). */
  readonly signedInAt: string | undefined;
}

const STATES: readonly StaffMember['state'][] = ['active', 'invited', 'removed'];

/** Everybody who is or was on the staff: who can sign in first, who was removed last, by name. */
export async function listStaff({ database }: Pick<WritingContext, 'database'>): Promise<ListedStaff[]> {
  const rows = await database.orm.select().from(staff).orderBy(asc(staff.name), asc(staff.id));
  const newest = await database.orm
    .select({ staff: auditLog.actorId, at: max(auditLog.at) })
    .from(auditLog)
    .where(and(eq(auditLog.action, 'session.begun'), eq(auditLog.actorKind, 'staff')))
    .groupBy(auditLog.actorId);
  const signedIn = new Map(newest.map(({ staff: id, at }) => [id, at ?? undefined]));
  return rows
    .map((row) => ({ ...memberOf(row), signedInAt: signedIn.get(row.id) }))
    .sort((one, other) => STATES.indexOf(one.state) - STATES.indexOf(other.state));
}

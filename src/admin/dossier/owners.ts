import type { Context } from '../../context.ts';
import { listStaff } from '../../staff/list-staff.ts';
import type { StaffMember } from '../../staff/staff-member.ts';

/** Who may be named as the owner of a dossier: everybody on the staff, and whoever it is now. */
export async function possibleOwners(
  context: Context,
  owner: string | undefined,
): Promise<Pick<StaffMember, 'id' | 'name'>[]> {
  const everybody = await listStaff(context);
  return everybody.filter(({ id, state }) => state !== 'removed' || id === owner);
}

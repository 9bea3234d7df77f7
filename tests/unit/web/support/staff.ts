import type { StaffRole } from '../../../../src/staff/roles.ts';
import type { SignedIn, StaffMember } from '../../../../src/staff/staff-member.ts';

/** Somebody signed in, who has just shown who they are by the clock of a stand. */
export function someone(
  role: StaffRole,
  { confirmedAt = '2026-03-01T11:55:00Z', ...member }: Partial<StaffMember> & { confirmedAt?: string } = {},
): SignedIn {
  return {
    member: {
      id: '01900000-0000-7000-8000-000000000001',
      name: `Some ${role}`,
      email: `${role}@staff.example`,
      role,
      state: 'active',
      hasSecondFactor: false,
      createdAt: '2026-01-01T00:00:00Z',
      ...member,
    },
    session: { id: '01900000-0000-7000-8000-000000000002', createdAt: '2026-03-01T08:00:00Z', confirmedAt },
  };
}

/** One of each role, by the cookie that their browser sends. */
export const EVERYBODY = {
  viewer: someone('viewer'),
  editor: someone('editor'),
  approver: someone('approver'),
  admin: someone('admin'),
};

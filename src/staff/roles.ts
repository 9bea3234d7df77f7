/** What staff may do, each role with all that the ones before it may. */
export const STAFF_ROLES = ['viewer', 'editor', 'approver', 'admin'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

/** Whether a role may do what another one at least is needed for. */
export function mayAs(role: StaffRole, needed: StaffRole): boolean {
  return STAFF_ROLES.indexOf(role) >= STAFF_ROLES.indexOf(needed);
}

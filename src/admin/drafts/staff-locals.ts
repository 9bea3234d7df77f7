import type { Actor } from '../../actor.ts';
import { mayAs, type StaffRole } from '../../staff/roles.ts';
import type { StaffMember } from '../../staff/staff-member.ts';

/** What a page is handed, as far as these pages look at it. */
export type Locals = App.Locals;

/** Who is signed in. Pages for staff are never reached by anyone else. */
export function memberOf({ admin }: Locals): StaffMember {
  const member = admin?.signedIn?.member;
  if (!member) throw new Error('This page is for staff, and nobody is signed in.');
  return member;
}

export function actorOf(locals: Locals): Actor {
  return { kind: 'staff', id: memberOf(locals).id };
}

/** Whether whoever is signed in may do what a role at least is needed for. */
export function may(locals: Locals, needed: StaffRole): boolean {
  return mayAs(memberOf(locals).role, needed);
}

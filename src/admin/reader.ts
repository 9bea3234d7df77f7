import type { Actor } from '../actor.ts';
import type { Context } from '../context.ts';
import type { Reader } from '../register/reader.ts';
import { mayAs, type StaffRole } from '../staff/roles.ts';
import type { StaffMember } from '../staff/staff-member.ts';
import type { AdminLocals } from '../web/admin/admin-locals.ts';

/** Who of staff reads a page, and what there is to read: what they keep beside the register is in the database. */
export interface AdminReader extends Reader {
  readonly context: Context;
  readonly admin?: AdminLocals;
}

/** What a page is handed, as far as pages that answer forms look at it. */
export type Locals = AdminReader;

/**
 * Who is signed in.
 *
 * @throws Error when nobody is: the gate lets nobody else through
 */
export function memberOf({ admin }: Pick<AdminReader, 'admin'>): StaffMember {
  const member = admin?.signedIn?.member;
  if (!member) throw new Error('A page of staff is read by somebody who is signed in.');
  return member;
}

/** Whoever is signed in, as verbs ask for who does something. */
export function actorOf(reader: Pick<AdminReader, 'admin'>): Actor {
  return { kind: 'staff', id: memberOf(reader).id };
}

/** Whether whoever is signed in may do what a role at least is needed for. */
export function may(reader: Pick<AdminReader, 'admin'>, needed: StaffRole): boolean {
  return mayAs(memberOf(reader).role, needed);
}

import type { Context } from '../../context.ts';
import type { StaffMember } from '../../staff/staff-member.ts';
import type { AdminReader } from '../frame.ts';

/** Who of staff reads a page, with the database behind it: what staff keep is not in the register. */
export interface DeskReader extends AdminReader {
  readonly context: Context;
}

/**
 * Who is signed in.
 *
 * @throws Error when nobody is: the gate lets nobody else through
 */
export function memberReading({ admin }: Pick<DeskReader, 'admin'>): StaffMember {
  if (!admin?.signedIn) throw new Error('A page of staff is read by somebody who is signed in.');
  return admin.signedIn.member;
}

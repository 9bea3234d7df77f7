import { isFresh } from '../../staff/session-limits.ts';
import { signedInBy } from '../../staff/signed-in-by.ts';
import { secondFactorOwed } from '../../staff/second-factor.ts';
import type { SignedIn, StaffMember } from '../../staff/staff-member.ts';
import type { Context } from '../../context.ts';

/** Knows the staff: all that the gate needs of sign-in. */
export interface Doorkeeper {
  /** Who sends a request with these headers; nobody whose session has ended or who was removed. */
  readonly signedInBy: (headers: Headers) => Promise<SignedIn | undefined>;
  /** Whether the organisation asks this person for a second factor that they have not set yet. */
  readonly secondFactorOwed: (member: StaffMember) => Promise<boolean>;
  /** Whether somebody has just shown who they are. */
  readonly isFresh: (signedIn: SignedIn) => boolean;
}

/** Asks the staff as the database has them. */
export function doorkeeperOf(context: Context): Doorkeeper {
  return {
    signedInBy: (headers) => signedInBy(context, headers),
    secondFactorOwed: (member) => secondFactorOwed(context, member),
    isFresh: (signedIn) => isFresh(signedIn, context.clock.now()),
  };
}

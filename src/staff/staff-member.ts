import type { StaffRole } from './roles.ts';

/** A member of staff, as pages show one. */
export interface StaffMember {
  /** Opaque (UUID): what the audit log says. */
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: StaffRole;
  readonly state: 'invited' | 'active' | 'removed';
  readonly hasSecondFactor: boolean;
  /** Instants in UTC. */
  readonly createdAt: string;
}

/** Who is at the other end of a request, and in which session. */
export interface SignedIn {
  readonly member: StaffMember;
  readonly session: {
    readonly id: string;
    /** Instants in UTC. When its holder last showed who they are: at sign-in, or since when asked again. */
    readonly createdAt: string;
    readonly confirmedAt: string;
  };
}

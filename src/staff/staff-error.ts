import { RegistryError, type ErrorCode } from '../errors.ts';

/** Why something about staff is refused: its code, and how it is said to an operator. Pages have words of their own. */
const REASONS = {
  'unknown-person': ['not-found', 'There is no such member of staff.'],
  'address-taken': ['conflict', 'Somebody on the staff has this address already.'],
  'last-admin': ['refused', 'This is the last admin who can sign in. Make somebody else an admin first.'],
  oneself: ['refused', 'Nobody does this to themselves: another admin has to.'],
  gone: ['conflict', 'This person was removed.'],
  'link-over': ['not-found', 'This link was used, has expired, or never existed.'],
  'admin-exists': ['conflict', 'There is an admin already: a new link is made for a person, by address.'],
  'password-short': ['invalid', 'The password is too short.'],
  'password-long': ['invalid', 'The password is too long.'],
  'password-like-person': ['invalid', 'The password is the person’s own name or address.'],
} as const satisfies Readonly<Record<string, readonly [ErrorCode, string]>>;
export type StaffReason = keyof typeof REASONS;

/** A refusal of a verb about staff, with its reason as a word that interfaces translate. */
export class StaffError extends RegistryError {
  readonly reason: StaffReason;

  constructor(reason: StaffReason) {
    const [code, message] = REASONS[reason];
    super(code, [], message);
    this.reason = reason;
  }
}

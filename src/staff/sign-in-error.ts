import { RegistryError, type ErrorCode } from '../errors.ts';

/** Why somebody is not let in, or not let on: its code, and how it is said in a log. Pages have words of their own. */
const REASONS = {
  /** One reason for all of it: an unknown address, a wrong password, somebody invited or removed. */
  wrong: ['refused', 'Address and password do not belong together.'],
  'wrong-password': ['refused', 'The password is wrong.'],
  'wrong-code': ['refused', 'The code is wrong, or was used already.'],
  'wrong-recovery': ['refused', 'This is none of the recovery codes, or was used already.'],
  'too-soon': ['refused', 'After several failures the next try has to wait.'],
  over: ['not-found', 'There is no sign-in that waits for a code.'],
  'not-enrolled': ['conflict', 'No second factor is being set up.'],
  enrolled: ['conflict', 'There is a second factor already.'],
  unreadable: ['conflict', 'The second factor was set up with another secret than this one.'],
  'no-password': ['conflict', 'This member of staff signs in by the provider.'],
  'no-session': ['not-found', 'There is no such session.'],
  provider: ['refused', 'The provider does not vouch for a member of staff.'],
  'provider-silent': ['conflict', 'The provider does not answer.'],
} as const satisfies Readonly<Record<string, readonly [ErrorCode, string]>>;
export type SignInReason = keyof typeof REASONS;

/** A refusal at sign-in or of what guards it, with its reason as a word that interfaces translate. */
export class SignInError extends RegistryError {
  readonly reason: SignInReason;
  /** With `too-soon`: how long to wait, in whole seconds. */
  readonly seconds: number;

  constructor(reason: SignInReason, seconds = 0) {
    const [code, message] = REASONS[reason];
    super(code, [], message);
    this.reason = reason;
    this.seconds = seconds;
  }
}

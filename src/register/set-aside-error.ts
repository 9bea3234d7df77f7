import { RegistryError, type ErrorCode } from '../errors.ts';

/** Why a sample is not left behind: its code, and how it is said to an operator. Pages have words of their own. */
const REASONS = {
  'no-sample': ['conflict', 'The register is not a sample: nothing of it is ever taken away.'],
  'published-since': [
    'refused',
    'Something was published that is not the sample’s own. What was published is never taken away.',
  ],
  'on-a-server': [
    'refused',
    'The database is on a server, of which no copy can be kept from here. Begin in another database.',
  ],
  'not-copied': ['refused', 'The copy of the sample could not be written, so nothing was changed.'],
  'changed-meanwhile': [
    'conflict',
    'The register changed at this very moment. Nothing was changed; try again.',
  ],
} as const satisfies Readonly<Record<string, readonly [ErrorCode, string]>>;
export type SetAsideReason = keyof typeof REASONS;

/** A sample that stays, with its reason as a word that interfaces translate. */
export class SetAsideError extends RegistryError {
  readonly reason: SetAsideReason;

  constructor(reason: SetAsideReason) {
    const [code, message] = REASONS[reason];
    super(code, [], message);
    this.reason = reason;
  }
}

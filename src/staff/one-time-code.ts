import { randomBytes } from 'node:crypto';
import { base32 } from '@better-auth/utils/base32';
import { createOTP } from '@better-auth/utils/otp';
import type { Temporal } from 'temporal-polyfill';
import { isSameSecret } from './same-secret.ts';

/** A new code comes every so many seconds (RFC 6238, 4.1). */
const PERIOD_SECONDS = 30;
/** A code is good for a period before and after its own: clocks differ, and typing takes time (RFC 6238, 5.2). */
const TOLERANCE = [0, -1, 1];

/** A secret to share with an app for one-time codes: 160 bits (RFC 4226, 4, R6), in base 32. */
export function newSecret(): string {
  return base32.encode(randomBytes(20), { padding: false });
}

/** The code that an app shows at the moment. */
export function codeAt(secret: string, at: Temporal.Instant, periods = 0): Promise<string> {
  const counter = Math.floor(at.epochMilliseconds / 1000 / PERIOD_SECONDS) + periods;
  return createOTP(base32.decode(secret)).hotp(counter);
}

/** Whether the code is one that the app shows about now. Six digits; spaces do not matter. */
export async function isCodeOf(secret: string, code: string, now: Temporal.Instant): Promise<boolean> {
  const good = await Promise.all(TOLERANCE.map((periods) => codeAt(secret, now, periods)));
  // All of them are compared, so that the time says nothing of which one it was.
  return good.filter((one) => isSameSecret(one, plainCode(code))).length > 0;
}

/** The code as apps mean it: `123 456` is `123456`. */
export function plainCode(code: string): string {
  return code.replaceAll(/\s/g, '');
}

/** How long after a code was used it could be accepted again, did nobody remember it. */
export const CODE_GOOD_FOR_SECONDS = PERIOD_SECONDS * TOLERANCE.length;

/** What an app for one-time codes reads: `otpauth://totp/…`, as they all understand it. */
export function otpauthAddress(secret: string, issuer: string, account: string): string {
  return createOTP(base32.decode(secret)).url(issuer, account);
}

/** The secret for those who type it: groups of four. */
export function inGroupsOfFour(secret: string): string {
  return secret.replaceAll(/(.{4})(?=.)/g, '$1 ');
}

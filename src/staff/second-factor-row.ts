import { createHash } from 'node:crypto';
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import { and, eq, lt } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Selecting, Transaction } from '../../db/client.ts';
import { twoFactor } from '../../db/schema/two-factor.ts';
import { usedCode } from '../../db/schema/used-code.ts';
import type { AuthContext } from './auth-context.ts';
import { authSecret } from './auth-secret.ts';
import { CODE_GOOD_FOR_SECONDS, isCodeOf, plainCode } from './one-time-code.ts';
import { withoutCode } from './recovery-codes.ts';
import { SignInError } from './sign-in-error.ts';

/** The second factor of somebody, readable. */
export interface SecondFactor {
  readonly id: string;
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
  /** Set up, and since asked for at each sign-in; before that a secret somebody is about to give to their app. */
  readonly enabled: boolean;
}

/** A code of the app, or one of the recovery codes. Hostile text. */
export type GivenCode = { readonly code: string } | { readonly recovery: string };

type Configured = Pick<AuthContext, 'configuration' | 'log'>;

/**
 * The second factor of a member of staff; undefined without one.
 *
 * @throws SignInError `unreadable`
 */
export async function secondFactorOf(
  context: Configured,
  reader: Selecting,
  staff: string,
): Promise<SecondFactor | undefined> {
  const [row] = await reader.select().from(twoFactor).where(eq(twoFactor.userId, staff));
  if (!row) return undefined;
  return {
    id: row.id,
    secret: await decrypt(context, row.secret),
    recoveryCodes: JSON.parse(await decrypt(context, row.backupCodes)) as string[],
    enabled: row.verified,
  };
}

/** Encrypts text with the secret, as it is stored. */
export function encrypt({ configuration }: Pick<Configured, 'configuration'>, data: string): Promise<string> {
  return symmetricEncrypt({ key: authSecret(configuration), data });
}

/** Without the secret that encrypted it there is no way to tell a right code: nobody is let in on a guess. */
async function decrypt({ configuration, log }: Configured, data: string): Promise<string> {
  try {
    return await symmetricDecrypt({ key: authSecret(configuration), data });
  } catch (error) {
    const why = 'AUTH_SECRET, or the file beside the database, is not the one that it was set up with.';
    log.error('second-factor-unreadable', { why, error });
    throw new SignInError('unreadable');
  }
}

/**
 * Takes a code: it is right, and was not used before; from now on it was. In the transaction of what it is taken for, so
 * that of two who send the same code at the same moment one is let in.
 */
export async function takeCode(
  context: Configured & Pick<AuthContext, 'clock'>,
  transaction: Transaction,
  staff: string,
  given: GivenCode,
): Promise<boolean> {
  const factor = await secondFactorOf(context, transaction, staff);
  if (!factor?.enabled) return false;
  if ('recovery' in given) return takeRecoveryCode(context, transaction, factor, given.recovery);
  const now = context.clock.now();
  return (
    (await isCodeOf(factor.secret, given.code, now)) &&
    (await isFirstUse(transaction, staff, given.code, now))
  );
}

async function takeRecoveryCode(
  context: Configured,
  transaction: Transaction,
  { id, recoveryCodes }: SecondFactor,
  code: string,
): Promise<boolean> {
  const left = withoutCode(recoveryCodes, code);
  if (!left) return false;
  const backupCodes = await encrypt(context, JSON.stringify(left));
  await transaction.update(twoFactor).set({ backupCodes }).where(eq(twoFactor.id, id));
  return true;
}

/** Remembers that a code was used, for as long as it could come again (RFC 6238, 5.2). */
export async function isFirstUse(
  transaction: Transaction,
  staff: string,
  code: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const over = now.subtract({ seconds: CODE_GOOD_FOR_SECONDS }).toString({ fractionalSecondDigits: 3 });
  await transaction.delete(usedCode).where(and(eq(usedCode.staff, staff), lt(usedCode.usedAt, over)));
  const digest = createHash('sha256')
    .update(`${staff} ${plainCode(code)}`)
    .digest('hex');
  const first = await transaction
    .insert(usedCode)
    .values({ staff, digest, usedAt: now.toString({ fractionalSecondDigits: 3 }) })
    .onConflictDoNothing()
    .returning({ staff: usedCode.staff });
  return first.length > 0;
}

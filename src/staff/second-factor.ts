import { eq } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { staff as staffTable } from '../../db/schema/staff.ts';
import { twoFactor } from '../../db/schema/two-factor.ts';
import { recordAudit, type AuditAction } from '../audit/record-audit.ts';
import { uuidV7 } from '../audit/uuid-v7.ts';
import type { AuthContext } from './auth-context.ts';
import { placeOfSession } from './confirm-identity.ts';
import { houseRules } from './house-rules.ts';
import { isCodeOf, newSecret } from './one-time-code.ts';
import { newRecoveryCodes } from './recovery-codes.ts';
import { encrypt, isFirstUse, secondFactorOf } from './second-factor-row.ts';
import { endSessions } from './sessions.ts';
import { SignInError } from './sign-in-error.ts';
import { slowedDown } from './slow-down.ts';
import type { SignedIn, StaffMember } from './staff-member.ts';

/** Whether the house rules want a second factor that the member of staff does not have yet. */
export async function secondFactorOwed(
  context: Pick<AuthContext, 'database'>,
  { hasSecondFactor }: Pick<StaffMember, 'hasSecondFactor'>,
): Promise<boolean> {
  return !hasSecondFactor && (await houseRules(context)).secondFactor === 'required';
}

/**
 * Makes a secret for an app. Nothing is asked for at sign-in until a code proves that the app has it; beginning again
 * makes another secret.
 *
 * @throws SignInError `enrolled`
 */
export async function beginSecondFactor(context: AuthContext, { member }: SignedIn): Promise<void> {
  const secret = await encrypt(context, newSecret());
  const backupCodes = await encrypt(context, '[]');
  await context.database.write(async (transaction) => {
    const there = await secondFactorOf(context, transaction, member.id);
    if (there?.enabled) throw new SignInError('enrolled');
    await transaction
      .insert(twoFactor)
      .values({ id: uuidV7(context.clock.now()), userId: member.id, secret, backupCodes, verified: false })
      .onConflictDoUpdate({ target: twoFactor.userId, set: { secret, backupCodes } });
  });
}

/** The secret that is about to be given to an app; undefined when none is. */
export async function secretToShare(context: AuthContext, { member }: SignedIn): Promise<string | undefined> {
  const factor = await secondFactorOf(context, context.database.orm, member.id);
  return factor?.enabled === false ? factor.secret : undefined;
}

/** How many recovery codes are left. */
export async function recoveryCodesLeft(context: AuthContext, { member }: SignedIn): Promise<number> {
  const factor = await secondFactorOf(context, context.database.orm, member.id);
  return factor?.recoveryCodes.length ?? 0;
}

/**
 * Turns the second factor on, by a code of the app. Sessions elsewhere, begun without it, end.
 *
 * @returns the recovery codes, told this once
 * @throws SignInError `not-enrolled`, `enrolled`, `wrong-code`, `too-soon`
 */
export async function enableSecondFactor(
  context: AuthContext,
  { signedIn, code }: { readonly signedIn: SignedIn; readonly code: string },
): Promise<readonly string[]> {
  const { member, session } = signedIn;
  const codes = newRecoveryCodes();
  const enabled = await slowedDown(
    context,
    { what: 'code', whose: member.id, from: placeOfSession(session) },
    () =>
      context.database.write(async (transaction) => {
        const factor = await secondFactorOf(context, transaction, member.id);
        if (!factor) throw new SignInError('not-enrolled');
        if (factor.enabled) throw new SignInError('enrolled');
        const now = context.clock.now();
        if (!(await isCodeOf(factor.secret, code, now))) return undefined;
        await isFirstUse(transaction, member.id, code, now);
        await keepCodes(context, transaction, member.id, codes);
        await transaction
          .update(staffTable)
          .set({ twoFactorEnabled: true })
          .where(eq(staffTable.id, member.id));
        await endSessions(transaction, member.id, { except: session.id });
        await record(context, transaction, member.id, 'second-factor.enabled');
        return codes;
      }),
  );
  if (!enabled) throw new SignInError('wrong-code');
  return enabled;
}

/**
 * Turns the second factor off. To be asked for by somebody who has just shown who they are, code included.
 *
 * @throws SignInError `not-enrolled`
 */
export async function disableSecondFactor(context: AuthContext, { member }: SignedIn): Promise<void> {
  await context.database.write(async (transaction) => {
    const gone = await transaction
      .delete(twoFactor)
      .where(eq(twoFactor.userId, member.id))
      .returning({ enabled: twoFactor.verified });
    if (gone[0]?.enabled !== true) throw new SignInError('not-enrolled');
    await transaction.update(staffTable).set({ twoFactorEnabled: false }).where(eq(staffTable.id, member.id));
    await record(context, transaction, member.id, 'second-factor.disabled');
  });
}

/**
 * Makes new recovery codes; the ones before are good for nothing any more.
 *
 * @returns the codes, told this once
 * @throws SignInError `not-enrolled`
 */
export async function renewRecoveryCodes(
  context: AuthContext,
  { member }: SignedIn,
): Promise<readonly string[]> {
  const codes = newRecoveryCodes();
  await context.database.write(async (transaction) => {
    const factor = await secondFactorOf(context, transaction, member.id);
    if (!factor?.enabled) throw new SignInError('not-enrolled');
    await keepCodes(context, transaction, member.id, codes);
    await record(context, transaction, member.id, 'second-factor.renewed');
  });
  return codes;
}

async function keepCodes(
  context: AuthContext,
  transaction: Transaction,
  staff: string,
  codes: readonly string[],
): Promise<void> {
  const backupCodes = await encrypt(context, JSON.stringify(codes));
  await transaction.update(twoFactor).set({ backupCodes, verified: true }).where(eq(twoFactor.userId, staff));
}

async function record(
  { clock }: AuthContext,
  transaction: Transaction,
  staff: string,
  action: AuditAction,
): Promise<void> {
  await recordAudit(transaction, {
    at: clock.now(),
    actor: { kind: 'staff', id: staff },
    action,
    subject: `staff:${staff}`,
  });
}

import { createHmac } from 'node:crypto';
import { eq, inArray, lt, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Transaction } from '../../db/client.ts';
import { signInFailure } from '../../db/schema/sign-in-failure.ts';
import type { AuthContext } from './auth-context.ts';
import { authSecret } from './auth-secret.ts';
import { SignInError } from './sign-in-error.ts';

/** Something that can be guessed, whose it is, and from where somebody guesses. */
export interface Trial {
  readonly what: 'password' | 'code';
  /** Of a password the address as typed, of a code the id of the member of staff. */
  readonly whose: string;
  /** A network, a browser that is known, or a session: see `placeOf`. */
  readonly from: string;
}

/** So many failures cost nothing; each one after them doubles the wait, up to the longest. */
interface Patience {
  readonly free: number;
  readonly longest: number;
}

/** One person at one place. */
const PAIR: Patience = { free: 4, longest: 900 };
/** All that one place tries at passwords, or all places at one person's codes. */
const SHARED: Patience = { free: 30, longest: 60 };
/** After so many hours without a failure all is forgotten. */
const FORGOTTEN_AFTER_HOURS = 24;

interface Keys {
  readonly pair: string;
  readonly shared: string;
}

/**
 * Makes a try, unless failures before it say that it has to wait. The try is counted as a failure before it is made,
 * under the write lock: of many at once no more are made than one after the other would be. Success takes it back.
 *
 * Nobody can lock another person out: what one place does slows down only that place, and what many share slows down only
 * those who have themselves just failed.
 *
 * @param attempt gives nothing when it failed
 * @throws SignInError `too-soon`
 */
export async function slowedDown<T>(
  context: AuthContext,
  trial: Trial,
  attempt: () => Promise<T | undefined>,
): Promise<T | undefined> {
  const keys = keysOf(context, trial);
  await context.database.write((transaction) => countTry(transaction, keys, context.clock.now()));
  const result = await attempt();
  if (result !== undefined) await context.database.write((transaction) => forgive(transaction, keys));
  return result;
}

async function countTry(transaction: Transaction, keys: Keys, now: Temporal.Instant): Promise<void> {
  const forgotten = instant(now.subtract({ hours: FORGOTTEN_AFTER_HOURS }));
  await transaction.delete(signInFailure).where(lt(signInFailure.lastAt, forgotten));
  const wait = await secondsToWait(transaction, keys, now);
  if (wait > 0) throw new SignInError('too-soon', wait);
  for (const digest of [keys.pair, keys.shared])
    await transaction
      .insert(signInFailure)
      .values({ digest, count: 1, lastAt: instant(now) })
      .onConflictDoUpdate({
        target: signInFailure.digest,
        set: { count: sql`${signInFailure.count} + 1`, lastAt: instant(now) },
      });
}

async function secondsToWait(transaction: Transaction, keys: Keys, now: Temporal.Instant): Promise<number> {
  const rows = await transaction
    .select()
    .from(signInFailure)
    .where(inArray(signInFailure.digest, [keys.pair, keys.shared]));
  const left = (digest: string, patience: Patience): number => {
    const row = rows.find((one) => one.digest === digest);
    return row ? waitAfter(row.count, patience) - secondsBetween(row.lastAt, now) : 0;
  };
  const hasFailed = rows.some(({ digest }) => digest === keys.pair);
  return Math.ceil(Math.max(left(keys.pair, PAIR), hasFailed ? left(keys.shared, SHARED) : 0));
}

/** Seconds to wait after so many failures. */
function waitAfter(failures: number, { free, longest }: Patience = PAIR): number {
  return failures < free ? 0 : Math.min(longest, 2 ** (failures - free));
}

/** The pair has shown who it is; of what it shares with others, only its own try is taken back. */
async function forgive(transaction: Transaction, { pair, shared }: Keys): Promise<void> {
  const ofShared = eq(signInFailure.digest, shared);
  await transaction.delete(signInFailure).where(eq(signInFailure.digest, pair));
  await transaction.delete(signInFailure).where(sql`${ofShared} and ${signInFailure.count} = 1`);
  await transaction
    .update(signInFailure)
    .set({ count: sql`${signInFailure.count} - 1` })
    .where(ofShared);
}

/** Kept by digest with the secret: neither who nor where can be read back, or guessed from a copy of the database. */
function keysOf({ configuration }: AuthContext, { what, whose, from }: Trial): Keys {
  const digest = (...parts: string[]): string =>
    createHmac('sha256', authSecret(configuration)).update(JSON.stringify(parts)).digest('hex');
  return {
    pair: digest(what, 'pair', whose, from),
    shared: what === 'code' ? digest(what, 'person', whose) : digest(what, 'everybody there', from),
  };
}

function instant(at: Temporal.Instant): string {
  return at.toString({ fractionalSecondDigits: 3 });
}

function secondsBetween(then: string, now: Temporal.Instant): number {
  return (now.epochMilliseconds - new Date(then).getTime()) / 1000;
}

import { hashPassword as hash, verifyPassword as verify } from 'better-auth/crypto';
import { and, eq } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Selecting, Transaction } from '../../db/client.ts';
import { account } from '../../db/schema/account.ts';
import { uuidV7 } from '../audit/uuid-v7.ts';
import { Turns } from './turns.ts';

/** Length of a password, in characters (NIST SP 800-63B-4, 3.1.1.2: length is what counts, not kinds of characters). */
export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 128;

/** Why a password cannot be taken. */
export type PasswordFault = 'password-short' | 'password-long' | 'password-like-person';

/** The salted scrypt of a password: what alone is stored. */
export type PasswordHash = string & { readonly isPasswordHash: true };

/** What is wrong with a password that somebody chose; undefined when it can be taken. */
export function passwordFault(
  password: string,
  { name, email }: { readonly name: string; readonly email: string },
): PasswordFault | undefined {
  // Code points: a sign that takes two units of UTF-16 is one to whoever types it.
  if (Array.from(password).length < SHORTEST_PASSWORD) return 'password-short';
  if (password.length > LONGEST_PASSWORD) return 'password-long';
  const chosen = plain(password);
  const own = [name, email, email.split('@')[0] ?? ''].map(plain);
  return own.includes(chosen) ? 'password-like-person' : undefined;
}

/** Letters and digits only, in lower case: `Ada Lovelace` and `ada.lovelace` are one. */
function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** There are few threads for such work, and whoever guesses must not keep pages and files waiting for all of them. */
const turns = new Turns();

/** Takes a tenth of a second, on another thread: to be done before a transaction, not in it. */
export async function hashPassword(password: string): Promise<PasswordHash> {
  return (await turns.take('scrypt', () => hash(password))) as PasswordHash;
}

/** Whether it is the password that was hashed. Takes as long as hashing it. */
export function verifyPassword(given: {
  readonly hash: string;
  readonly password: string;
}): Promise<boolean> {
  return turns.take('scrypt', () => verify(given));
}

/** Gives a member of staff this password in place of any other. Their sessions are the caller's business. */
export async function setPassword(
  transaction: Transaction,
  {
    staff,
    hash: password,
    at,
  }: { readonly staff: string; readonly hash: PasswordHash; readonly at: Temporal.Instant },
): Promise<void> {
  const now = new Date(at.epochMilliseconds);
  const id = uuidV7(at);
  await transaction
    .insert(account)
    .values({
      id,
      accountId: staff,
      providerId: 'credential',
      userId: staff,
      password,
      createdAt: now,
      updatedAt: now,
    })
    .onConflictDoUpdate({
      target: [account.providerId, account.accountId],
      set: { password, updatedAt: now },
    });
}

/** Whether a member of staff has a password; who has none signs in by the provider. */
export async function hasPassword(reader: Selecting, staff: string): Promise<boolean> {
  return (await passwordOf(reader, staff)) !== undefined;
}

/** Whether it is the password of this member of staff. */
export async function isPasswordOf(reader: Selecting, staff: string, password: string): Promise<boolean> {
  const stored = await passwordOf(reader, staff);
  return stored !== undefined && verifyPassword({ hash: stored, password });
}

async function passwordOf(reader: Selecting, staff: string): Promise<string | undefined> {
  const [row] = await reader
    .select({ password: account.password })
    .from(account)
    .where(and(eq(account.userId, staff), eq(account.providerId, 'credential')));
  return row?.password ?? undefined;
}

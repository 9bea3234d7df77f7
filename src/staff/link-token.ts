import { createHash, randomBytes } from 'node:crypto';

/** What stands in a one-time link: 256 random bits, in letters that an address carries as they are (base64url). */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * What is stored of a token. Looked up by it, no comparison takes longer the nearer a guess is: whoever guesses cannot
 * choose the digest.
 */
export function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Whether a text can be a token at all. */
export function isToken(text: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(text);
}

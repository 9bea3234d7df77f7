import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether two secrets are the same, told in a time that says nothing of where they differ or how long they are. */
export function isSameSecret(one: string, other: string): boolean {
  return timingSafeEqual(digestOf(one), digestOf(other));
}

function digestOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

import { randomInt } from 'node:crypto';
import { isSameSecret } from './same-secret.ts';

/** No two signs that look alike, and no vowels: codes are read from paper, and spell nothing. */
const SIGNS = 'bcdfghjkmnpqrstvwxz23456789';
const COUNT = 10;
const LENGTH = 12;

/** Ten new codes for whoever is without their app: each serves once. `bcdf-ghjk-mnpq` */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: COUNT }, () => {
    const signs = Array.from({ length: LENGTH }, () => SIGNS.charAt(randomInt(SIGNS.length)));
    return signs.join('').replaceAll(/(.{4})(?=.)/g, '$1-');
  });
}

/** The codes that are left when this one has been used; undefined when it is none of them. */
export function withoutCode(codes: readonly string[], code: string): string[] | undefined {
  const left = codes.filter((one) => !isSameSecret(plain(one), plain(code)));
  return left.length < codes.length ? left : undefined;
}

function plain(code: string): string {
  return code.toLowerCase().replaceAll(/[\s-]/g, '');
}

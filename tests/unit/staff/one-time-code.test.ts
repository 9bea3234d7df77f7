import { base32 } from '@better-auth/utils/base32';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  codeAt,
  inGroupsOfFour,
  isCodeOf,
  newSecret,
  otpauthAddress,
} from '../../../src/staff/one-time-code.ts';
import { appCode } from '../../support/app-codes.ts';

// RFC 6238, appendix B: the secret for SHA-1; the last six of its eight digits.
const SECRET = base32.encode('12345678901234567890', { padding: false });
const VECTORS: readonly (readonly [number, string])[] = [
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
];
const at = (seconds: number) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000);

describe('a one-time code', () => {
  it.each(VECTORS)('at second %i is %s', async (seconds, code) => {
    expect(await codeAt(SECRET, at(seconds))).toBe(code);
    expect(appCode(SECRET, at(seconds))).toBe(code);
  });

  it('is good from the period before its own to the one after', async () => {
    const code = await codeAt(SECRET, at(90));
    const seconds = [59, 60, 90, 149, 150];
    const good = await Promise.all(seconds.map((second) => isCodeOf(SECRET, code, at(second))));
    expect(good).toEqual([false, true, true, true, false]);
  });

  it.each(['', ' ', '28708', '2870820', 'abcdef', '２８７０８２', '287082\u0000', '-28708'])(
    'is not %j',
    async (code) => {
      expect(await isCodeOf(SECRET, code, at(59))).toBe(false);
    },
  );

  it('may be typed with a space', async () => {
    expect(await isCodeOf(SECRET, ' 287 082 ', at(59))).toBe(true);
  });
});

describe('a secret for an app', () => {
  it('has 160 random bits, in base 32, and is shown in groups of four', () => {
    const secret = newSecret();
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(newSecret()).not.toBe(secret);
    expect(inGroupsOfFour(secret)).toMatch(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/);
  });

  it('is told to the app by the address that all apps read', () => {
    const url = new URL(otpauthAddress(SECRET, 'Example B.V.', 'ada@staff.example'));
    expect(url.href).toMatch(/^otpauth:\/\/totp\/Example%20B\.V\.:ada%40staff\.example\?/);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      secret: SECRET,
      issuer: 'Example B.V.',
      digits: '6',
      period: '30',
    });
  });
});

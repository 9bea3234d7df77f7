import { describe, expect, it } from 'vitest';
import { hashPassword, passwordFault } from '../../../src/staff/passwords.ts';

const ADA = { name: 'Ada van der Lovelace', email: 'ada.lovelace-byron@staff.example' };

describe('a password', () => {
  it.each([
    ['', 'password-short'],
    ['eleven char', 'password-short'],
    ['😀'.repeat(11), 'password-short'],
    ['twelve chars', undefined],
    ['😀'.repeat(12), undefined],
    ['x'.repeat(128), undefined],
    ['x'.repeat(129), 'password-long'],
    ['Ada van der Lovelace', 'password-like-person'],
    ['adavanderlovelace', 'password-like-person'],
    ['ADA.LOVELACE-BYRON@STAFF.EXAMPLE', 'password-like-person'],
    ['ada lovelace byron', 'password-like-person'],
    ['Ada van der Lovelace 1815', undefined],
  ])('%j: %s', (password, fault) => {
    expect(passwordFault(password, ADA)).toBe(fault);
  });

  it('is kept as a salted hash', async () => {
    const [first, second] = [await hashPassword('twelve chars'), await hashPassword('twelve chars')];
    expect(first).not.toBe(second);
    expect(first).toMatch(/^[0-9a-f]{32}:[0-9a-f]{128}$/);
  });
});

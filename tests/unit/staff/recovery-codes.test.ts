import { describe, expect, it } from 'vitest';
import { newRecoveryCodes, withoutCode } from '../../../src/staff/recovery-codes.ts';

describe('recovery codes', () => {
  it('are ten, all different, of signs that nobody mistakes for another', () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes)
      expect(code).toMatch(/^([bcdfghjkmnpqrstvwxz2-9]{4}-){2}[bcdfghjkmnpqrstvwxz2-9]{4}$/);
  });

  it('serve once, however they are typed', () => {
    const codes = ['bcdf-ghjk-mnpq', 'rstv-wxz2-3456'];
    for (const typed of ['bcdf-ghjk-mnpq', ' BCDF GHJK MNPQ ', 'bcdfghjkmnpq'])
      expect(withoutCode(codes, typed)).toEqual(['rstv-wxz2-3456']);
    for (const typed of ['', '-', 'bcdf', 'bcdf-ghjk-mnpr'])
      expect(withoutCode(codes, typed)).toBeUndefined();
  });
});

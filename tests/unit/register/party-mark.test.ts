import { describe, expect, it } from 'vitest';
import { HUES, partyMark } from '../../../src/register/views/party-mark.ts';

const textOf = (name: string): string => partyMark('any', name).text;

describe('the initials that stand for a third party', () => {
  it('are those of at most two words, in capitals', () => {
    expect(textOf('Amazon S3')).toBe('AS');
    expect(textOf('sentry')).toBe('S');
    expect(textOf('The Rocket Science Group LLC')).toBe('TR');
  });

  it('pass over signs, and are none where there is no letter or digit', () => {
    expect(textOf('“Acme” & Sons')).toBe('AS');
    expect(textOf('(1Password)')).toBe('1');
    expect(textOf('— …')).toBe('');
  });

  it('are whole characters of any script, in the capitals of no country', () => {
    expect(textOf('e\u0301cole istanbul')).toBe('E\u0301I');
    expect(textOf('四川 云')).toBe('四云');
    expect(textOf('שירותי ענן')).toBe('שע');
    expect(textOf('ßeta')).toBe('S');
    expect(textOf('हिन्दी सेवा')).toBe('हिसे');
  });

  it('stand on a ground that comes from the id alone', () => {
    expect(partyMark('sentry', 'Sentry').hue).toBe(partyMark('sentry', 'Another name').hue);
    const hues = Array.from({ length: 200 }, (_, n) => partyMark(`third-party-${String(n)}`, 'Any').hue);
    expect(new Set(hues)).toEqual(new Set(HUES));
  });
});

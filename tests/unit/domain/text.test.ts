import { describe, expect, test } from 'vitest';
import { canonical, isCanonical, isDeeperThan, sameJson } from '../../../src/domain/json.ts';
import {
  besideRedactionMarks,
  idSchema,
  isRedacted,
  languageSchema,
  lineSchema,
  linkSchema,
  mailboxSchema,
  proseSchema,
  redactionMark,
  textSchema,
} from '../../../src/domain/text.ts';

describe('published text', () => {
  test.each([
    ['a control character', 'a\u0000b'],
    ['a carriage return', 'a\r\nb'],
    ['an escape', 'a\u001Bb'],
    ['a delete', 'a\u007Fb'],
    ['a control character of the second range', 'a\u0085b'],
    ['half a character', 'a\uD83E'],
    ['the other half of one', '\uDD93 a'],
    ['a direction override', 'a\u202Eb'],
    ['a direction isolate', 'a\u2066b'],
    ['no character at all', 'a\uFFFEb'],
    ['white space before it', ' a'],
    ['a line break after it', 'a\n'],
    ['a non-breaking space after it', 'a\u00A0'],
    ['nothing in it', ''],
  ])('with %s is refused', (_, text) => {
    expect(proseSchema.safeParse(text).success).toBe(false);
    expect(lineSchema.safeParse(text).success).toBe(false);
  });

  test.each([
    'Zoë 🦓',
    'العربية',
    '<script>alert(1)</script>',
    '=1+1',
    'a & b',
    "O'Neill",
    '日本語',
    'a\u200Fb',
  ])('can be %j', (text) => {
    expect(proseSchema.safeParse(text).success).toBe(true);
    expect(lineSchema.safeParse(text).success).toBe(true);
  });

  test.each(['a\nb', 'a\tb', 'a\u2028b', 'a\u2029b'])(
    '%j may have paragraphs, but is not one line',
    (text) => {
      expect(proseSchema.safeParse(text).success).toBe(true);
      expect(lineSchema.safeParse(text).success).toBe(false);
    },
  );

  test('has a length that is bounded', () => {
    expect(lineSchema.safeParse('a'.repeat(501)).success).toBe(false);
    expect(proseSchema.safeParse('a'.repeat(5001)).success).toBe(false);
  });

  test('is in at least one language', () => {
    expect(textSchema.safeParse({}).success).toBe(false);
    expect(textSchema.safeParse({ en: 'a', 'zh-Hant': 'b', und: 'c' }).success).toBe(true);
  });
});

test.each(['constructor', '__proto__', 'toString', 'EN', 'e', '', 'en_US', `en-${'a-'.repeat(40)}b`])(
  '%j is no language',
  (text) => {
    expect(languageSchema.safeParse(text).success).toBe(false);
  },
);

test.each(['__proto__', 'toString', 'A', 'a--b', '-a', 'a-', 'a/b', 'a.b', 'a b', '', 'é', 'a'.repeat(81)])(
  '%j is no id',
  (text) => {
    expect(idSchema.safeParse(text).success).toBe(false);
  },
);

test.each(['constructor', 'valueof', 'amazon-s3', '1', 'a1-b2'])('%j is an id', (text) => {
  expect(idSchema.safeParse(text).success).toBe(true);
});

test.each([
  'javascript:alert(1)',
  'data:text/html,a',
  '//example.com',
  'example.com',
  'https://',
  'https://a b',
  'ftp://a.b',
])('%j is no link', (text) => {
  expect(linkSchema.safeParse(text).success).toBe(false);
});

test.each(['a@b', 'a b@example.com', '<a@example.com>', '@example.com', 'a@@example.com'])(
  '%j is no mailbox',
  (text) => {
    expect(mailboxSchema.safeParse(text).success).toBe(false);
  },
);

describe('a mark of redaction', () => {
  const mark = redactionMark('2026-05-01');

  test('is known by its form, wherever it stands', () => {
    expect(isRedacted(`Ask ${mark} at the desk`)).toBe(true);
    expect(isRedacted('⟦redacted⟧')).toBe(false);
  });

  test('may stand in the place of an address', () => {
    expect(mailboxSchema.safeParse(mark).success).toBe(true);
    expect(linkSchema.safeParse(`https://example.com/${mark}`).success).toBe(true);
  });

  test('is left alone when the text beside it is changed', () => {
    const shout = (piece: string) => piece.toUpperCase();
    expect(besideRedactionMarks(`ask ${mark} or ${mark} now`, shout)).toBe(`ASK ${mark} OR ${mark} NOW`);
    expect(besideRedactionMarks('redacted', shout)).toBe('REDACTED');
  });
});

describe('canonical JSON', () => {
  test('has one text for one value, whatever the order of its keys', () => {
    expect(canonical({ b: [1, { d: null, c: 'é' }], a: true })).toBe('{"a":true,"b":[1,{"c":"é","d":null}]}');
    expect(sameJson({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(true);
    expect(sameJson([1, 2], [2, 1])).toBe(false);
  });

  test.each([[undefined], [Number.NaN], ['\uD800'], [{ a: '\uDC00' }], [() => 1], [1n]])(
    'has no text for %s',
    (value) => {
      expect(isCanonical(value)).toBe(false);
      expect(() => canonical(value)).toThrow();
    },
  );

  test('can be asked how deep it is without going all the way down', () => {
    const deep: unknown = JSON.parse('['.repeat(50_000) + ']'.repeat(50_000));
    expect(isDeeperThan(deep, 8)).toBe(true);
    expect(isDeeperThan({ a: [{ b: 1 }] }, 3)).toBe(false);
    expect(isDeeperThan({ a: [{ b: 1 }] }, 2)).toBe(true);
  });
});

import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { compress, isWorthCompressing } from '../../../src/web/compress.ts';

describe('what is packed', () => {
  it.each([
    ['gzip', gunzipSync],
    ['br', brotliDecompressSync],
  ] as const)('as %s is the same bytes again when it is unpacked', async (coding, unpack) => {
    for (const length of [0, 300, 70_000, 600_000]) {
      const body = Buffer.from('Sentry – Functional Software, Inc. '.repeat(length / 35));
      expect(unpack(await compress(body, coding)).equals(body)).toBe(true);
    }
  });

  it('takes no more memory than its bytes, or the bounds of what is kept would not hold', async () => {
    for (const coding of ['gzip', 'br'] as const) {
      const packed = await compress(Buffer.from('The same words again. '.repeat(2000)), coding);
      expect(packed.buffer.byteLength).toBe(packed.length);
    }
  });

  it('is text that is long enough to gain by it', () => {
    expect(isWorthCompressing('text/html; charset=utf-8', 5000)).toBe(true);
    expect(isWorthCompressing('application/rss+xml; charset=utf-8', 5000)).toBe(true);
    expect(isWorthCompressing('image/svg+xml', 5000)).toBe(true);
    expect(isWorthCompressing('text/html; charset=utf-8', 100)).toBe(false);
    expect(isWorthCompressing('image/png', 5000)).toBe(false);
  });
});

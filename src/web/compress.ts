import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Coding } from './content-codings.ts';

const brotliAsync = promisify(brotliCompress);
const gzipAsync = promisify(gzip);

const SMALLEST_WORTH_IT = 256;
const COMPRESSIBLE =
  /^(?:text\/|image\/svg|application\/(?:[\w.-]+\+)?(?:json|xml|javascript|x-ndjson|jsonl))/;

/** Whether packing such bytes saves anything: pictures and fonts are packed already, and headers have a size too. */
export function isWorthCompressing(contentType: string, length: number): boolean {
  return length >= SMALLEST_WORTH_IT && COMPRESSIBLE.test(contentType);
}

/** Packs the bytes, off the main thread. */
export async function compress(body: Buffer, coding: Exclude<Coding, 'identity'>): Promise<Buffer> {
  return alone(await packed(body, coding));
}

function packed(body: Buffer, coding: Exclude<Coding, 'identity'>): Promise<Buffer> {
  if (coding === 'gzip') return gzipAsync(body, { level: 9 });
  return brotliAsync(body, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: brotliQuality(body.length),
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  });
}

/** Packing happens once, while the first reader waits: thorough for pages, quicker for the large files. */
function brotliQuality(length: number): number {
  if (length <= 64 * 1024) return 9;
  return length <= 512 * 1024 ? 7 : 5;
}

/** The bytes in memory of their own: zlib gives a part of a block of 64 KB, which would be held for as long as they are. */
function alone(part: Buffer): Buffer {
  const whole = Buffer.allocUnsafeSlow(part.length);
  part.copy(whole);
  return whole;
}

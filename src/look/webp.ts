import { LogoError } from './logo-error.ts';
import type { Size } from './read-logo.ts';

/**
 * The size of a WebP (RFC 9649): lossy, lossless, or extended.
 *
 * @throws LogoError `broken`
 */
export function webpSize(bytes: Uint8Array): Size {
  const file = Buffer.from(bytes);
  // All chunks have an even length; the header of the file does not count itself.
  if (file.length < 30 || file.readUInt32LE(4) + 8 !== file.length) throw new LogoError('broken');
  const read = SIZES[file.toString('latin1', 12, 16)];
  if (!read) throw new LogoError('broken');
  return read(file);
}

const ANIMATED = 0x02;

const SIZES: Readonly<Record<string, (file: Buffer) => Size>> = {
  'VP8 ': (file) => {
    if (file.readUIntBE(23, 3) !== 0x9d012a) throw new LogoError('broken');
    return { width: file.readUInt16LE(26) & 0x3fff, height: file.readUInt16LE(28) & 0x3fff };
  },
  VP8L: (file) => {
    if (file[20] !== 0x2f) throw new LogoError('broken');
    const sides = file.readUInt32LE(21);
    return { width: (sides & 0x3fff) + 1, height: ((sides >>> 14) & 0x3fff) + 1 };
  },
  VP8X: (file) => {
    if ((file.readUInt8(20) & ANIMATED) !== 0) throw new LogoError('broken', 'ANIM');
    return { width: file.readUIntLE(24, 3) + 1, height: file.readUIntLE(27, 3) + 1 };
  },
};

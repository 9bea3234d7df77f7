import { crc32 } from 'node:zlib';
import { LogoError } from './logo-error.ts';
import type { Size } from './read-logo.ts';

const SIGNATURE = 8;
/** Length, name and checksum of a chunk. */
const AROUND = 12;

/**
 * The size of a PNG, whose chunks must follow one another to the end (PNG specification, section 5).
 *
 * @throws LogoError `broken`
 */
export function pngSize(bytes: Uint8Array): Size {
  const file = Buffer.from(bytes);
  const names: string[] = [];
  for (let at = SIGNATURE; at < file.length;) {
    const { name, end } = chunkAt(file, at);
    names.push(name);
    at = end;
  }
  if (names[0] !== 'IHDR' || names.at(-1) !== 'IEND' || !names.includes('IDAT'))
    throw new LogoError('broken');
  // An animation is a PNG with one chunk more.
  if (names.includes('acTL')) throw new LogoError('broken', 'acTL');
  return { width: file.readUInt32BE(SIGNATURE + 8), height: file.readUInt32BE(SIGNATURE + 12) };
}

function chunkAt(file: Buffer, at: number): { name: string; end: number } {
  if (at + AROUND > file.length) throw new LogoError('broken');
  const end = at + AROUND + file.readUInt32BE(at);
  if (end > file.length || crc32(file.subarray(at + 4, end - 4)) !== file.readUInt32BE(end - 4))
    throw new LogoError('broken');
  return { name: file.toString('latin1', at + 4, at + 8), end };
}

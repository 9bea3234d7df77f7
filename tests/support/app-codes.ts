import { createHmac } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';

const BASE_32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/**
 * What an app for one-time codes shows at the instant for the secret it was given (RFC 6238 with RFC 4226, 5.3): written
 * after the standards, and by nothing that the registry uses.
 */
export function appCode(secret: string, at: Temporal.Instant, { seconds = 0 } = {}): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor((at.epochMilliseconds / 1000 + seconds) / 30)));
  const digest = createHmac('sha1', fromBase32(secret.replaceAll(' ', '')))
    .update(counter)
    .digest();
  const offset = digest.readUInt8(19) & 0xf;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

function fromBase32(text: string): Buffer {
  const bits = text
    .split('')
    .map((sign) => BASE_32.indexOf(sign).toString(2).padStart(5, '0'))
    .join('');
  const bytes = bits.match(/.{8}/g) ?? [];
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)));
}

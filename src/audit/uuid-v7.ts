import { randomBytes } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';

/**
 * A UUID of version 7 (RFC 9562, 5.7) made at the instant: 48 bits of milliseconds, the rest random. The platform's own
 * asks the system's clock; the registry is told the time.
 */
export function uuidV7(at: Temporal.Instant): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(at.epochMilliseconds, 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

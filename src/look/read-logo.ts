import { LogoError } from './logo-error.ts';
import type { Logo, LogoType } from './look.ts';
import { pngSize } from './png.ts';
import { svgSize } from './svg.ts';
import { webpSize } from './webp.ts';

/** In bytes: it is sent with the first page that somebody reads. */
export const LARGEST_LOGO = 64 * 1024;
/** In pixels, either way. */
export const MOST_PIXELS = 4096;

/** Width and height in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * Reads a logo. Its type is told by its bytes, never by its name.
 *
 * @throws LogoError
 */
export function readLogo(bytes: Uint8Array): Logo {
  if (bytes.length === 0) throw new LogoError('empty');
  if (bytes.length > LARGEST_LOGO) throw new LogoError('too-large');
  const type = typeOf(bytes);
  const { width, height } = SIZES[type](bytes);
  if (![width, height].every((side) => side >= 1 && side <= MOST_PIXELS))
    throw new LogoError('wrong-size', `${String(width)} × ${String(height)}`);
  return { type, width, height, bytes };
}

const SIZES: Readonly<Record<LogoType, (bytes: Uint8Array) => Size>> = {
  'image/png': pngSize,
  'image/svg+xml': svgSize,
  'image/webp': webpSize,
};

const PNG_SIGNATURE = '\x89PNG\r\n\x1a\n';

function typeOf(bytes: Uint8Array): LogoType {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  if (start.startsWith(PNG_SIGNATURE)) return 'image/png';
  if (start.startsWith('RIFF') && start.startsWith('WEBP', 8)) return 'image/webp';
  // A byte order mark, a declaration, comments: what follows is for its own reader to judge.
  if (/^(?:\xef\xbb\xbf)?\s*<(?:\?xml|!--|!DOCTYPE|svg[\s>:])/i.test(start)) return 'image/svg+xml';
  throw new LogoError('unknown-type');
}

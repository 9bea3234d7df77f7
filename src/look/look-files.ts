import { createHash } from 'node:crypto';
import { GROUNDS, type Ground, type Look, type LogoType } from './look.ts';
import { accentSheet } from './sheet.ts';

/** A file that a look is made of. Its path has its content's hash: the same path is the same bytes for ever. */
export interface LookFile {
  readonly path: string;
  readonly type: 'text/css; charset=utf-8' | LogoType;
  readonly bytes: Uint8Array;
}

export type LookFiles = Readonly<Partial<Record<'sheet' | Ground, LookFile>>>;

const ENDINGS = {
  'image/png': 'png',
  'image/svg+xml': 'svg',
  'image/webp': 'webp',
} as const satisfies Record<LogoType, string>;

/** The files of a look; none where it is the registry's own. */
export function lookFiles({ accent, logos }: Look): LookFiles {
  const pictures = GROUNDS.flatMap((ground): [Ground, LookFile][] => {
    const logo = logos[ground];
    return logo ? [[ground, fileOf('logo', ENDINGS[logo.type], logo.type, logo.bytes)]] : [];
  });
  return {
    ...(accent !== undefined && { sheet: sheetOf(accent) }),
    ...(Object.fromEntries(pictures) as Partial<Record<Ground, LookFile>>),
  };
}

function sheetOf(accent: string): LookFile {
  return fileOf('look', 'css', 'text/css; charset=utf-8', Buffer.from(accentSheet(accent)));
}

function fileOf(name: string, ending: string, type: LookFile['type'], bytes: Uint8Array): LookFile {
  return { path: `/${name}-${digestOf(bytes)}.${ending}`, type, bytes };
}

/** Of a picture, for the audit log and for its address: the first 16 digits of its SHA-256. */
export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16);
}

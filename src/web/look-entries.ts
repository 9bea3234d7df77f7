import type { LookFile } from '../look/look-files.ts';
import type { KeptLook } from '../look/look-keeper.ts';
import { Entry } from './entry.ts';
import { OWN_HEADERS, pictureHeaders, securityHeaders } from './security-headers.ts';
import type { Files } from './site.ts';

/** Puts the files of the organisation's look beside those of the build. */
export function withLook(
  built: Files,
  look: { readonly current: () => KeptLook; readonly version: () => number },
  publicUrl: string,
): Files {
  let version: number | undefined;
  let now = new Map<string, Entry>();
  // A page that was read just before the look changed still asks for what it was made with.
  let before = now;
  const refresh = (): void => {
    if (version === look.version()) return;
    version = look.version();
    before = now;
    now = entriesOf(look.current(), publicUrl);
  };
  return {
    get: (path) => {
      const file = built.get(path);
      if (file) return file;
      refresh();
      return now.get(path) ?? before.get(path);
    },
  };
}

function entriesOf({ files }: KeptLook, publicUrl: string): Map<string, Entry> {
  return new Map(Object.values(files).map((file) => [file.path, entryOf(file, publicUrl)]));
}

function entryOf({ type, bytes }: LookFile, publicUrl: string): Entry {
  const headers = type.startsWith('image/') ? pictureHeaders(publicUrl) : securityHeaders(publicUrl);
  return new Entry({
    status: 200,
    contentType: type,
    body: Buffer.from(bytes),
    cacheControl: 'public, max-age=31536000, immutable',
    headers: [...headers, ...OWN_HEADERS],
  });
}

import { readdir, readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { Entry } from './entry.ts';
import { OWN_HEADERS, type FlatHeaders } from './security-headers.ts';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'text/xml; charset=utf-8',
  '.xsl': 'text/xsl; charset=utf-8',
};

/** What the build gives a name after its content: the same name is the same bytes for ever. */
const NAMED_BY_CONTENT = '/_astro/';

/**
 * Reads the files of a folder, few and small, into memory.
 *
 * @returns entries by path: `/favicon.svg`
 * @throws Error when there is no such folder
 */
export async function readStaticFiles(folder: string, headers: FlatHeaders): Promise<Map<string, Entry>> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = found.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name));
  const entries = paths.map(async (path): Promise<[string, Entry]> => {
    const address = path.slice(folder.length).split(sep).join('/');
    return [address, fileEntry(address, await readFile(path), headers)];
  });
  return new Map(await Promise.all(entries));
}

function fileEntry(address: string, body: Buffer, headers: FlatHeaders): Entry {
  const lasts = address.startsWith(NAMED_BY_CONTENT);
  return new Entry({
    status: 200,
    contentType: CONTENT_TYPES[extname(address)] ?? 'application/octet-stream',
    body,
    cacheControl: lasts ? 'public, max-age=31536000, immutable' : 'public, no-cache',
    headers: [...headers, ...OWN_HEADERS],
  });
}

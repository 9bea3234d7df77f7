import { RegistryError } from '../errors.ts';
import { Entry } from './entry.ts';
import { OPEN_HEADERS, OWN_HEADERS, type FlatHeaders } from './security-headers.ts';

/** The only headers of a rendered answer that reach the reader; all others are the front's to say. */
const PASSED_ON = ['Content-Language', 'Content-Disposition', 'Link', 'Location'];

interface Manner {
  /** What to answer with instead of the response's own status. */
  readonly status?: number;
  readonly cacheControl: string;
  readonly headers: FlatHeaders;
  readonly open: boolean;
  readonly modifiedAt?: number;
}

/**
 * Turns what was rendered into an entry. Only a success may be stored by anybody.
 *
 * @throws RegistryError `not-found` when the page has no words of its own for it
 * @throws Error when the response says that rendering failed
 */
export async function entryOf(response: Response, manner: Manner): Promise<Entry> {
  if (response.status === 404 && response.body === null) throw new RegistryError('not-found', []);
  if (response.status >= 500) throw new Error(`A page answered with status ${String(response.status)}.`);
  const status = manner.status ?? response.status;
  return new Entry({
    status,
    contentType: withCharset(response.headers.get('content-type') ?? 'application/octet-stream'),
    body: Buffer.from(await response.arrayBuffer()),
    cacheControl: status === 200 ? manner.cacheControl : 'no-store',
    headers: [
      ...manner.headers,
      ...(manner.open ? OPEN_HEADERS : OWN_HEADERS),
      ...passedOn(response.headers),
    ],
    ...(manner.modifiedAt !== undefined && { modifiedAt: manner.modifiedAt }),
  });
}

/** What a page says in headers that readers may know. */
export function passedOn(headers: Headers): string[] {
  return PASSED_ON.flatMap((name) => {
    const value = headers.get(name);
    return value === null ? [] : [name, value];
  });
}

/** Everything here is UTF-8; XML and JSON say so themselves, but a charset does them no harm. */
export function withCharset(contentType: string): string {
  return /^text\/|\+xml$|\/xml$/.test(contentType) && !contentType.includes('charset')
    ? `${contentType}; charset=utf-8`
    : contentType;
}

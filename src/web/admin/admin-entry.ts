import { RegistryError } from '../../errors.ts';
import { Entry } from '../entry.ts';
import { passedOn, withCharset } from '../response-entry.ts';
import { OWN_HEADERS, type FlatHeaders } from '../security-headers.ts';
import type { AdminRoute } from './admin-routes.ts';

interface Manner {
  /** Absent for the page about a problem. */
  readonly route?: AdminRoute;
  /** What to answer with instead of the response's own status. */
  readonly status?: number;
  readonly publicUrl: string;
  readonly headers: FlatHeaders;
}

/**
 * Turns what a page of the admin form answered into what is sent: with its cookies, for this reader alone, kept by
 * nobody.
 *
 * @throws RegistryError `not-found` when the page has no words of its own for it
 * @throws Error when the response says that rendering failed, or leads to where its route may not lead
 */
export async function adminEntryOf(response: Response, manner: Manner): Promise<Entry> {
  if (response.status === 404 && response.body === null) throw new RegistryError('not-found', []);
  if (response.status >= 500)
    throw new Error(`An admin page answered with status ${String(response.status)}.`);
  holdHere(response, manner);
  return new Entry({
    status: manner.status ?? response.status,
    contentType: withCharset(response.headers.get('content-type') ?? 'text/plain'),
    body: Buffer.from(await response.arrayBuffer()),
    cacheControl: 'private, no-store',
    headers: [...manner.headers, ...OWN_HEADERS, ...passedOn(response.headers), ...cookiesOf(response)],
  });
}

function cookiesOf({ headers }: Response): string[] {
  return headers.getSetCookie().flatMap((cookie) => ['Set-Cookie', cookie]);
}

/** No page leads to another host, whatever it was asked: only the one that goes to the identity provider does. */
function holdHere({ headers }: Response, { route, publicUrl }: Manner): void {
  const to = headers.get('location');
  if (to === null || route?.leaves) return;
  const isPath = /^\/(?![/\\])/.test(to);
  if (!isPath && URL.parse(to)?.origin !== publicUrl)
    throw new Error(`The page ${route?.path ?? 'about a problem'} leads away from this host.`);
}

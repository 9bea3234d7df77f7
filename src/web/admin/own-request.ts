import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a form was sent by a page of ours. A browser says with each form which origin its page has, and no page can
 * make it lie (Fetch, section 3.2); the address readers use is known from the configuration, so a proxy in front makes no
 * difference. The few browsers that leave the origin out must say at least that the page was of this one.
 */
export function isSentByOwnPage(headers: IncomingHttpHeaders, publicUrl: string): boolean {
  const { origin } = headers;
  return origin === undefined ? headers['sec-fetch-site'] === 'same-origin' : origin === publicUrl;
}

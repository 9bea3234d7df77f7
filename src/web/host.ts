import type { IncomingMessage } from 'node:http';

// A name, an address, or an address of IPv6 in brackets, with a port or without (RFC 3986, section 3.2.2). It may be
// empty, for who asks for something that has no host.
const HOST = /^(?:[\w.~!$&'()*+,;=%-]*|\[[\da-f:.]+\])(?::\d*)?$/i;

/**
 * What is wrong with how a request names its host, in words. HTTP/1.1 asks that it names one, and no version allows two
 * (RFC 9112, section 3.2): two readers of such a request may each believe another. Which one it is makes no difference.
 */
export function hostFault({ headers, rawHeaders, httpVersion }: IncomingMessage): string | undefined {
  const { host } = headers;
  if (host === undefined) return httpVersion === '1.1' ? 'The request names no host.' : undefined;
  if (!HOST.test(host)) return 'The request names a host that cannot be one.';
  return namesTwo(rawHeaders) ? 'The request names its host more than once.' : undefined;
}

/** Of two, node:http shows the first one only. This is asked for every request, so it makes nothing. */
function namesTwo(rawHeaders: readonly string[]): boolean {
  let found = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at];
    if (name?.length === 4 && (name === 'Host' || name.toLowerCase() === 'host')) found += 1;
  }
  return found > 1;
}

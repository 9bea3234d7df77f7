import type { IncomingMessage } from 'node:http';

/** What a browser says of itself; nothing that a proxy, or somebody who plays one, adds. */
const IDENTIFYING = ['cookie', 'user-agent', 'accept-language'] as const;

/**
 * The headers of a request that say who sends it. Host and, on a form, origin are those of the public address: the gate
 * has judged the origin, and which host a request names makes no difference here.
 */
export function identifyingHeaders({ headers, method }: IncomingMessage, publicUrl: string): Headers {
  const kept = new Headers({ host: new URL(publicUrl).host });
  for (const name of IDENTIFYING) {
    const value = headers[name];
    if (value !== undefined) kept.set(name, value);
  }
  if (method === 'POST') kept.set('origin', publicUrl);
  return kept;
}

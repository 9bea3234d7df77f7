import type { IncomingMessage, ServerResponse } from 'node:http';
import { isUnmodifiedSince, namesTag } from './conditions.ts';
import { codingsFor } from './content-codings.ts';
import type { Entry, Variant } from './entry.ts';

/** Sends the entry at once if its form for this reader is made already. Every cached answer takes this way. */
export function sendIfReady(request: IncomingMessage, response: ServerResponse, entry: Entry): boolean {
  const coding = entry.choose(codingsFor(request.headers['accept-encoding']));
  const variant = coding && entry.ready(coding);
  if (variant) send(request, response, entry, variant);
  return variant !== undefined;
}

/** Sends a form of the entry, or only that the reader has it already. */
export function send(
  request: IncomingMessage,
  response: ServerResponse,
  entry: Entry,
  variant: Variant,
): void {
  if (variant.tag !== undefined && isKnownToReader(request, entry, variant.tag)) {
    response.writeHead(304, variant.notModified);
    response.end();
    return;
  }
  response.writeHead(entry.status, variant.headers);
  if (request.method === 'HEAD') response.end();
  else response.end(variant.body);
}

/** A date counts only where no tag is given: it is the coarser of the two (RFC 9110, section 13.2.2). */
function isKnownToReader({ headers }: IncomingMessage, entry: Entry, tag: string): boolean {
  const tags = headers['if-none-match'];
  if (tags !== undefined) return namesTag(tags, tag);
  const since = headers['if-modified-since'];
  return since !== undefined && entry.modifiedAt !== undefined && isUnmodifiedSince(since, entry.modifiedAt);
}

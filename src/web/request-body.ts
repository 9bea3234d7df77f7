import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Entry } from './entry.ts';
import { LARGEST_BODY, LINGERING } from './limits.ts';

export function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';
}

/** Whether the request says itself that its body is over the limit. */
export function declaresTooMuch({ headers }: IncomingMessage, limit = LARGEST_BODY): boolean {
  return Number(headers['content-length'] ?? '0') > limit;
}

/**
 * Whether the body stays within the limit. What declares its length is believed at once; what does not is read, to
 * its end or to the limit. A reader that went away in between stayed within it.
 */
export async function bodyFits(request: IncomingMessage): Promise<boolean> {
  if (request.headers['content-length'] !== undefined) return !declaresTooMuch(request);
  return !hasBody(request) || readToLimit(request);
}

function readToLimit(request: IncomingMessage): Promise<boolean> {
  return new Promise((resolve) => {
    let length = 0;
    request.on('data', function count(chunk: Buffer) {
      length += chunk.length;
      if (length <= LARGEST_BODY) return;
      request.off('data', count);
      resolve(false);
    });
    request.once('close', () => {
      resolve(true);
    });
    request.once('end', () => {
      resolve(true);
    });
  });
}

/**
 * Reads the body.
 *
 * @param limit in bytes
 * @returns `too-large` as soon as that is known: what still comes is left unread; what had come when the sender went away
 */
export function readBody(request: IncomingMessage, limit: number): Promise<Buffer | 'too-large'> {
  if (declaresTooMuch(request, limit)) return Promise.resolve('too-large');
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const end = (): void => {
      resolve(Buffer.concat(chunks));
    };
    request.on('data', function keep(chunk: Buffer) {
      length += chunk.length;
      chunks.push(chunk);
      if (length <= limit) return;
      request.off('data', keep);
      resolve('too-large');
    });
    request.once('end', end);
    request.once('close', end);
  });
}

/**
 * Answers a reader who is still sending, and ends the connection. Closed at once, the reader's system would throw the
 * answer away unread (RFC 9112, section 9.6): so what still comes is dropped for a while before the line is cut.
 */
export function answerAndHangUp(request: IncomingMessage, response: ServerResponse, entry: Entry): void {
  const { body, headers } = entry.identity;
  response.writeHead(entry.status, headers);
  if (request.method === 'HEAD') response.flushHeaders();
  else response.write(body);
  const cut = setTimeout(() => request.socket.destroy(), LINGERING).unref();
  response.once('close', () => {
    clearTimeout(cut);
  });
  request.once('end', () => response.end());
  request.resume();
}

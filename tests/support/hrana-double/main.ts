import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import type { Pipeline } from './protocol.ts';
import { Stream } from './stream.ts';
import { errorMessage } from './values.ts';

/**
 * A double of a libSQL server: speaks its protocol over a SQLite file, in a process of its own. It proves that the client
 * is used rightly; what a real server does beyond the protocol, it does not show.
 *
 * Arguments: the file, and a token to ask for. Prints its port.
 */
const [path, token] = process.argv.slice(2);
if (path === undefined) throw new Error('Name the database file.');

/** A stream whose client is gone is rolled back after a while, as the server does. */
const STREAM_LIFETIME = 2000;
const streams = new Map<string, Stream>();

function streamOf(baton: string | null | undefined, file: string): Stream {
  if (baton === undefined || baton === null) return new Stream(file);
  const stream = streams.get(baton);
  if (!stream) throw new Error('The stream has expired.');
  streams.delete(baton);
  return stream;
}

function resultOf(stream: Stream, request: Pipeline['requests'][number]): object {
  try {
    return { type: 'ok', response: stream.answer(request) };
  } catch (error) {
    return { type: 'error', error: errorMessage(error) };
  }
}

async function answer(request: IncomingMessage, response: ServerResponse, file: string): Promise<void> {
  if (token !== undefined && request.headers.authorization !== `Bearer ${token}`) {
    response.writeHead(401, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ message: 'Unauthorized', code: 'AUTH_JWT_INVALID' }));
    return;
  }
  if (request.method !== 'POST' || request.url !== '/v2/pipeline') {
    response.writeHead(404).end();
    return;
  }
  const { baton, requests } = (await json(request)) as Pipeline;
  const stream = streamOf(baton, file);
  const results = requests.map((one) => resultOf(stream, one));
  const next = stream.isOpen ? randomUUID() : null;
  if (next !== null) streams.set(next, stream);
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ baton: next, base_url: null, results }));
}

const server = createServer((request, response) => {
  answer(request, response, path).catch((error: unknown) => {
    response.writeHead(400, { 'content-type': 'application/json' });
    response.end(JSON.stringify(errorMessage(error)));
  });
});

setInterval(() => {
  for (const [baton, stream] of streams) {
    if (performance.now() - stream.lastUsed < STREAM_LIFETIME) continue;
    stream.close();
    streams.delete(baton);
  }
}, 200).unref();

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object' && address) process.stdout.write(`${String(address.port)}\n`);
});
// The parent holds the other end: when it is gone, so is the double.
process.stdin.resume().on('end', () => process.exit(0));

import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerBrokenRequests } from './broken-requests.ts';
import { FAREWELL, LARGEST_HEAD, MOST_CONNECTIONS, TIMES, type Times } from './limits.ts';
import { declaresTooMuch } from './request-body.ts';
import type { FlatHeaders } from './security-headers.ts';

/** A server with bounds on size and time. It answers nothing else than what the handler does, and what is broken. */
export function createHttpServer(
  handler: RequestListener,
  headers: FlatHeaders,
  times: Times = TIMES,
): Server {
  const server = createServer(
    {
      maxHeaderSize: LARGEST_HEAD,
      headersTimeout: times.headers,
      requestTimeout: times.request,
      keepAliveTimeout: times.keepAlive,
      connectionsCheckingInterval: times.look,
      // Answered by the handler, with all its headers.
      requireHostHeader: false,
    },
    handler,
  );
  // Who stops reading is let go too, or a few thousand of them would leave no connection for others.
  server.timeout = times.idle;
  server.on('checkContinue', (request, response) => {
    // What will be refused need not be sent first (RFC 9110, section 10.1.1).
    if (!declaresTooMuch(request)) response.writeContinue();
    server.emit('request', request, response);
  });
  server.maxConnections = MOST_CONNECTIONS;
  answerBrokenRequests(server, headers);
  return server;
}

/**
 * Listens there.
 *
 * @returns the port that was taken
 * @throws Error as node:net gives it, with a `code` such as `EADDRINUSE`
 */
export async function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port, backlog: 1024 }, () => {
      server.off('error', reject);
      // A server that listens on a port has an address of this form.
      resolve((server.address() as AddressInfo).port);
    });
  });
}

/** Takes no more connections, lets open requests end, and cuts those that take longer than ten seconds. */
export async function closeServer(server: Server): Promise<void> {
  if (!server.listening) return;
  server.prependListener('request', (_request, response) => {
    response.shouldKeepAlive = false;
  });
  const dismissIdle = setInterval(() => {
    server.closeIdleConnections();
  }, 50);
  const cut = setTimeout(() => {
    server.closeAllConnections();
  }, FAREWELL);
  await new Promise((resolve) => server.close(resolve));
  clearInterval(dismissIdle);
  clearTimeout(cut);
}

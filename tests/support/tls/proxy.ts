import { readFileSync } from 'node:fs';
import { request as askBackend } from 'node:http';
import { createServer, request as askByTls, type RequestOptions } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { IncomingHttpHeaders } from 'node:http';
import { projectPath } from '../../../src/project-root.ts';

/** Made for these tests alone, for `localhost`, for a hundred years: it protects nothing. */
const certificate = readFileSync(projectPath('tests', 'support', 'tls', 'localhost.crt'));
const key = readFileSync(projectPath('tests', 'support', 'tls', 'localhost.key'));

/** A server that ends TLS and hands requests on over plain HTTP, as operators put one in front. */
export interface TlsProxy {
  /** `https://localhost:…` */
  readonly url: string;
  /** Where it hands requests on to. */
  backend: string;
  close(): Promise<void>;
}

export async function startTlsProxy(): Promise<TlsProxy> {
  const proxy = { backend: '' };
  const server = createServer({ key, cert: certificate }, (request, response) => {
    const { hostname, port } = new URL(proxy.backend);
    const headers = {
      ...request.headers,
      // As proxies do that are not told otherwise: the host by which they reach what is behind them.
      host: `${hostname}:${port}`,
      'x-forwarded-host': request.headers.host,
      'x-forwarded-proto': 'https',
      'x-forwarded-for': [request.headers['x-forwarded-for'], request.socket.remoteAddress]
        .filter((address) => address !== undefined)
        .join(', '),
    };
    const { method, url: path } = request;
    const onward = askBackend({ hostname, port, method, path, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(proxy, {
    url: `https://localhost:${String(port)}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  });
}

/** Asks over TLS as a program does, with headers that no browser would let a page set. */
export function askOverTls(
  url: string,
  { body, ...options }: RequestOptions & { readonly body?: string },
): Promise<{ readonly status: number; readonly headers: IncomingHttpHeaders }> {
  return new Promise((resolve, reject) => {
    const asked = askByTls(url, { ...options, ca: certificate, agent: false }, (answer) => {
      answer.resume();
      answer.on('end', () => {
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers });
      });
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

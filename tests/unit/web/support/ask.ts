import { request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

export interface Told {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly rawHeaders: readonly string[];
  readonly body: Buffer;
  /** The body unpacked, as text. */
  readonly text: string;
}

export interface Asking {
  readonly method?: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string | Buffer;
}

/** Asks with the path exactly as it is written: no client mends it on the way. */
export function ask(
  base: string,
  path: string,
  { method = 'GET', headers = {}, body }: Asking = {},
): Promise<Told> {
  const { hostname, port } = new URL(base);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const whole = Buffer.concat(chunks);
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          rawHeaders: response.rawHeaders,
          body: whole,
          text: unpacked(whole, response.headers['content-encoding']),
        });
      });
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

function unpacked(body: Buffer, coding: string | undefined): string {
  if (body.length === 0) return '';
  if (coding === 'br') return brotliDecompressSync(body).toString();
  return (coding === 'gzip' ? gunzipSync(body) : body).toString();
}

/** Sends bytes as they are and returns all that comes back before the line is cut. */
export function sendRaw(port: number, ...parts: readonly (string | Buffer)[]): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    let heard = '';
    socket.setEncoding('latin1');
    socket.on('data', (text: string) => (heard += text));
    // Cut while still sending: what was heard until then is the answer.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      resolve(heard);
    });
    for (const part of parts) socket.write(part);
  });
}

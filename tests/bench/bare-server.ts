import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CapturedAnswer } from './capture.ts';

/**
 * The bare server: node:http and nothing else, which sends the bytes and headers it was last told to send. What it
 * achieves is what there is to be had.
 */
let status = 204;
let headers: string[] = [];
let body = Buffer.alloc(0);

const server = createServer({ keepAliveTimeout: 65_000 }, (_request, response) => {
  response.writeHead(status, headers);
  response.end(body);
});

process.on('message', (answer: CapturedAnswer) => {
  ({ status } = answer);
  headers = [...answer.headers];
  body = Buffer.from(answer.body, 'base64');
  process.send?.({ port: (server.address() as AddressInfo).port });
});

process.on('disconnect', () => process.exit(0));

server.listen(0, '127.0.0.1');

import { STATUS_CODES, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { LINGERING, LONGEST_TARGET } from './limits.ts';
import type { FlatHeaders } from './security-headers.ts';

/** What a parser's error reads as in HTTP; whatever else it is, is a bad request. */
const STATUS: Readonly<Record<string, number>> = {
  HPE_INVALID_METHOD: 405,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** Answers what never becomes a request: the parser refused it, it took too long, or it asks for a tunnel. */
export function answerBrokenRequests(server: Server, headers: FlatHeaders): void {
  server.on('clientError', (error: ParserError, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable || isBeingAnswered(socket)) socket.destroy();
    else hangUp(socket, lastWords(statusOf(error), headers));
  });
  server.on('connect', (_request, socket) => {
    hangUp(socket, lastWords(405, headers));
  });
  server.on('checkExpectation', (_request, response) => {
    response.writeHead(417, [...headers, 'Cache-Control', 'no-store', 'Content-Length', '0']).end();
  });
}

interface ParserError extends Error {
  readonly code?: string;
  readonly rawPacket?: Buffer;
}

// What the parser says applies to a request line only if there is one: other protocols knock here too.
const REQUEST_LINE = /^[\w!#$%&'*+.^`|~-]+ /;
const LONG_REQUEST_LINE = new RegExp(`${REQUEST_LINE.source}[^\\r\\n]{${String(LONGEST_TARGET)}}`);

function statusOf({ code = '', rawPacket }: ParserError): number {
  const status = STATUS[code] ?? 400;
  const begins = rawPacket?.toString('latin1') ?? '';
  if (status === 431 && LONG_REQUEST_LINE.test(begins)) return 414;
  return status === 405 && !REQUEST_LINE.test(begins) ? 400 : status;
}

/** An answer under way must not be mixed with another. Node keeps it in a property of its own, and looks there too. */
function isBeingAnswered(socket: Duplex): boolean {
  const response: unknown = Reflect.get(socket, '_httpMessage');
  return typeof response === 'object' && response !== null && Reflect.get(response, 'headersSent') === true;
}

function lastWords(status: number, headers: FlatHeaders): string {
  const text = `${STATUS_CODES[status] ?? 'Bad Request'}\n`;
  const flat = [
    ...['Date', httpDate()],
    ...headers,
    ...['Cache-Control', 'no-store', 'Content-Type', 'text/plain; charset=utf-8'],
    ...['Content-Length', String(text.length), 'Connection', 'close'],
    ...(status === 405 ? ['Allow', 'GET, HEAD'] : []),
  ];
  const lines = flat.map((part, at) => (at % 2 === 0 ? `\r\n${part}: ` : part));
  return `HTTP/1.1 ${String(status)} ${text.trim()}${lines.join('')}\r\n\r\n${text}`;
}

function httpDate(): string {
  // eslint-disable-next-line no-restricted-syntax -- the machine's own time, as node:http puts it on every other answer
  return new Date().toUTCString();
}

/** Lets the words arrive before the line is cut: a reader that still sends would lose them. */
function hangUp(socket: Duplex, words: string): void {
  socket.end(words);
  socket.resume();
  const cut = setTimeout(() => socket.destroy(), LINGERING).unref();
  socket.once('close', () => {
    clearTimeout(cut);
  });
}

import { connect } from 'node:net';

/**
 * A small load generator: asks again as soon as it is answered, on connections that are kept open. The same address has
 * the same answer, so after the first it only counts bytes: it must cost less than what it measures.
 *
 * Arguments: url, seconds, connections, status, header lines.
 */
const [url = '', seconds = '1', connections = '64', status = '200', ...headers] = process.argv.slice(2);
const { hostname, port, host, pathname, search } = new URL(url);
const question = [`GET ${pathname}${search} HTTP/1.1`, `Host: ${host}`, ...headers, '', ''].join('\r\n');

let answers = 0;
let failures = 0;

function ask(): void {
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  let expected = 0;
  let heard = 0;
  let first = '';
  socket.on('connect', () => socket.write(question));
  socket.on('error', () => (failures += 1));
  socket.on('data', (chunk: Buffer) => {
    heard += chunk.length;
    if (expected === 0) {
      first += chunk.toString('latin1');
      expected = lengthOf(first);
    }
    if (expected === 0 || heard < expected) return;
    heard -= expected;
    answers += 1;
    socket.write(question);
  });
}

/** The length of a whole answer in bytes, 0 while its headers are not all there. */
function lengthOf(text: string): number {
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return 0;
  if (!text.startsWith(`HTTP/1.1 ${status} `)) failures += 1;
  return end + 4 + Number(/\r\ncontent-length: (\d+)/i.exec(text)?.[1] ?? 0);
}

for (let n = 0; n < Number(connections); n += 1) ask();

setTimeout(
  () => {
    if (failures > 0) process.stdout.write(`Failed: ${String(failures)}\n`);
    process.stdout.write(`Requests/sec: ${String(answers / Number(seconds))}\n`, () => process.exit(0));
  },
  Number(seconds) * 1000,
);

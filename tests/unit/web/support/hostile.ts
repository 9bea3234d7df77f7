import fc from 'fast-check';
import { connect } from 'node:net';

/** What somebody sends who wishes the server no good, byte for byte. */
export interface HostileRequest {
  readonly bytes: string;
}

function wordsOf(text: string): string[] {
  return text.trim().split(/\s+/);
}

const paths = wordsOf(`
  / /nl/ /en /changes /changes/1 /changes/99 /third-parties/sentry /third-parties/none /about /feed.xml
  /compare /nl/compare /map
  /subprocessors.json /subprocessors.csv /ledger.jsonl /llms.txt /robots.txt /schema/subprocessors-1.json
  /sitemap.xml /.well-known/security.txt /healthz /readyz /400 /404 /500 /_astro/ /_image /admin /api/v1
  /logo-0000000000000000.svg /look-0000000000000000.css /.env /../etc/passwd //evil.example/ *
`);

const nasty = [
  ...wordsOf(`
    %00 % %2e%2e %2f %5c .. . // / ; @ %ff%fe %c0%af %E2%80%AE ~ <script> " ' {{7*7}} __proto__ constructor
    null + -1 1e309 2026-02-30 0
  `),
  ...['\\', '`', '${x}', '\u00e9', '\u00ff', '\t', '\u007f', '[object Object]'],
  ...['x'.repeat(300), '%41'.repeat(500), 'a/'.repeat(200)],
];

const names = wordsOf(`
  on edition since from to q scope role country data safeguard state sort page type class month third-party
  language
  utm_source __proto__ toString on[] Q
`);

const values = [
  '',
  ...wordsOf(`
    2026-01-01 9999-12-31 0001-01-01 1 2 application websites NL EEA outside-eea added email-address
    subprocessor scc planned needs-notice sentry nl mail %20 editorial 2026-01 -place purpose
  `),
];

const piece = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...values) },
  { weight: 3, arbitrary: fc.constantFrom(...nasty).map(encodeURIComponent) },
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }).map(encodeURIComponent) },
  { weight: 1, arbitrary: fc.constantFrom(...nasty) },
);

const pair = fc.tuple(fc.constantFrom(...names), piece).map(([name, value]) => `${name}=${value}`);

const query = fc.oneof(
  { weight: 2, arbitrary: fc.constant('') },
  { weight: 4, arbitrary: fc.array(pair, { maxLength: 6 }).map((pairs) => `?${pairs.join('&')}`) },
  { weight: 1, arbitrary: fc.array(piece, { maxLength: 4 }).map((pieces) => `?${pieces.join('?')}`) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 40 }).map((size) => `?q=${'x'.repeat(size * 500)}`) },
);

const path = fc
  .tuple(
    fc.constantFrom(...paths),
    fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.array(fc.constantFrom(...nasty), { maxLength: 2 }) },
    ),
  )
  .map(([start, ends]) => start + ends.join(''));

const method = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom('GET', 'GET', 'GET', 'HEAD') },
  {
    weight: 3,
    arbitrary: fc.constantFrom('POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE', 'PROPFIND', 'BREW'),
  },
);

const headerPairs: readonly (readonly [string, readonly string[]])[] = [
  [
    'Accept-Encoding',
    ['gzip, br', 'br;q=0.000', 'identity;q=0', '*;q=0', ';,;q', 'gzip;q=1e9', 'x'.repeat(5000), ''],
  ],
  ['If-None-Match', ['*', '"x"', 'W/"', '"a", "b",,', '"'.repeat(3000), '\u00e9']],
  ['If-Modified-Since', ['Sat, 01 Jan 2000 00:00:00 GMT', 'now', '0', '9'.repeat(400)]],
  ['Accept', ['text/html;q=9', '*/*', '/', ',,,']],
  ['Accept-Language', ['nl', 'xx-'.repeat(200), '*;q=-1']],
  ['Cookie', ['session=1', 'a=b; '.repeat(100), '=']],
  ['Host', ['evil.example', '', 'a:b:c', '[::1']],
  ['X-Forwarded-Host', ['evil.example']],
  ['X-Forwarded-For', ['127.0.0.1', 'x, y']],
  ['Range', ['bytes=0-1', 'bytes=-']],
  ['Expect', ['100-continue', 'the unexpected']],
  ['Upgrade', ['websocket', 'h2c']],
  ['Transfer-Encoding', ['chunked', 'gzip', 'chunked, chunked', 'identity']],
  ['Content-Length', ['0', '5', '1048577', '-1', '1, 1', 'x']],
  ['Content-Type', ['application/json', 'multipart/form-data', '\u0001']],
  ['Origin', ['null', 'https://evil.example']],
  ['Bad Name', ['x']],
];

const header = fc
  .constantFrom(...headerPairs)
  .chain(([name, contents]) => fc.constantFrom(...contents).map((content) => `${name}: ${content}`));

const headers = fc.oneof(
  { weight: 2, arbitrary: fc.constant([]) },
  { weight: 3, arbitrary: fc.array(header, { maxLength: 4 }) },
);

const body = fc.oneof(
  { weight: 8, arbitrary: fc.constant('') },
  { weight: 1, arbitrary: fc.string({ maxLength: 40 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('0\r\n\r\n', '5\r\nhello\r\n0\r\n\r\n', 'zz\r\n', '{"a":', '--x--'),
  },
);

const hostile = fc.record({ method, path, query, headers, body }).map((asked) => ({
  bytes: [
    `${asked.method} ${asked.path}${asked.query} HTTP/1.1`,
    'Host: register.example',
    'Connection: close',
    ...asked.headers,
    '',
    asked.body,
  ].join('\r\n'),
}));

/** Requests by chance, the same ones for the same seed. */
export function hostileRequests(count: number, seed: number): HostileRequest[] {
  return fc.sample(hostile, { numRuns: count, seed });
}

/** How long a sender waits, in milliseconds: for a server that has the whole request, and with half of one unsent. */
const PATIENCE = { whole: 20_000, half: 150 } as const;

/** A request may be only half there when it says that a body comes; all others end with their headers. */
const MAY_BE_HALF = /\r\n(?:Transfer-Encoding|Content-Length): /;

/** Sends it and returns all that comes back; nothing when the sender left half a request before anything came. */
export function sendHostile(port: number, { bytes }: HostileRequest): Promise<string | undefined> {
  return new Promise((resolve) => {
    let heard = '';
    let left = false;
    const socket = connect({ host: '127.0.0.1', port });
    const half = MAY_BE_HALF.test(bytes);
    const leave = setTimeout(
      () => {
        left = half;
        socket.end();
      },
      half ? PATIENCE.half : PATIENCE.whole,
    );
    socket.setEncoding('latin1');
    socket.on('data', (text: string) => (heard += text));
    // Cut while still sending: what was heard until then is the answer.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(leave);
      resolve(left && heard === '' ? undefined : heard);
    });
    socket.write(bytes, 'latin1');
  });
}

/** What is wrong with an answer to a hostile request, in words; empty when it is as it should be. */
export function faultsIn(heard: string): string[] {
  const faults: string[] = [];
  const said = heard.replace(/^HTTP\/1\.1 100 Continue\r\n\r\n/, '');
  const [head = ''] = said.split('\r\n\r\n', 1);
  const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(head)?.[1]);
  if (Number.isNaN(status)) faults.push('is no answer');
  if (status >= 500) faults.push(`has status ${String(status)}`);
  for (const name of [
    'Content-Security-Policy',
    'X-Content-Type-Options',
    'Referrer-Policy',
    'X-Frame-Options',
  ])
    if (!head.includes(`\r\n${name}: `)) faults.push(`has no ${name}`);
  if (/\r\nSet-Cookie:/i.test(head)) faults.push('sets a cookie');
  if (/\r\nLocation: (?!\/(?!\/))/i.test(head)) faults.push('leads to another host');
  if (/\bat .{1,200}:\d+:\d+\)?|node:internal|node_modules|Error: /.test(said))
    faults.push('has a stack trace');
  return faults;
}

/** Sends them all, so many at a time, and returns what is wrong with any answer, with the request it answers. */
export async function faultsOf(
  port: number,
  requests: readonly HostileRequest[],
  atOnce = 24,
): Promise<string[]> {
  const faults: string[] = [];
  const waiting = [...requests];
  const sender = async (): Promise<void> => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const heard = await sendHostile(port, next);
      const found = heard === undefined ? [] : faultsIn(heard);
      if (found.length > 0) faults.push(`${JSON.stringify(next.bytes.slice(0, 300))}: ${found.join(', ')}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, sender));
  return faults;
}

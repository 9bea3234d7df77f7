import { createServer, request } from 'node:http';
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { closeServer, createHttpServer, listen } from '../../src/web/http-server.ts';
import { LARGEST_BODY, LARGEST_HEAD, LONGEST_TARGET } from '../../src/web/limits.ts';
import { securityHeaders } from '../../src/web/security-headers.ts';
import { ask, sendRaw } from '../unit/web/support/ask.ts';
import { startStand, type Stand } from '../unit/web/support/stand.ts';

let stand: Stand;

beforeAll(async () => {
  stand = await startStand();
});

afterAll(() => stand.close());

function statusIn(raw: string): number {
  return Number(/^HTTP\/1\.1 (\d{3}) /.exec(raw)?.[1]);
}

/** What a server says when it never got as far as a request must be as guarded as any other answer. */
function expectGuarded(raw: string): void {
  expect(raw).toMatch(/\r\nContent-Security-Policy: default-src 'none'; /);
  expect(raw).toMatch(/\r\nX-Content-Type-Options: nosniff\r\n/);
  expect(raw).toMatch(/\r\nCache-Control: no-store\r\n/);
  expect(raw).not.toMatch(/\r\nSet-Cookie:/i);
}

describe('a request the parser refuses', () => {
  it.each([
    ['BREW / HTTP/1.1\r\nHost: a\r\n\r\n', 405],
    ['get / HTTP/1.1\r\nHost: a\r\n\r\n', 405],
    ['CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n', 405],
    ['GET / HTTP/1.1\r\nHost: a\r\nno colon\r\n\r\n', 400],
    ['GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n', 400],
    ['GET / HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n', 400],
    ['GET / HTTP/9.9\r\nHost: a\r\n\r\n', 400],
    ['\x16\x03\x01\x02\x00\x01\x00', 400],
    ['GET /a b HTTP/1.1\r\nHost: a\r\n\r\n', 400],
    [`GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(LARGEST_HEAD)}\r\n\r\n`, 431],
    [`GET /?${'x'.repeat(LARGEST_HEAD)} HTTP/1.1\r\nHost: a\r\n\r\n`, 414],
  ])('%#: is answered with its status and hung up on', async (sent, status) => {
    const heard = await sendRaw(stand.port, sent);
    expect(statusIn(heard)).toBe(status);
    expectGuarded(heard);
    if (status === 405) expect(heard).toMatch(/\r\nAllow: GET, HEAD\r\n/);
  });

  it('does not mix with the answer to the one before it', async () => {
    const heard = await sendRaw(stand.port, 'GET / HTTP/1.1\r\nHost: a\r\n\r\nBREW / HTTP/1.1\r\n\r\n');
    expect(heard.match(/HTTP\/1\.1 /g)?.length).toBeLessThanOrEqual(2);
  });
});

describe('a request that does not come', () => {
  it('is not waited for without end', async () => {
    const times = { headers: 60, request: 120, keepAlive: 1000, idle: 5000, look: 20 };
    const server = createHttpServer((_, answer) => answer.end(), securityHeaders('http://127.0.0.1'), times);
    const port = await listen(server, '127.0.0.1', 0);
    const heard = await Promise.all([
      sendRaw(port, 'GET / HTTP/1.1\r\nHost: a\r\n'),
      sendRaw(port, 'GET / HTTP/1.1\r\nHost: a\r\nX: ', 'y'),
    ]);
    for (const answer of heard) {
      expect(statusIn(answer)).toBe(408);
      expectGuarded(answer);
    }
    await closeServer(server);
  });
});

describe('an answer that is not taken', () => {
  it('is not held ready without end', async () => {
    const times = { headers: 5000, request: 5000, keepAlive: 5000, idle: 60, look: 20 };
    const server = createHttpServer((_, answer) => answer.end(Buffer.alloc(64 * LARGEST_BODY)), [], times);
    const port = await listen(server, '127.0.0.1', 0);
    const connected = once(server, 'connection');
    const deaf = connect({ host: '127.0.0.1', port });
    deaf.on('error', () => undefined);
    deaf.pause();
    deaf.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n');
    const open = (): Promise<number> =>
      new Promise((resolve) => {
        server.getConnections((_, count) => {
          resolve(count);
        });
      });
    await connected;
    await expect.poll(open, { timeout: 10_000 }).toBe(0);
    deaf.destroy();
    await closeServer(server);
  });
});

describe('a request that is one', () => {
  it.each([
    ['', 'names no host'],
    ['Host: a\r\nHost: b\r\n', 'more than once'],
    ['Host: a\r\nhOST: a\r\n', 'more than once'],
    ['Host: a b\r\n', 'cannot be one'],
    ['Host: user@a\r\n', 'cannot be one'],
    ['Host: a/b\r\n', 'cannot be one'],
    ['Host: [::1\r\n', 'cannot be one'],
    ['Host: a:b\r\n', 'cannot be one'],
    ['Host: <script>\r\n', 'cannot be one'],
  ])('names one host, and one that can be: %j', async (host, fault) => {
    for (const path of ['/', '/', '/print.css']) {
      const heard = await sendRaw(stand.port, `GET ${path} HTTP/1.1\r\n${host}Connection: close\r\n\r\n`);
      expect(statusIn(heard)).toBe(400);
      expect(heard).toContain(fault);
      expectGuarded(heard);
    }
  });

  it.each(['', 'a', 'a.example:8080', '127.0.0.1:80', '[::1]', '[2001:db8::1]:443', 'xn--a_b.example.'])(
    'may come by any name there can be: %j',
    async (host) => {
      const heard = await sendRaw(stand.port, `GET / HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
      expect(statusIn(heard)).toBe(200);
    },
  );

  it('need not name it in HTTP/1.0', async () => {
    expect(statusIn(await sendRaw(stand.port, 'GET / HTTP/1.0\r\n\r\n'))).toBe(200);
  });

  it.each([
    ['GET http://other.example/changes HTTP/1.1', 200],
    ['GET http://other.example HTTP/1.1', 200],
    ['GET http://other.example?q=mail HTTP/1.1', 200],
    ['GET http://other.example//evil.example/ HTTP/1.1', 404],
    ['GET * HTTP/1.1', 405],
    ['OPTIONS * HTTP/1.1', 204],
    ['GET http://other.example/print.css HTTP/1.1', 200],
    ['GET HTTP://other.example/healthz?x HTTP/1.1', 200],
    ['GET http:// HTTP/1.1', 400],
    ['GET http:///changes HTTP/1.1', 400],
    ['GET ftp://other.example/ HTTP/1.1', 400],
    ['PUT / HTTP/1.1', 405],
    ['TRACE / HTTP/1.1', 405],
    ['DELETE /feed.xml HTTP/1.1', 405],
    ['PROPFIND /nothing HTTP/1.1', 404],
    ['POST /admin HTTP/1.1', 405],
  ])('%s is answered with %i', async (line, status) => {
    const heard = await sendRaw(stand.port, `${line}\r\nHost: a\r\nConnection: close\r\n\r\n`);
    expect(statusIn(heard)).toBe(status);
    if (status === 405) expect(heard).toMatch(/\r\nAllow: /);
  });

  it('is not upgraded', async () => {
    const upgrade = 'GET / HTTP/1.1\r\nHost: a\r\nConnection: upgrade, close\r\nUpgrade: websocket\r\n\r\n';
    expect(statusIn(await sendRaw(stand.port, upgrade))).toBe(200);
  });

  it('may expect nothing of us but to go on', async () => {
    const expecting = 'GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nExpect: coffee\r\n\r\n';
    const heard = await sendRaw(stand.port, expecting);
    expect(statusIn(heard)).toBe(417);
    expectGuarded(heard);
  });

  it('has an address of at most 16 KB', async () => {
    const long = (length: number) => ask(stand.url, `/?x=${'x'.repeat(length - 4)}`);
    expect((await long(8 * 1024)).status).toBe(200);
    expect((await long(LONGEST_TARGET)).status).toBe(200);
    expect((await long(LONGEST_TARGET + 1)).status).toBe(414);
  });
});

describe('a body', () => {
  it('is left alone when it is small, whatever it was sent for', async () => {
    expect((await ask(stand.url, '/', { body: 'x' })).status).toBe(200);
    expect((await ask(stand.url, '/', { method: 'POST', body: 'x'.repeat(LARGEST_BODY) })).status).toBe(405);
  });

  it('over 1 MB is refused by what it says of itself, before it is read', async () => {
    const head = `POST / HTTP/1.1\r\nHost: a\r\nContent-Length: ${String(LARGEST_BODY + 1)}\r\n\r\n`;
    const heard = await sendRaw(stand.port, head);
    expect(statusIn(heard)).toBe(413);
    expect(heard).toMatch(/\r\nConnection: close\r\n/);
  });

  it('over 1 MB is not asked for, where the sender waits to be asked', async () => {
    const waiting = (length: number): string =>
      `POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nExpect: 100-continue\r\nContent-Length: ${String(length)}\r\n\r\n`;
    expect(statusIn(await sendRaw(stand.port, waiting(LARGEST_BODY + 1)))).toBe(413);
    const heard = await sendRaw(stand.port, waiting(LARGEST_BODY), Buffer.alloc(LARGEST_BODY));
    expect(heard).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 405 /);
  });

  it('over 1 MB is refused when it comes in pieces that do not say so, and the answer arrives', async () => {
    const chunked = { 'transfer-encoding': 'chunked' };
    const fits = await ask(stand.url, '/', {
      method: 'POST',
      headers: chunked,
      body: Buffer.alloc(LARGEST_BODY),
    });
    const over = await ask(stand.url, '/', {
      method: 'POST',
      headers: chunked,
      body: Buffer.alloc(3 * LARGEST_BODY),
    });
    expect([fits.status, over.status]).toEqual([405, 413]);
    expect(over.text).toContain('1048576 bytes');
    expect(over.headers['content-security-policy']).toBeDefined();
  });

  it('that never ends is cut off', async () => {
    const { hostname, port } = new URL(stand.url);
    const endless = request({ hostname, port, method: 'POST', path: '/' });
    let status: number | undefined;
    endless.on('response', (response) => {
      status = response.statusCode;
      response.resume();
    });
    endless.on('error', () => undefined);
    const pour = (): void => {
      while (!endless.destroyed && endless.write(Buffer.alloc(64 * 1024)));
    };
    endless.on('drain', pour);
    pour();
    await once(endless, 'close');
    expect(status).toBe(413);
  });
});

describe('a server that stops', () => {
  const servers: { close: () => Promise<void> }[] = [];
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.close()));
  });

  it('finishes what it began and takes nothing new', async () => {
    let finish: (() => void) | undefined;
    const server = createHttpServer((asked, answer) => {
      if (asked.url === '/slow') finish = () => answer.end('finished');
      else answer.end();
    }, securityHeaders('http://127.0.0.1'));
    const url = `http://127.0.0.1:${String(await listen(server, '127.0.0.1', 0))}`;
    const slow = ask(url, '/slow');
    await expect.poll(() => finish).toBeDefined();
    const closed = closeServer(server);
    await expect(ask(url, '/')).rejects.toThrow(/ECONNREFUSED/);
    finish?.();
    expect((await slow).text).toBe('finished');
    await closed;
  });

  it('does not wait for connections on which nobody asks anything', async () => {
    const own = await startStand();
    const idle = connect({ host: '127.0.0.1', port: own.port });
    idle.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n');
    await once(idle, 'data');
    const ended = once(idle, 'close');
    idle.resume();
    await own.close();
    await ended;
  });

  it('says which port is taken', async () => {
    const other = createServer();
    const port = await listen(other, '127.0.0.1', 0);
    servers.push({ close: () => closeServer(other) });
    const second = createHttpServer(() => undefined, []);
    await expect(listen(second, '127.0.0.1', port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});

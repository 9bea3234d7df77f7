import { expect, test } from '@playwright/test';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { projectPath } from '../../src/project-root.ts';
import { PUBLIC_ROUTES } from '../../src/web/public-routes.ts';
import { ask } from '../unit/web/support/ask.ts';
import { faultsOf, hostileRequests } from '../unit/web/support/hostile.ts';

/** The registry as the operator starts it: the built tree, a process of its own, an empty database. */
interface Registry {
  readonly url: string;
  readonly process: ChildProcess;
  readonly lines: string[];
}

let folder: string;
let registry: Registry;

async function start(environment: Record<string, string> = {}): Promise<Registry> {
  const child = spawn(process.execPath, [projectPath('dist', 'server', 'registry.mjs')], {
    env: { PORT: '0', DATABASE_URL: `file:${join(folder, 'registry.db')}`, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  child.stderr.on('data', (words: Buffer) => lines.push(words.toString()));
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    const address = /"event":"listening","address":"([^"]+)"/.exec(line)?.[1];
    if (address === undefined) continue;
    child.stdout.on('data', (words: Buffer) => lines.push(words.toString()));
    child.stdout.resume();
    return { url: address, process: child, lines };
  }
  throw new Error(`The registry did not start:\n${lines.join('\n')}`);
}

async function stop({ process: child }: Registry): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode;
  child.kill('SIGTERM');
  const [status] = (await once(child, 'exit')) as [number | null];
  return status;
}

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'registry-http-'));
  registry = await start();
});

test.afterAll(async () => {
  await stop(registry);
  await rm(folder, { recursive: true });
});

const ADDRESSES = PUBLIC_ROUTES.map(({ path, names }) =>
  names === 'third-party' ? `${path}sentry` : names === 'edition' ? `${path}1` : path,
);

for (const path of ADDRESSES)
  test(`${path} is there, guarded, tagged, packed, and sets no cookie`, async () => {
    const first = await ask(registry.url, path, { headers: { 'accept-encoding': 'br' } });
    expect(first.status).toBe(200);
    expect(first.headers['set-cookie']).toBeUndefined();
    expect(first.headers['content-security-policy']).toContain("default-src 'none'");
    expect(first.headers['cache-control']).toBe('public, no-cache');
    const again = await ask(registry.url, path, {
      headers: { 'accept-encoding': 'br', 'if-none-match': String(first.headers.etag) },
    });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    const plain = await ask(registry.url, path);
    const gzip = await ask(registry.url, path, { headers: { 'accept-encoding': 'gzip' } });
    expect([gzip.text, first.text]).toEqual([plain.text, plain.text]);
  });

test('pages load nothing from another host and have nothing inline', async () => {
  for (const path of [
    '/',
    '/nl/',
    '/third-parties/sentry',
    '/changes',
    '/changes/1',
    '/about',
    '/none',
    '/?on=x',
  ]) {
    const { text } = await ask(registry.url, path);
    const loaded = [
      ...text.matchAll(/<(?:script|link|img|iframe|source|form)\b[^>]*?\s(?:src|href|action)="([^"]*)"/g),
    ];
    const elsewhere = loaded
      .map(([, address = '']) => address)
      .filter((address) => !/^(?:\/(?!\/)|data:|#|\?|$)/.test(address));
    // A link that only names the page itself for search engines and readers of feeds loads nothing.
    expect(elsewhere.filter((address) => !address.startsWith(registry.url))).toEqual([]);
    expect(text).not.toMatch(
      /<style|\sstyle="|\son[a-z]+="|<script(?![^>]*\ssrc=)(?![^>]*type="application\/)/,
    );
  }
});

test('every file the pages load is there, and for ever where its name says what is in it', async () => {
  const { text } = await ask(registry.url, '/');
  const files = [...text.matchAll(/(?:src|href)="(\/_astro\/[^"]+)"/g)].map(([, path = '']) => path);
  expect(files.length).toBeGreaterThan(0);
  for (const path of files) {
    const told = await ask(registry.url, path);
    expect([told.status, told.headers['cache-control']]).toEqual([
      200,
      'public, max-age=31536000, immutable',
    ]);
  }
});

test('whatever is sent to the real pages, no fault, no trace, no cookie comes back', async () => {
  test.setTimeout(120_000);
  const { port } = new URL(registry.url);
  expect(await faultsOf(Number(port), hostileRequests(3000, 20_261_122))).toEqual([]);
  expect(registry.lines.filter((line) => line.includes('"level":"error"'))).toEqual([]);
  expect((await ask(registry.url, '/readyz')).status).toBe(200);
});

test('told to stop, it ends in order', async () => {
  expect(await stop(registry)).toBe(0);
  expect(registry.lines.filter((line) => /"level":"(?:warn|error)"/.test(line))).toEqual([]);
});

test('started again under another address of its own, it says the same things there', async () => {
  registry = await start({ PUBLIC_URL: 'https://subprocessors.example.com' });
  const told = await ask(registry.url, '/', { headers: { 'x-forwarded-proto': 'https' } });
  expect(told.status).toBe(200);
  expect(told.headers['strict-transport-security']).toBeDefined();
  expect(told.text).not.toContain(registry.url);
  const moved = await ask(registry.url, '/changes/');
  expect([moved.status, moved.headers.location]).toEqual([301, '/changes']);
});

test('a port that is taken is said in one line', async () => {
  const { port } = new URL(registry.url);
  await expect(start({ PORT: port, DATABASE_URL: `file:${join(folder, 'other.db')}` })).rejects.toThrow(
    /Another program listens at 127\.0\.0\.1:\d+\. Stop it, or set PORT to another number\.\n?$/,
  );
});

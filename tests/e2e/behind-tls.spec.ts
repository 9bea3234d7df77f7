import { expect, test as base, type BrowserContext } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askOverTls, startTlsProxy } from '../support/tls/proxy.ts';
import { startRegistry, stopRegistry } from './support/registry.ts';
import { setPassword, signIn, type Person } from './support/staff-pages.ts';

const ADA: Person = {
  name: 'Ada Lovelace',
  email: 'ada@example.com',
  password: 'a long walk along the shore',
  role: 'Administrator',
};

interface Site {
  /** Where readers come: by TLS. */
  readonly url: string;
  /** Where the registry listens behind the proxy. */
  readonly backend: string;
  readonly firstAdminLink: string;
}

const test = base.extend<{ site: Site }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from this very pattern
  site: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'registry-tls-'));
    const proxy = await startTlsProxy();
    const registry = await startRegistry(folder, { PUBLIC_URL: proxy.url, TRUST_PROXY: '127.0.0.1,::1' });
    proxy.backend = registry.url;
    await use({ url: proxy.url, backend: registry.url, firstAdminLink: await registry.firstAdminLink() });
    await stopRegistry(registry);
    await proxy.close();
    await rm(folder, { recursive: true });
  },
  baseURL: ({ site }, use) => use(site.url),
  ignoreHTTPSErrors: true,
});

/** The cookies of the session, as a program sends them. */
async function sessionOf(context: BrowserContext): Promise<string> {
  const cookies = await context.cookies();
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
}

test('behind a proxy that ends TLS one signs in, and the session is bound to this very host', async ({
  page,
  context,
  site,
}) => {
  expect(site.firstAdminLink).toMatch(new RegExp(`^${site.url}/admin/link/`));
  await setPassword(page, site.firstAdminLink, ADA);
  await signIn(page, ADA);
  expect(page.url()).toBe(`${site.url}/admin`);
  const cookies = await context.cookies();
  expect(cookies.map(({ name }) => name)).toContain('__Host-registry.session_token');
  for (const { name, domain, path, secure, httpOnly, sameSite } of cookies) {
    expect(name).toMatch(/^__Host-/);
    expect([domain, path, secure, httpOnly]).toEqual(['localhost', '/', true, true]);
    expect(['Lax', 'Strict']).toContain(sameSite);
  }
});

test('behind a proxy that ends TLS forms are accepted from the address readers use, and from no other', async ({
  page,
  context,
  site,
}) => {
  await setPassword(page, site.firstAdminLink, ADA);
  await signIn(page, ADA);
  const cookie = await sessionOf(context);
  const send = async (headers: Readonly<Record<string, string>>): Promise<number> =>
    (
      await askOverTls(`${site.url}/admin/account`, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', ...headers },
        body: 'action=sign-out-everywhere',
      })
    ).status;
  const host = new URL(site.url).host;
  for (const origin of [
    site.backend,
    `http://${host}`,
    'https://evil.example',
    'null',
    `https://evil.example.${host}`,
  ])
    expect([origin, await send({ origin, 'x-forwarded-host': 'evil.example' })]).toEqual([origin, 403]);
  expect(await send({})).toBe(403);
  expect(await send({ 'x-forwarded-proto': 'http', origin: site.url })).toBe(303);
});

test('a page of another host cannot send a form in the name of who is signed in', async ({
  page,
  context,
  site,
}) => {
  await setPassword(page, site.firstAdminLink, ADA);
  await signIn(page, ADA);
  const evil = await context.newPage();
  await evil.route('https://evil.example/', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<form method="post" action="${site.url}/admin/account"><button name="action" value="sign-out-everywhere">Win</button></form>`,
    }),
  );
  await evil.goto('https://evil.example/');
  const answer = evil.waitForResponse(`${site.url}/admin/account`);
  await evil.getByRole('button').click();
  expect((await answer).status()).toBe(403);
  await page.reload();
  await expect(page.getByText(ADA.name).first()).toBeVisible();
});

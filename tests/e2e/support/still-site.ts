import { test as base } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { openDatabase } from '../../../db/client.ts';
import { parseConfiguration } from '../../../src/configuration.ts';
import { signedInAs } from '../../support/staff.ts';
import { startClockedRegistry } from './clocked-registry.ts';
import { holdStill } from './still.ts';

/** The day of every picture. */
const INSTANT = '2026-06-15T10:00:00Z';

interface StillSite {
  readonly url: string;
  /** The cookie of an admin. */
  readonly cookie: { readonly name: string; readonly value: string };
}

/** The sample as it is on one given day, seen by readers and by somebody of the staff. */
export const test = base.extend<object, { stillSite: StillSite }>({
  stillSite: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from this very pattern
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'registry-pictures-'));
      const registry = await startClockedRegistry(folder, INSTANT);
      await use({ url: registry.url, cookie: await cookieFor(folder, registry.url) });
      await registry.stop();
      await rm(folder, { recursive: true });
    },
    { scope: 'worker' },
  ],
  baseURL: ({ stillSite }, use) => use(stillSite.url),
  page: async ({ page }, use) => {
    await holdStill(page);
    await use(page);
  },
});

export { expect } from '@playwright/test';

async function cookieFor(folder: string, url: string): Promise<StillSite['cookie']> {
  const configuration = parseConfiguration({
    DATABASE_URL: `file:${join(folder, 'registry.db')}`,
    PUBLIC_URL: url,
  });
  const database = await openDatabase({ url: configuration.databaseUrl });
  const clock = { now: () => Temporal.Instant.from(INSTANT) };
  const { cookie } = await signedInAs({ configuration, database, clock }, 'admin', 'Anneke de Vries');
  await database.close();
  const [name = '', value = ''] = cookie.split('=', 2);
  return { name, value };
}

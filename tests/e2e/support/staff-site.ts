import { test as base, type Browser } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../../db/client.ts';
import { systemClock } from '../../../src/clock.ts';
import { parseConfiguration } from '../../../src/configuration.ts';
import { newStaff, signedInAs } from '../../support/staff.ts';
import { startRegistry, stopRegistry } from './registry.ts';
import { beginPostponement, beginReplacement } from './staff-pages.ts';
import { faultsOn } from './watch.ts';

/** A registry with the sample, somebody signed in, and something of each kind to look at. */
interface StaffSite {
  readonly url: string;
  /** The cookie of an admin. */
  readonly cookie: { readonly name: string; readonly value: string };
  /** Opens the door for the first admin of a registry that has none. */
  readonly link: string;
  /** Path of a draft that replaces Postmark by Scaleway. */
  readonly draft: string;
  /** Path of a draft that postpones the notice of what is planned. */
  readonly postponement: string;
  /** Id of a colleague. */
  readonly colleague: string;
}

interface Watch {
  readonly faults: string[];
}

export const test = base.extend<{ watch: Watch }, { staffSite: StaffSite }>({
  staffSite: [
    async ({ browser }, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'registry-staff-'));
      const registry = await startRegistry(folder);
      const link = await registry.firstAdminLink();
      const people = await peopleOf(folder, registry.url);
      const drafts = await draftsOn(browser, registry.url, people.cookie);
      await use({ url: registry.url, link: new URL(link).pathname, ...drafts, ...people });
      await stopRegistry(registry);
      await rm(folder, { recursive: true });
    },
    { scope: 'worker' },
  ],
  baseURL: ({ staffSite }, use) => use(staffSite.url),
  storageState: ({ staffSite }, use) => use(stateWith(staffSite.url, staffSite.cookie)),
  watch: [
    async ({ page, staffSite }, use) => {
      const faults = faultsOn(page, staffSite.url);
      await use({ faults });
      base.expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect } from '@playwright/test';

/** What a browser keeps when somebody has signed in. */
function stateWith(
  url: string,
  cookie: StaffSite['cookie'],
): {
  cookies: {
    name: string;
    value: string;
    domain: string;
    path: string;
    expires: number;
    httpOnly: boolean;
    secure: boolean;
    sameSite: 'Lax';
  }[];
  origins: [];
} {
  const place = { domain: new URL(url).hostname, path: '/', expires: -1 };
  return {
    cookies: [{ ...cookie, ...place, httpOnly: true, secure: false, sameSite: 'Lax' }],
    origins: [],
  };
}

/** An admin and a colleague, written beside the running registry into its database. */
async function peopleOf(folder: string, url: string): Promise<Pick<StaffSite, 'cookie' | 'colleague'>> {
  const configuration = parseConfiguration({
    DATABASE_URL: `file:${join(folder, 'registry.db')}`,
    PUBLIC_URL: url,
  });
  const database = await openDatabase({ url: configuration.databaseUrl });
  const context = { configuration, database, clock: systemClock };
  const { cookie } = await signedInAs(context, 'admin', 'Anneke de Vries');
  const colleague = await newStaff(context, 'editor', 'Bram Jansen');
  await database.close();
  const [name = '', value = ''] = cookie.split('=', 2);
  return { cookie: { name, value }, colleague: colleague.id };
}

async function draftsOn(
  browser: Browser,
  url: string,
  cookie: StaffSite['cookie'],
): Promise<Pick<StaffSite, 'draft' | 'postponement'>> {
  const context = await browser.newContext({ baseURL: url, storageState: stateWith(url, cookie) });
  const page = await context.newPage();
  const draft = await beginReplacement(page, 'Postmark', 'Scaleway');
  const postponement = await beginPostponement(page, 6);
  await context.close();
  return { draft, postponement };
}

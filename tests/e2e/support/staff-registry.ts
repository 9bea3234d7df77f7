import type { Browser } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../../db/client.ts';
import { systemClock } from '../../../src/clock.ts';
import { parseConfiguration } from '../../../src/configuration.ts';
import { newStaff, signedInAs } from '../../support/staff.ts';
import type { Made } from './admin-pages.ts';
import { startRegistry, stopRegistry } from './registry.ts';
import { beginPostponement, beginReplacement } from './staff-pages.ts';

/**
 * A registry with the sample, somebody signed in, and something of each kind to look at: a draft that replaces Postmark
 * by Scaleway, one that postpones the notice of what is planned, a colleague, a link for the first admin.
 */
export interface StaffRegistry extends Made {
  readonly url: string;
  /** The cookie of an admin. */
  readonly cookie: { readonly name: string; readonly value: string };
  close(): Promise<void>;
}

export async function startStaffRegistry(browser: Browser): Promise<StaffRegistry> {
  const folder = await mkdtemp(join(tmpdir(), 'registry-staff-'));
  const registry = await startRegistry(folder);
  const link = await registry.firstAdminLink();
  const people = await peopleOf(folder, registry.url);
  const drafts = await draftsOn(browser, registry.url, people.cookie);
  return {
    ...{ url: registry.url, link: new URL(link).pathname, ...drafts, ...people },
    close: async () => {
      await stopRegistry(registry);
      await rm(folder, { recursive: true });
    },
  };
}

/** What a browser keeps when somebody has signed in. */
export function stateWith(
  url: string,
  cookie: StaffRegistry['cookie'],
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
async function peopleOf(folder: string, url: string): Promise<Pick<StaffRegistry, 'cookie' | 'colleague'>> {
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
  cookie: StaffRegistry['cookie'],
): Promise<Pick<StaffRegistry, 'draft' | 'postponement'>> {
  const context = await browser.newContext({ baseURL: url, storageState: stateWith(url, cookie) });
  const page = await context.newPage();
  const draft = await beginReplacement(page, 'Postmark', 'Scaleway');
  const postponement = await beginPostponement(page, 6);
  await context.close();
  return { draft, postponement };
}

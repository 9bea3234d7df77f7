import { test as base } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRegistry, stopRegistry } from './registry.ts';
import { faultsOn } from './watch.ts';

/** What a reader's browser may not do on any page: fail silently, ask another host, keep anything. */
interface Watch {
  readonly faults: string[];
}

interface WorkerSite {
  /** Address of a registry with the sample in it, one for all tests of a worker: they only read. */
  readonly site: string;
}

export const test = base.extend<{ watch: Watch }, WorkerSite>({
  site: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from this very pattern
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'registry-pages-'));
      const registry = await startRegistry(folder);
      await use(registry.url);
      await stopRegistry(registry);
      await rm(folder, { recursive: true });
    },
    { scope: 'worker' },
  ],
  baseURL: ({ site }, use) => use(site),
  watch: [
    async ({ page, context, site }, use) => {
      const faults = faultsOn(page, site);
      await use({ faults });
      for (const { name } of await context.cookies()) faults.push(`keeps the cookie ${name}`);
      base.expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect } from '@playwright/test';

/** One page of each kind, by what it shows. */
export const PAGES = {
  register: '/',
  'register, everything': '/?state=all&since=2',
  'register, filtered': '/?q=mail&country=outside-eea&data=email-address&role=subprocessor',
  'register, nothing found': '/?q=nothing+like+it',
  'register in Dutch': '/nl/',
  'register on a day to come': '/?on=2999-12-31',
  'register of an edition': '/?edition=2',
  'before the first edition': '/?on=2001-01-01',
  'third party': '/third-parties/amazon-s3',
  'third party that is planned': '/third-parties/sentry',
  'third party that is gone': '/third-parties/mailchimp',
  'third party in Dutch, in an edition': '/nl/third-parties/visma-connect?edition=1',
  changes: '/changes',
  'changes, filtered': '/changes?type=added&scope=websites&class=told',
  'first edition': '/changes/1',
  'notice of a replacement': '/changes/2',
  'notice of a renaming': '/changes/4',
  'notice of something planned': '/changes/6',
  'notice in Dutch': '/nl/changes/6',
  comparison: '/compare?from=1&to=6',
  'comparison, nothing asked': '/compare',
  'comparison in Dutch': '/nl/compare?from=2&to=6',
  map: '/map',
  'map of an edition and a scope': '/map?edition=1&scope=application',
  'map in Dutch': '/nl/map',
  about: '/about',
  'about in Dutch': '/nl/about',
  'nothing there': '/third-parties/nobody',
  'wrong question': '/?on=yesterday',
} as const;

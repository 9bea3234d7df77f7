import { test as base } from '@playwright/test';
import { startStaffRegistry, stateWith, type StaffRegistry } from './staff-registry.ts';
import { faultsOn } from './watch.ts';

interface Watch {
  readonly faults: string[];
}

export const test = base.extend<{ watch: Watch }, { staffSite: StaffRegistry }>({
  staffSite: [
    async ({ browser }, use) => {
      const registry = await startStaffRegistry(browser);
      await use(registry);
      await registry.close();
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

import { addressOf, ADMIN_PAGES } from './support/admin-pages.ts';
import { faultsOnTheWay } from './support/keyboard.ts';
import { expect, test } from './support/staff-site.ts';

for (const name of [
  'overview',
  'third parties',
  'a draft',
  'form of a third party',
  'staff',
  'dossier',
] as const)
  for (const width of [360, 1440])
    test(`${name}: everything is reached by the keyboard, in sight, at ${String(width)} px`, async ({
      page,
      staffSite,
    }) => {
      test.setTimeout(120_000);
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await page.goto(addressOf(ADMIN_PAGES[name] ?? '', staffSite));
      expect(await faultsOnTheWay(page, 'Tab')).toEqual([]);
    });

import { expectAccessible } from './support/accessible.ts';
import { addressOf, ADMIN_PAGES } from './support/admin-pages.ts';
import { nonconformities } from './support/conforming.ts';
import { expect, test } from './support/staff-site.ts';

for (const [language, prefix] of [
  ['English', ''],
  ['Dutch', '/nl'],
] as const) {
  for (const [name, page] of Object.entries(ADMIN_PAGES)) {
    test(`${name} in ${language}: accessible in light and dark, and within every screen`, async ({
      page: tab,
      staffSite,
    }) => {
      // Colours that are on their way from one scheme to the other are those of neither.
      await tab.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
      const answer = await tab.goto(addressOf(page, staffSite, prefix));
      expect(answer?.status()).toBeLessThan(500);
      await expectAccessible(tab);
    });
  }
}

test('every kind of admin page conforms to the HTML standard', async ({ request, staffSite }) => {
  test.setTimeout(120_000);
  const pages: Record<string, string> = {};
  for (const [name, page] of Object.entries(ADMIN_PAGES)) {
    const answer = await request.get(addressOf(page, staffSite));
    pages[name] = await answer.text();
  }
  expect(await nonconformities(pages)).toEqual([]);
});

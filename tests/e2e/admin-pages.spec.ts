import { ADMIN_ROUTES } from '../../src/web/admin/admin-routes.ts';
import { expectAccessible, expectAccessibleInWords } from './support/accessible.ts';
import { addressOf, ADMIN_PAGES } from './support/admin-pages.ts';
import { nonconformities } from './support/conforming.ts';
import { expect, test } from './support/staff-site.ts';

// They only look, and there are many: the workers share them.
test.describe.configure({ mode: 'parallel' });

for (const [name, page] of Object.entries(ADMIN_PAGES)) {
  test(`${name}: accessible in light and dark, and within every screen`, async ({ page: tab, staffSite }) => {
    // Colours that are on their way from one scheme to the other are those of neither.
    await tab.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    const answer = await tab.goto(addressOf(page, staffSite));
    expect(answer?.status()).toBeLessThan(500);
    await expectAccessible(tab);
  });

  test(`${name} in Dutch: accessible, and within every screen`, async ({ page: tab, staffSite }) => {
    const answer = await tab.goto(addressOf(page, staffSite, '/nl'));
    expect(answer?.status()).toBeLessThan(500);
    await expect(tab.locator('html')).toHaveAttribute('lang', 'nl');
    await expectAccessibleInWords(tab);
  });
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

/** Addresses that answer with no page: they send the reader on, or give a file. */
const NO_PAGES = ['/admin/sign-in/provider', '/admin/auth/[...rest]', '/admin/audit.csv'];

test('no kind of admin page is left out', ({ staffSite }) => {
  const looked = Object.values(ADMIN_PAGES).map((page) => addressOf(page, staffSite).split('?')[0] ?? '');
  const patterns = ADMIN_ROUTES.map(({ path }) => path).filter((path) => !NO_PAGES.includes(path));
  const leftOut = patterns.filter((path) => {
    const pattern = new RegExp(`^${path.replaceAll(/\[\w+\]/g, '[^/]+')}$`);
    return !looked.some((address) => pattern.test(address));
  });
  expect(leftOut).toEqual([]);
});

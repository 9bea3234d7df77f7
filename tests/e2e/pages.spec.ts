import AxeBuilder from '@axe-core/playwright';
import { expectAccessible, violationsOn } from './support/accessible.ts';
import { expect, PAGES, test } from './support/site.ts';

for (const [name, address] of Object.entries(PAGES)) {
  test(`${name}: accessible in light and dark, and within every screen`, async ({ page }) => {
    // Colours that are on their way from one scheme to the other are those of neither.
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await page.goto(address);
    await expectAccessible(page);
  });
}

test('a phone shows the list as cards that say of each value what it is', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto('/');
  const [entry] = await page.locator('.list tbody').all();
  const label = await entry
    ?.locator('td')
    .first()
    .evaluate((cell) => getComputedStyle(cell, '::before').content);
  expect(label).toBe('"Purpose"');
  const [name, purpose] = await Promise.all([
    entry?.locator('th').boundingBox(),
    entry?.locator('td').first().boundingBox(),
  ]);
  expect(purpose?.y).toBeGreaterThan(name?.y ?? Infinity);
});

test('a phone is accessible too', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  for (const address of [PAGES.register, PAGES['third party'], PAGES['notice of something planned']]) {
    await page.goto(address);
    expect(await violationsOn(new AxeBuilder({ page }))).toEqual([]);
  }
});

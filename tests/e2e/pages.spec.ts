import AxeBuilder from '@axe-core/playwright';
import { expect, PAGES, test } from './support/site.ts';

for (const [name, address] of Object.entries(PAGES)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${name}: accessible, quiet and within the screen, in a ${colorScheme} scheme`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto(address);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target).slice(0, 3)])).toEqual(
        [],
      );
      for (const width of [360, 768, 1440]) {
        await page.setViewportSize({ width, height: 800 });
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow, `wider than ${String(width)} px`).toBe(0);
      }
    });
  }
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
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  }
});

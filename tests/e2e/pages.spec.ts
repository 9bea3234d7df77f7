import AxeBuilder from '@axe-core/playwright';
import { expect, PAGES, test } from './support/site.ts';

for (const [name, address] of Object.entries(PAGES)) {
  test(`${name}: accessible in light and dark, and within every screen`, async ({ page }) => {
    // Colours that are on their way from one scheme to the other are those of neither.
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await page.goto(address);
    expect(await violations(new AxeBuilder({ page }))).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violations(new AxeBuilder({ page }).withRules(['color-contrast']))).toEqual([]);
    for (const width of [360, 768, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, `wider than ${String(width)} px`).toBe(0);
    }
  });
}

/** What is wrong, and where first. */
async function violations(builder: AxeBuilder): Promise<string[]> {
  const found = await builder.analyze();
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${String(nodes[0]?.target)} (${String(nodes.length)})`,
  );
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
    expect(await violations(new AxeBuilder({ page }))).toEqual([]);
  }
});

import { expectAccessible, expectRoomForText, violationsOn } from './support/accessible.ts';
import { expect, PAGES, test } from './support/site.ts';

/** Of pages that tell of a wrong address. */
const STATUS: Readonly<Record<string, number>> = { 'nothing there': 404, 'wrong question': 400 };

// They only look, and there are many: the workers share them.
test.describe.configure({ mode: 'parallel' });

for (const [name, address] of Object.entries(PAGES)) {
  test(`${name}: accessible in light and dark, and within every screen`, async ({ page }) => {
    // Colours that are on their way from one scheme to the other are those of neither.
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    const answer = await page.goto(address);
    expect(answer?.status()).toBe(STATUS[name] ?? 200);
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

/** One of each make of page. */
const MAIN = [
  PAGES.register,
  PAGES['third party'],
  PAGES['notice of something planned'],
  PAGES.changes,
  PAGES.comparison,
  PAGES.map,
  PAGES.about,
];

test('a phone is accessible too', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  for (const address of MAIN) {
    await page.goto(address);
    expect(await violationsOn(page), address).toEqual([]);
  }
});

test('who sets text wider apart reads all of it', async ({ page }) => {
  for (const address of MAIN) {
    await page.goto(address);
    await test.step(address, () => expectRoomForText(page));
  }
});

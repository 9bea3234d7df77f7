import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { spillsOn, spreadText, tooWideBy } from './within-screen.ts';

/** The rules whose answer depends on colours; all others say the same in both schemes. */
const ABOUT_COLOURS = ['color-contrast', 'link-in-text-block'];

/** From the width of 1280 px at a zoom of 400 % to that of a wide screen. */
const WIDTHS = [320, 768, 1440];

/** Looks at the page at every width, in light and in dark: nothing wider than the screen, nothing inaccessible. */
export async function expectAccessible(page: Page): Promise<void> {
  await expectWithinScreens(page);
  expect(await violationsOn(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  expect(await violationsOn(page, { only: ABOUT_COLOURS }), 'in the dark scheme').toEqual([]);
}

/** The same for a further language: what is dark is as dark as in the first. */
export async function expectAccessibleInWords(page: Page): Promise<void> {
  await expectWithinScreens(page);
  expect(await violationsOn(page)).toEqual([]);
}

async function expectWithinScreens(page: Page): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    expect(await tooWideBy(page), `wider than ${String(width)} px`).toBe(0);
  }
}

/**
 * Looks at a page whose text a reader has set wider apart (WCAG 1.4.12), on the narrowest screen: still nothing wider
 * than that, and no text cut off. The page is spoilt for other tests.
 */
export async function expectRoomForText(page: Page): Promise<void> {
  await page.setViewportSize({ width: 320, height: 800 });
  await spreadText(page);
  expect(await tooWideBy(page), 'wider than the screen').toBe(0);
  expect(await spillsOn(page), 'text is cut off').toEqual([]);
}

interface Rules {
  readonly only?: readonly string[];
}

/** What is wrong, and where first. */
export async function violationsOn(page: Page, { only }: Rules = {}): Promise<string[]> {
  // Pages have no frames: the results need not be put together in a window of their own.
  const builder = new AxeBuilder({ page }).setLegacyMode(true);
  if (only) builder.withRules([...only]);
  // The size of targets is among the rules of WCAG 2.2 that axe leaves out unless asked.
  else builder.options({ rules: { 'target-size': { enabled: true } } });
  const found = await builder.analyze();
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${String(nodes[0]?.target)} (${String(nodes.length)})`,
  );
}

import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Looks at the page at three widths, in light and in dark: nothing wider than the screen, nothing inaccessible. */
export async function expectAccessible(page: Page): Promise<void> {
  await expectWithinScreens(page);
  expect(await violationsOn(new AxeBuilder({ page }))).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  expect(await violationsOn(new AxeBuilder({ page }).withRules(['color-contrast']))).toEqual([]);
}

/** The same for a further language, whose colours are those of the first. */
export async function expectAccessibleInWords(page: Page): Promise<void> {
  await expectWithinScreens(page);
  expect(await violationsOn(new AxeBuilder({ page }).disableRules(['color-contrast']))).toEqual([]);
}

async function expectWithinScreens(page: Page): Promise<void> {
  for (const width of [360, 768, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, `wider than ${String(width)} px`).toBe(0);
  }
}

/** What is wrong, and where first. */
export async function violationsOn(builder: AxeBuilder): Promise<string[]> {
  const found = await builder.analyze();
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${String(nodes[0]?.target)} (${String(nodes.length)})`,
  );
}

import { faultsOnTheWay } from './support/keyboard.ts';
import { expect, PAGES, test } from './support/site.ts';

for (const name of ['register', 'third party'] as const)
  test(`${name}: everything is reached by the keyboard, on the way back too, and nothing lies over it`, async ({
    page,
  }) => {
    // A low window, of which sticky headings take much; going up is when they could hide what one comes to.
    await page.setViewportSize({ width: 1280, height: 400 });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(PAGES[name]);
    expect(await faultsOnTheWay(page, 'Shift+Tab')).toEqual([]);
  });

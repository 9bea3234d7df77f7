import type { Page } from '@playwright/test';

/** By how many CSS px the page is wider than the screen: 0, where nobody has to scroll sideways. */
export function tooWideBy(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** What a reader's own style sheet may ask for under WCAG 1.4.12. */
const SPREAD = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }
`;

/** Sets text wider apart. A sheet made by script is the only one that the policy for content lets in. */
export async function spreadText(page: Page): Promise<void> {
  await page.evaluate((rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }, SPREAD);
}

/** Elements that cut off text of their own: what they hold is larger than they are, and they hide what spills. */
export function spillsOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const cuts = (element: Element): boolean => {
      const { overflowX, overflowY, clipPath } = getComputedStyle(element);
      const hides = [overflowX, overflowY].some((overflow) => ['hidden', 'clip'].includes(overflow));
      // What is only there for screen readers is cut off on purpose.
      const isHeard = clipPath !== 'none' || element.clientWidth <= 1;
      const spills =
        element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1;
      return hides && spills && !isHeard;
    };
    return [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((element) => element.checkVisibility() && cuts(element))
      .map((element) => `${element.localName}.${element.className}: ${element.innerText.slice(0, 40)}`);
  });
}

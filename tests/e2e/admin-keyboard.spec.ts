import type { Page } from '@playwright/test';
import { addressOf, ADMIN_PAGES } from './support/admin-pages.ts';
import { expect, test } from './support/staff-site.ts';

const CONTROLS = 'a[href], button, input:not([type="hidden"]), select, textarea, summary';

/** What the keyboard meets, in words a person can look up. */
interface Met {
  readonly name: string;
  /** Whether one sees that it has the focus. */
  readonly isShown: boolean;
  /** Whether the bar at the foot, or the edge of the window, hides it. */
  readonly isCovered: boolean;
}

/** Numbers whatever can be worked with, and gives the names: of radio buttons with one name one is enough. */
async function controlsOn(page: Page): Promise<string[]> {
  return page.evaluate((controls) => {
    const seen = new Set<string>();
    const found = [...document.querySelectorAll<HTMLElement>(controls)].filter((control) => {
      if (!control.checkVisibility() || control.tabIndex < 0 || control.matches(':disabled')) return false;
      if (!(control instanceof HTMLInputElement) || control.type !== 'radio') return true;
      const group = `${control.form?.id ?? ''} ${control.name}`;
      const isFirst = !seen.has(group);
      seen.add(group);
      return isFirst;
    });
    return found.map((control, index) => {
      const words = (control.textContent.trim() || control.getAttribute('name')) ?? '';
      const name = `${String(index)} ${control.tagName.toLowerCase()} ${words.slice(0, 40)}`;
      const radios =
        control instanceof HTMLInputElement && control.type === 'radio'
          ? [...document.querySelectorAll<HTMLInputElement>('input[type="radio"]')].filter(
              (other) => other.name === control.name && other.form === control.form,
            )
          : [control];
      for (const one of radios) one.dataset['met'] = name;
      return name;
    });
  }, CONTROLS);
}

/** Where the focus is. */
async function focused(page: Page): Promise<Met | undefined> {
  return page.evaluate(() => {
    const control = document.activeElement;
    const name = control instanceof HTMLElement ? control.dataset['met'] : undefined;
    if (!control || name === undefined) return undefined;
    // Of chips and cards the whole shows the focus, not the small box within.
    const shown = [control, control.closest('label')].filter((one) => one !== null);
    const isShown = shown.some((one) => getComputedStyle(one).outlineStyle !== 'none');
    const { top, bottom, left } = control.getBoundingClientRect();
    const bar = document.querySelector('.action-bar');
    const edge =
      bar && !bar.contains(control) && !control.closest('.admin-side')
        ? bar.getBoundingClientRect().top
        : innerHeight;
    // What is higher than the window cannot be seen whole.
    const isCovered = bottom - top < 200 && (bottom > edge + 1 || top < -1) && left >= 0;
    return { name, isShown, isCovered };
  });
}

for (const name of [
  'overview',
  'third parties',
  'a draft',
  'form of a third party',
  'staff',
  'dossier',
] as const)
  for (const width of [360, 1440])
    test(`${name}: everything is reached by the keyboard, in sight, at ${String(width)} px`, async ({
      page,
      staffSite,
    }) => {
      test.setTimeout(120_000);
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await page.goto(addressOf(ADMIN_PAGES[name] ?? '', staffSite));
      const wanted = await controlsOn(page);
      const met = new Map<string, Met>();
      for (let press = 0; press < wanted.length * 2 + 20 && met.size < wanted.length; press += 1) {
        await page.keyboard.press('Tab');
        const control = await focused(page);
        if (!control) continue;
        // A day has a stop for its day, month, year and calendar: the last one shows the focus on its own.
        const isShown = control.isShown || (met.get(control.name)?.isShown ?? false);
        met.set(control.name, { ...control, isShown });
      }
      expect(
        wanted.filter((control) => !met.has(control)),
        'not reached',
      ).toEqual([]);
      expect(
        [...met.values()].filter(({ isShown }) => !isShown),
        'focus not seen',
      ).toEqual([]);
      expect(
        [...met.values()].filter(({ isCovered }) => isCovered),
        'covered',
      ).toEqual([]);
    });

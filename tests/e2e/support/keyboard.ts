import type { Page } from '@playwright/test';

const CONTROLS = 'a[href], button, input:not([type="hidden"]), select, textarea, summary';

/** What the keyboard meets, in words a person can look up. */
interface Met {
  readonly name: string;
  /** Whether one sees that it has the focus. */
  readonly isShown: boolean;
  /** Whether something that sticks to the window or lies over the page hides it, or the edge of the window. */
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
    const { x, width, top, bottom } = control.getClientRects()[0] ?? control.getBoundingClientRect();
    // What is higher than a part of the window cannot be seen whole.
    const isCovered =
      bottom - top < 200 &&
      [top + 2, bottom - 2].some((y) => {
        const seen = document.elementFromPoint(x + width / 2, y);
        return !seen || !(control.contains(seen) || seen.contains(control));
      });
    return { name, isShown, isCovered };
  });
}

/** What is wrong with the way through a page by this key, in words; each control is met once at least. */
export async function faultsOnTheWay(page: Page, key: 'Tab' | 'Shift+Tab'): Promise<string[]> {
  const wanted = await controlsOn(page);
  const met = new Map<string, Met>();
  for (let press = 0; press < wanted.length * 2 + 20 && met.size < wanted.length; press += 1) {
    await page.keyboard.press(key);
    const control = await focused(page);
    if (!control) continue;
    // A day has a stop for its day, month, year and calendar: the one that shows the focus on its own is enough.
    const isShown = control.isShown || (met.get(control.name)?.isShown ?? false);
    met.set(control.name, { ...control, isShown });
  }
  return [
    ...wanted.filter((name) => !met.has(name)).map((name) => `not reached: ${name}`),
    ...[...met.values()].filter(({ isShown }) => !isShown).map(({ name }) => `focus not seen: ${name}`),
    ...[...met.values()].filter(({ isCovered }) => isCovered).map(({ name }) => `covered: ${name}`),
  ];
}

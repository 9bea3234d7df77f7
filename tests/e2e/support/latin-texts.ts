import type { Page } from '@playwright/test';

/** Where a text stands on the page, and the text. */
export interface LatinText {
  readonly at: string;
  readonly text: string;
}

/**
 * Everything that the page says in its own language and in Latin letters: in a page of a language with another script
 * that is a name, or a word that nobody translated. What is marked as another language, and what is typed as it stands
 * (`code`), is left out.
 */
export function latinTextsOn(page: Page): Promise<LatinText[]> {
  return page.evaluate(() => {
    const language = document.documentElement.lang;
    // What scripts and paper say stands in data attributes.
    const said = /^(alt|aria-label|label|placeholder|title|data-(copied|label|name|shown|page|pages|of))$/;
    const isOwn = (element: Element): boolean =>
      element.closest('[lang]')?.getAttribute('lang') === language &&
      !element.closest('script, style, code, pre, [aria-hidden="true"]');
    const isSaid = (element: Element, name: string): boolean =>
      said.test(name) || (name === 'content' && element.matches('[name="description"]'));
    const found: { at: string; text: string }[] = [];
    const note = (at: string, text: string): void => {
      if (/[A-Za-z]{2}/.test(text)) found.push({ at, text: text.trim().replaceAll(/\s+/g, ' ') });
    };
    for (const element of document.querySelectorAll('*')) {
      if (!isOwn(element)) continue;
      for (const child of element.childNodes)
        if (child.nodeType === Node.TEXT_NODE) note(element.tagName.toLowerCase(), child.textContent ?? '');
      for (const { name, value } of element.attributes) if (isSaid(element, name)) note(`@${name}`, value);
    }
    return found;
  });
}

import type { Page } from '@playwright/test';

/**
 * What a browser meets on pages that no page may do: fail silently, ask another host. The list grows as it happens.
 *
 * @param site the origin that pages may ask
 */
export function faultsOn(page: Page, site: string): string[] {
  const faults: string[] = [];
  page.on('console', (message) => {
    // A browser also tells the status of the page that was asked for: a page about a wrong address is no fault, nor is a form that was refused.
    const status = /the server responded with a status of 40[01349]/.test(message.text());
    if (['error', 'warning'].includes(message.type()) && !status) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== site) faults.push(`asks ${request.url()}`);
  });
  return faults;
}

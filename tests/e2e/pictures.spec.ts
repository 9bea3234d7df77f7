import type { Page } from '@playwright/test';
import { CHROMIUM_ARGUMENTS, chromiumPath } from '../support/chromium.ts';
import { STILL_ARGUMENTS } from './support/still.ts';
import { expect, test } from './support/still-site.ts';

const executablePath = chromiumPath();
test.use({
  launchOptions: {
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [...CHROMIUM_ARGUMENTS, ...STILL_ARGUMENTS],
  },
});

const DESK = { width: 1200, height: 840 };
const PHONE = { width: 360, height: 740 };

interface Picture {
  readonly address: string;
  readonly screen?: typeof DESK;
  readonly scheme?: 'dark';
  /** Begins where this stands, not at the top. */
  readonly from?: string;
}

const PICTURES: Readonly<Record<string, Picture>> = {
  register: { address: '/' },
  'register-dark': { address: '/', scheme: 'dark' },
  'register-phone': { address: '/', screen: PHONE },
  list: { address: '/', from: '#list' },
  'list-phone-dark': { address: '/', from: '.list tbody', screen: PHONE, scheme: 'dark' },
  'third-party': { address: '/third-parties/sentry' },
  notice: { address: '/changes/4' },
  'notice-phone': { address: '/changes/6', screen: PHONE },
  changes: { address: '/changes' },
  comparison: { address: '/compare?from=1&to=6' },
  map: { address: '/map' },
};

const STAFF_PICTURES: Readonly<Record<string, Picture>> = {
  'staff-sign-in': { address: '/admin/sign-in' },
  'staff-overview': { address: '/admin' },
  'staff-form': { address: '/admin/drafts/new?what=replace&third-party=postmark' },
};

async function expectPicture(page: Page, name: string, picture: Picture): Promise<void> {
  const { address, screen = DESK, scheme = 'light', from } = picture;
  await page.setViewportSize(screen);
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
  await page.goto(address);
  await page.evaluate(() => document.fonts.ready);
  if (from !== undefined)
    await page
      .locator(from)
      .first()
      .evaluate((start) => start.scrollIntoView());
  // A few points of a letter's edge are drawn otherwise by another release of the browser; a moved line is far more.
  await expect(page).toHaveScreenshot(`${name}.png`, { maxDiffPixelRatio: 0.002, threshold: 0.1 });
}

for (const [name, picture] of Object.entries(PICTURES)) {
  test(`${name} looks as it did`, ({ page }) => expectPicture(page, name, picture));
}

for (const [name, picture] of Object.entries(STAFF_PICTURES)) {
  test(`${name} looks as it did`, async ({ page, context, stillSite }) => {
    if (name !== 'staff-sign-in') {
      const { hostname } = new URL(stillSite.url);
      await context.addCookies([{ ...stillSite.cookie, domain: hostname, path: '/' }]);
    }
    await expectPicture(page, name, picture);
  });
}

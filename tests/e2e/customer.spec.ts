import { expect, test } from './support/site.ts';

/** The day so many days before today, as a date field takes it. */
function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a customer finds who gets e-mail addresses outside the EEA, what is planned, and what the list said a year ago', async ({
      page,
    }) => {
      await test.step('narrows the list', async () => {
        await page.goto('/');
        await page.locator('summary', { hasText: 'Country' }).click();
        await page.getByLabel('Outside the EEA').check();
        await page.locator('summary', { hasText: 'Personal data' }).click();
        await page.getByLabel('E-mail address').check();
        await page.getByRole('button', { name: 'Show' }).first().click();
        const list = page.locator('#list');
        await expect(
          list.getByRole('link', { name: 'Remove the filter Country: Outside the EEA' }),
        ).toBeVisible();
        const application = list.getByRole('region', { name: 'Application' });
        await expect(application.getByRole('rowheader', { name: 'Postmark' })).toContainText('United States');
        await expect(application.getByRole('rowheader', { name: 'TransIP' })).toHaveCount(0);
        await expect(list.getByRole('rowheader', { name: 'Trello' })).toContainText('Australia');
      });

      await test.step('sees what is planned, and until when one can object', async () => {
        const planned = page.getByRole('region', { name: 'What is coming' });
        await expect(planned).toContainText('days left to object');
        await planned.getByRole('link', { name: /^Sentry is added/ }).click();
        await expect(page.getByRole('heading', { level: 1 })).toContainText(
          'Sentry is added (Application), from',
        );
        await expect(page.getByText('Functional Software, Inc.', { exact: true })).toBeVisible();
        await expect(page.getByRole('link', { name: 'Object by e-mail' })).toHaveAttribute(
          'href',
          /^mailto:objections@example\.com\?subject=/,
        );
      });

      await test.step('reads the list as it was a year ago, and what it said then', async () => {
        await page.getByRole('link', { name: 'Register', exact: true }).click();
        await page.getByLabel('On day').fill(daysAgo(365));
        await page.locator('#another-day').getByRole('button', { name: 'Show' }).click();
        await expect(page.getByText(/^What was in effect on .*, as known today$/)).toBeVisible();
        await expect(page.getByRole('rowheader', { name: 'Mailchimp' })).toBeVisible();
        await expect(page.getByRole('rowheader', { name: 'Campaign Monitor' })).toHaveCount(0);
        await page.getByRole('link', { name: /^See what this list said on .* \(edition 1\)$/ }).click();
        await expect(page.getByText(/^The register as edition 1 left it, on/)).toBeVisible();
        await page.getByRole('rowheader', { name: 'Mailchimp' }).getByRole('link').first().click();
        await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mailchimp');
      });
    });
  });
}

test('a customer who knows an edition sees what changed since', async ({ page }) => {
  await page.goto('/');
  await page.getByLabel('Changed since edition').fill('3');
  await page.locator('#compare').getByRole('button', { name: 'Show' }).click();
  const since = page.getByRole('region', { name: 'Changed since edition 3' });
  await expect(since.getByRole('link', { name: 'MemCached Cloud', exact: true })).toBeVisible();
  await expect(
    since.getByRole('listitem').filter({ hasText: 'Redis Labs Inc. is now called Redis Inc.' }),
  ).toBeVisible();
  await expect(page.getByRole('rowheader', { name: 'MemCached Cloud' })).toContainText(
    'Changed since edition 3',
  );
});

test('a Dutch reader changes the language and stays on the page', async ({ page }) => {
  await page.goto('/changes/6?nothing=1');
  await page.getByRole('link', { name: 'Nederlands' }).click();
  await expect(page).toHaveURL(/\/nl\/changes\/6$/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'nl');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Sentry wordt toegevoegd');
});

test('a reader who takes a wrong turn is led on', async ({ page }) => {
  await page.goto('/third-parties/nobody');
  await expect(page.getByText('The register has no third party with the id “nobody”.')).toBeVisible();
  await page.getByRole('link', { name: 'The register of today' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Subprocessors and other third parties');
});

test('a reader with a keyboard skips to the content', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the content' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
});

test('a customer goes from a mark in the strip of months to its notice', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto('/');
  const strip = page.getByRole('region', { name: 'The last 24 months' });
  const mark = strip.getByRole('link', { name: /^\d+ \w+ \d{4}: Vimeo is added \(Websites\)$/ });
  await mark.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vimeo is added (Websites)');
});

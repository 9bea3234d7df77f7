import { expect, test } from './support/site.ts';

const LIST = '#list';

test('the list follows what is typed, and the address with it, on the same page', async ({ page }) => {
  await page.goto('/about');
  await page.goto('/?on=2026-11-01');
  await page.locator('body').evaluate((body) => body.setAttribute('data-seen', ''));
  const search = page.getByRole('searchbox', { name: 'Search' });
  await search.pressSequentially('notif');
  await expect(page.getByRole('rowheader', { name: 'Postmark' })).toBeVisible();
  await expect(page.getByRole('rowheader', { name: 'Amazon S3' })).toHaveCount(0);
  await expect(page).toHaveURL('/?on=2026-11-01&q=notif');
  await expect(page.locator(LIST).getByRole('status')).toHaveText(/^\d+ third part(y|ies) shown of \d+$/);
  // The cursor stays where it was: one can go on typing.
  await expect(search).toBeFocused();
  await search.press('ArrowLeft');
  await page.keyboard.type('xx');
  await expect(search).toHaveValue('notixxf');
  await expect(page.locator(LIST)).toContainText('No third party matches these filters.');
  await test.step('another language keeps what was typed', async () => {
    await expect(page.getByRole('link', { name: 'Nederlands' })).toHaveAttribute('href', /q=notixxf/);
  });
  await expect(page.locator('body[data-seen]')).toHaveCount(1);

  await test.step('the way back leads to the page before, and forward to what was shown last', async () => {
    await page.goBack();
    await expect(page).toHaveURL('/about');
    await page.goForward();
    await expect(page).toHaveURL('/?on=2026-11-01&q=notixxf');
    await expect(page.getByRole('searchbox', { name: 'Search' })).toHaveValue('notixxf');
    await expect(page.locator(LIST)).toContainText('No third party matches these filters.');
  });
});

test('a choice holds at once, is counted, and is taken back by its chip', async ({ page }) => {
  await page.goto('/');
  await page.locator('summary', { hasText: 'Country' }).click();
  await page.getByLabel('Outside the EEA').check();
  await expect(page).toHaveURL('/?country=outside-eea');
  const country = page.locator('summary', { hasText: 'Country' });
  await expect(country).toContainText('1');
  // The choices stay open: one may want a second value.
  await expect(page.getByLabel('Norway')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(country).toBeFocused();
  await expect(page.getByLabel('Norway')).toBeHidden();
  await test.step('whoever goes on by the keyboard finds nothing under what was open', async () => {
    await country.press('Enter');
    await expect(page.getByLabel('Norway')).toBeVisible();
    await page.keyboard.press('Shift+Tab');
    await expect(page.getByLabel('Norway')).toBeHidden();
  });
  await page.getByLabel('Status').selectOption({ label: 'All' });
  await expect(page).toHaveURL('/?state=all&country=outside-eea');
  await page.getByRole('link', { name: 'Remove the filter Country: Outside the EEA' }).click();
  await expect(page).toHaveURL('/?state=all#list');
});

test('a reader whose network fails while typing gets the page that the form leads to', async ({
  page,
  watch,
}) => {
  await page.goto('/');
  await page.route(
    (url) => url.searchParams.has('q'),
    (route) => (route.request().isNavigationRequest() ? route.continue() : route.abort()),
  );
  await page.getByRole('searchbox', { name: 'Search' }).fill('postmark');
  await page.waitForURL(/q=postmark.*#list$/);
  await expect(page.getByRole('rowheader')).toHaveCount(1);
  expect(watch.faults.splice(0)).toEqual(['Failed to load resource: net::ERR_FAILED']);
});

test('a link to a row is copied, and leads to it', async ({ page, context, baseURL }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/');
  await page.getByRole('link', { name: 'Link to Postmark' }).first().click();
  await expect(page).toHaveURL('/#application--postmark');
  await expect(page.locator('#said')).toHaveText('The link was copied.');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(`${baseURL ?? ''}/#application--postmark`);
});

test('the headings of a long table stay in sight', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 500 });
  await page.goto('/');
  const heading = page.getByRole('columnheader', { name: 'Purpose' }).first();
  await page.evaluate(() => document.querySelector('#application--visma-connect')?.scrollIntoView());
  await expect(heading).toBeInViewport();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the same form and the headings lead to the same lists', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('searchbox', { name: 'Search' }).fill('postmark');
    await page.getByRole('button', { name: 'Show' }).first().click();
    await expect(page).toHaveURL(/[?&]q=postmark&.*#list$/);
    await expect(page.getByRole('rowheader')).toHaveCount(1);
    await page.getByRole('link', { name: 'Clear all filters' }).click();

    const heading = page.getByRole('columnheader', { name: 'Kept for' }).first();
    await expect(heading).not.toHaveAttribute('aria-sort');
    for (const order of ['ascending', 'descending']) {
      await heading.getByRole('link').click();
      await expect(heading).toHaveAttribute('aria-sort', order);
    }
    await expect(page).toHaveURL('/?sort=-retention#scope-application');
    await heading.getByRole('link').click();
    await expect(page).toHaveURL('/#scope-application');
  });

  test('a label of personal data narrows the list to it, and leads back', async ({ page }) => {
    await page.goto('/');
    await page.locator(LIST).getByRole('link', { name: 'Phone number', exact: true }).first().click();
    await expect(page).toHaveURL('/?data=phone-number#list');
    const label = page.getByRole('cell').getByRole('link', {
      name: 'Remove the filter Personal data: Phone number',
    });
    await expect(label.first()).toHaveAttribute('aria-current', 'true');
    await label.first().click();
    await expect(page).toHaveURL('/#list');
  });
});

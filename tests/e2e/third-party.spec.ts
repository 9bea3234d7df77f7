import { expect, test } from './support/site.ts';
import { tooWideBy } from './support/within-screen.ts';

test('a reviewer goes from question to question, and copies the whole page as text though it lies folded', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/third-parties/amazon-s3');
  const contents = page.getByRole('navigation', { name: 'On this page' });
  await contents.getByRole('link', { name: 'Safeguards' }).click();
  await expect(page).toHaveURL(/#transfer$/);
  await expect(page.getByRole('region', { name: /^Does the data leave/ })).toBeInViewport();

  await expect(page.locator('#as-text')).toBeHidden();
  await page.getByRole('button', { name: 'Copy as text' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^Amazon S3\nAmazon\.com Inc\., United States\n/);
  expect(copied).toContain('\nHow long does it keep the data?\n');
});

test('a name of one long word stays within a phone', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 740 });
  await page.goto('/third-parties/amazon-s3');
  for (const place of [page.getByRole('heading', { level: 1 }), page.locator('.party-name .lead')])
    await place.evaluate((element) => {
      element.textContent =
        'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
    });
  expect(await tooWideBy(page)).toBe(0);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false });

  test('the list of contents is folded, and the text can be opened without a script', async ({ page }) => {
    await page.goto('/third-parties/amazon-s3');
    const contents = page.getByRole('navigation', { name: 'On this page' });
    await expect(contents.getByRole('link', { name: 'Retention' })).toBeHidden();
    await contents.locator('summary').click();
    await expect(contents.getByRole('link', { name: 'Retention' })).toBeVisible();
    await page.getByText('This page as plain text, for a questionnaire').click();
    await expect(page.locator('#as-text')).toContainText('Amazon.com Inc.');
  });
});

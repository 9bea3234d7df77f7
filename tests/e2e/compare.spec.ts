import { expect, test } from './support/site.ts';

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a reader chooses two editions, reads what differs, and turns them round', async ({ page }) => {
    await page.goto('/compare');
    const editions = page.getByRole('group', { name: 'Two editions' });
    await editions.getByLabel('From').selectOption({ value: '3' });
    await editions.getByLabel('To', { exact: true }).selectOption({ value: '5' });
    await editions.getByRole('button', { name: 'Compare' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('From edition 3 to edition 5');
    await expect(page.getByRole('heading', { level: 2, name: 'Changed 2' })).toBeVisible();
    await page.getByRole('link', { name: 'Swap the two moments' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('From edition 5 to edition 3');
    await expect(page.getByText('this reads backwards in time')).toBeVisible();
  });

  test('what was struck and added says so in words, not by its look alone', async ({ page }) => {
    await page.goto('/changes/5');
    await expect(page.getByRole('deletion').first()).toHaveText(/^removed:\s\S/);
    await expect(page.getByRole('insertion').first()).toHaveText(/^added:\s\S/);
  });
});

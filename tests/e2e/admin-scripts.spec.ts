import type { Page } from '@playwright/test';
import { beginReplacement } from './support/staff-pages.ts';
import { expect, test } from './support/staff-site.ts';

/** What the pages send without leaving, and by going on: the values of `action`, as they are sent. */
function actionsSent(page: Page): string[] {
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST')
      sent.push(new URLSearchParams(request.postData() ?? '').get('action') ?? '');
  });
  return sent;
}

test('the preview follows what is typed, and the page stays where it is', async ({ page }) => {
  await beginReplacement(page, 'Postmark', 'Brevo');
  const preview = page.getByRole('region', { name: 'Preview' });
  await expect(preview).not.toContainText('Brevo for the register');
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Brevo for the register');
  await expect(preview).toContainText('Brevo for the register');
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused();
});

test('a place is added and taken away without a new page, with the focus where one goes on', async ({
  page,
}) => {
  await beginReplacement(page, 'Postmark', 'Mailjet');
  const address = page.url();
  await page.getByLabel('Purpose (English)').fill('Typed, and not lost');
  await page.getByRole('button', { name: 'Add a place' }).click();
  const second = page.getByRole('group', { name: 'Place 2' });
  await expect(second.getByLabel('What happens there')).toBeFocused();
  await expect(page.locator('#said')).toHaveText('Added');
  await second.getByRole('button', { name: 'Remove' }).click();
  await expect(second).toHaveCount(0);
  await expect(page.getByRole('group', { name: 'Places', exact: true })).toBeFocused();
  await expect(page.getByLabel('Purpose (English)')).toHaveValue('Typed, and not lost');
  expect(page.url()).toBe(address);
});

test('whoever leaves with something unsaved is asked; whoever saves is not', async ({ page }) => {
  await beginReplacement(page, 'Postmark', 'Mailgun');
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.message());
    void dialog.dismiss();
  });
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Mailgun for the register');
  await page.getByRole('link', { name: 'Back to the draft' }).click();
  await expect.poll(() => asked).toEqual([expect.stringContaining('has not been saved')]);
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue(
    'Mailgun for the register',
  );
  await page.getByRole('button', { name: 'Save in the draft' }).click();
  await expect(page.getByRole('status').first()).toContainText('Saved in the draft.');
  await page.getByRole('link', { name: 'Drafts' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Drafts');
  expect(asked).toHaveLength(1);
});

test('a button that is pressed twice sends its form once', async ({ page }) => {
  await page.goto('/admin/settings');
  const sent = actionsSent(page);
  // Two presses before the browser has answered the first.
  await page.getByRole('button', { name: 'Save the settings' }).evaluate((button) => {
    if (!(button instanceof HTMLButtonElement)) return;
    button.click();
    button.click();
  });
  await expect(page.getByRole('status').first()).toContainText('The settings were saved.');
  expect(sent).toEqual(['save']);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a place is added, the preview is shown and the draft saved by ordinary buttons', async ({ page }) => {
    await beginReplacement(page, 'Postmark', 'Resend');
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Resend for the register');
    await page.getByRole('button', { name: 'Add a place' }).click();
    const second = page.getByRole('group', { name: 'Place 2' });
    await second.getByLabel('Country or area').selectOption({ label: 'Ireland' });
    await page.getByRole('button', { name: 'Show the preview' }).click();
    const preview = page.getByRole('region', { name: 'Preview' });
    await expect(preview).toContainText('Resend for the register');
    await expect(preview).toContainText('Ireland');
    await page.getByRole('button', { name: 'Save in the draft' }).click();
    await expect(page.getByRole('status').first()).toContainText('Saved in the draft.');
  });
});

import { expect, test, type Page } from '@playwright/test';
import { accentFrom } from '../../src/look/accent.ts';
import { signedInAs } from '../support/staff.ts';
import { startStaffSite, type StaffSite } from '../support/staff-site.ts';

const LOGO =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 1"><path fill="#e30613" d="M0 0h3v1H0z"/></svg>';
const TRAP = LOGO.replace('</svg>', '<script>document.title = "caught"</script></svg>');

let site: StaffSite;

test.beforeAll(async () => {
  site = await startStaffSite();
});

test.afterAll(async () => {
  await site.close();
});

async function asAdmin(page: Page): Promise<void> {
  const { cookie } = await signedInAs(site.context, 'admin');
  const [name = '', value = ''] = cookie.split(/=(.*)/s);
  await page.context().addCookies([{ name, value, url: site.url }]);
}

function chosen(name: string, text: string) {
  return { name, mimeType: 'image/svg+xml', buffer: Buffer.from(text) };
}

test.use({ javaScriptEnabled: false });

test('an administrator gives the pages a colour and a logo, is told what cannot be, and readers see the rest', async ({
  page,
}) => {
  await asAdmin(page);
  await page.goto(`${site.url}/admin/settings/look`);
  await page.getByLabel('Accent colour').fill('#ffd100');
  await page.getByRole('button', { name: 'Show how it looks' }).click();
  await expect(page.getByText('Text in #ffd100 would be hard to read on light ground.')).toBeVisible();

  await page.getByLabel('For light ground').setInputFiles(chosen('logo.png', TRAP));
  await page.getByRole('button', { name: 'Save the look' }).click();
  await expect(page.getByRole('alert')).toContainText('a still picture does not need: <script>');
  await expect(page.getByLabel('Accent colour')).toHaveValue('#ffd100');

  await page.getByLabel('For light ground').setInputFiles(chosen('logo.svg', LOGO));
  await page.getByLabel('The logo already shows the organisation’s name').check();
  await page.getByRole('button', { name: 'Save the look' }).click();
  await expect(page.getByText('The look was saved.')).toBeVisible();

  await page.goto(`${site.url}/`);
  const logo = page.getByRole('banner').getByRole('img', { name: 'Example B.V.' });
  await expect(logo).toHaveJSProperty('naturalHeight', 100);
  const { light, dark } = accentFrom('#ffd100');
  expect(dark.accent).toBe('#ffd100');
  await expectFocusIn(page, light.accent);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectFocusIn(page, dark.accent);
});

/** The outline of what has the focus is of the accent, whatever else a page is made of. */
async function expectFocusIn(page: Page, colour: string): Promise<void> {
  const parts = (colour.match(/[0-9a-f]{2}/g) ?? []).map((digits) => Number.parseInt(digits, 16));
  await page.keyboard.press('Tab');
  await expect(page.locator(':focus')).toHaveCSS('outline-color', `rgb(${parts.join(', ')})`);
}

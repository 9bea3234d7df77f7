import { expect, test, type Browser, type Page } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../db/client.ts';
import { systemClock } from '../../src/clock.ts';
import { parseConfiguration } from '../../src/configuration.ts';
import type { StaffRole } from '../../src/staff/roles.ts';
import { signedInAs } from '../support/staff.ts';
import { startRegistry, stopRegistry, type Registry } from './support/registry.ts';

let folder: string;
let registry: Registry;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'registry-desk-'));
  registry = await startRegistry(folder);
});
test.afterEach(async () => {
  await stopRegistry(registry);
  await rm(folder, { recursive: true });
});

/** The browser of a colleague who is signed in; without scripts, unless they are asked for. */
async function browserOf(
  browser: Browser,
  role: StaffRole,
  name: string,
  javaScriptEnabled = false,
): Promise<Page> {
  const configuration = parseConfiguration({ DATABASE_URL: `file:${folder}/registry.db` });
  const database = await openDatabase({ url: configuration.databaseUrl });
  const { cookie } = await signedInAs({ clock: systemClock, configuration, database }, role, name);
  await database.close();
  const context = await browser.newContext({ baseURL: registry.url, javaScriptEnabled });
  const [cookieName = '', value = ''] = cookie.split(/=(.*)/s);
  await context.addCookies([{ name: cookieName, value, url: registry.url }]);
  return context.newPage();
}

const DOSSIER = '/admin/third-parties/amazon-s3/dossier';

test('a dossier is kept, and told in the list, on the overview and in the audit log', async ({ browser }) => {
  const page = await browserOf(browser, 'editor', 'Eddy Editor');
  await page.goto('/admin/third-parties');
  await page.getByRole('searchbox', { name: 'Search' }).fill('amazon');
  await page.getByRole('button', { name: 'Show' }).click();
  await page.getByRole('link', { name: 'Amazon S3' }).click();
  await page.getByRole('link', { name: 'Edit the dossier' }).click();
  await page.getByLabel('Owner').selectOption('Eddy Editor');
  await page.getByLabel('Next review').fill('2026-01-31');
  await page.getByLabel('State of the contract').selectOption('Signed');
  await page.getByLabel('Contact person').fill('Jane Roe <script>alert(1)</script>');
  await page.getByRole('button', { name: 'Save the dossier' }).click();

  await expect(page.getByRole('status').first()).toContainText('The dossier has been saved.');
  await expect(page.getByText('Jane Roe <script>alert(1)</script>')).toBeVisible();
  await page.getByRole('link', { name: 'Third parties' }).first().click();
  const row = page.getByRole('row', { name: /^Amazon S3/ });
  await expect(row).toContainText('Eddy Editor');
  await expect(row).toContainText('overdue');
  await page.goto('/admin');
  await expect(page.getByRole('region', { name: 'Reviews due' })).toContainText('Owner: Eddy Editor');
  await page.goto('/admin/audit');
  const entry = page.getByRole('listitem').filter({ hasText: 'Saved a dossier' });
  await expect(entry).toContainText('Unknown → Signed');
  await expect(entry).not.toContainText('Jane');
});

test('a form with a fault comes back with status 400, all that was typed, and the fault at its field', async ({
  browser,
}) => {
  const page = await browserOf(browser, 'editor', 'Eddy Editor');
  await page.goto(DOSSIER);
  await page.getByLabel('Assessed on').fill('2027-01-02');
  await page.getByLabel('Next assessment').fill('2027-01-01');
  await page.getByRole('textbox', { name: 'Notes' }).fill('Two\nlines.');
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'POST'),
    page.getByRole('button', { name: 'Save the dossier' }).click(),
  ]);
  expect(answer.status()).toBe(400);
  const message = 'The next assessment cannot lie before the day of the last one.';
  await expect(page.getByRole('alert').getByRole('link', { name: message })).toHaveAttribute(
    'href',
    '#assessmentNextOn',
  );
  await expect(page.getByLabel('Next assessment')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByRole('textbox', { name: 'Notes' })).toHaveValue('Two\nlines.');
});

test('of two colleagues at one dossier the second sees both versions and chooses, field by field', async ({
  browser,
}) => {
  const [eddy, olga] = [
    await browserOf(browser, 'editor', 'Eddy Editor'),
    await browserOf(browser, 'editor', 'Olga Owner'),
  ];
  for (const page of [eddy, olga]) await page.goto(DOSSIER);
  await olga.getByLabel('State of the contract').selectOption('Signed');
  await olga.getByRole('textbox', { name: 'Notes' }).fill('From Olga.');
  await olga.getByRole('button', { name: 'Save the dossier' }).click();
  await eddy.getByLabel('Contact person').fill('Jane Roe');
  await eddy.getByRole('textbox', { name: 'Notes' }).fill('From Eddy.');
  const [answer] = await Promise.all([
    eddy.waitForResponse((response) => response.request().method() === 'POST'),
    eddy.getByRole('button', { name: 'Save the dossier' }).click(),
  ]);
  expect(answer.status()).toBe(409);
  const contract = eddy.getByRole('group', { name: 'State of the contract' });
  await expect(contract.getByRole('radio', { name: /^Signed/ })).toBeChecked();
  const notes = eddy.getByRole('group', { name: 'Notes' });
  await expect(notes.getByRole('radio', { name: /^From Eddy\./ })).toBeChecked();
  await notes.getByRole('radio', { name: /^From Olga\./ }).check();
  await eddy.getByRole('button', { name: 'Save what is chosen' }).click();
  await expect(eddy.getByRole('status').first()).toContainText('The dossier has been saved.');
  for (const text of ['Jane Roe', 'From Olga.', 'Signed'])
    await expect(eddy.getByText(text, { exact: true }).first()).toBeVisible();
});

test('a viewer reads a dossier and cannot save one', async ({ browser }) => {
  const page = await browserOf(browser, 'viewer', 'Vera Viewer');
  await page.goto(DOSSIER);
  await expect(page.getByRole('heading', { name: 'Dossier of Amazon S3' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save the dossier' })).toHaveCount(0);
  const answer = await page.request.post(registry.url + DOSSIER, {
    form: { action: 'save', version: '0', contract: 'none' },
    headers: { origin: registry.url },
  });
  expect(answer.status()).toBe(403);
});

test('the audit log is narrowed, and taken away with the same filter', async ({ browser }) => {
  const page = await browserOf(browser, 'viewer', 'Vera Viewer', true);
  await page.goto('/admin/audit');
  await page.getByLabel('About').fill('edition:6');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page.getByText('1 entry')).toBeVisible();
  await page.getByText('The entry as it is stored').click();
  await expect(page.getByText('system:sample')).toBeVisible();
  const href = await page.getByRole('link', { name: 'Download these entries (CSV)' }).getAttribute('href');
  const file = await page.request.get(registry.url + (href ?? ''));
  expect(file.headers()['content-disposition']).toBe('attachment; filename="audit-log.csv"');
  expect(file.headers()['cache-control']).toContain('no-store');
  expect((await file.text()).trim().split('\r\n')).toHaveLength(2);
});

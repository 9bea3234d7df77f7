import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRegistry, stopRegistry, type Registry } from './support/registry.ts';
import { invite, setPassword, signIn, type Person } from './support/staff-pages.ts';

const ADMIN: Person = {
  name: 'Ada Example',
  email: 'ada@example.com',
  password: 'four words that nobody guesses',
  role: 'Administrator',
};
const EDITOR: Person = {
  name: 'Ed Example',
  email: 'ed@example.com',
  password: 'another four words nobody guesses',
  role: 'Editor',
};

let folder: string;
let registry: Registry;

async function start(environment: Readonly<Record<string, string>> = {}): Promise<void> {
  folder = await mkdtemp(join(tmpdir(), 'registry-staff-'));
  registry = await startRegistry(folder, environment);
}

test.afterEach(async () => {
  await stopRegistry(registry);
  await rm(folder, { recursive: true });
});

async function browserOf(browser: Browser, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({ baseURL: registry.url, javaScriptEnabled });
  return context.newPage();
}

async function signedInAdmin(page: Page): Promise<void> {
  await setPassword(page, await registry.firstAdminLink(), ADMIN);
  await signIn(page, ADMIN);
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

test('an admin invites a colleague, gives another role, and removes them while they are at work', async ({
  browser,
}) => {
  await start();
  const ada = await browserOf(browser);
  const ed = await browserOf(browser);
  await signedInAdmin(ada);
  const link = await invite(ada, EDITOR);

  await test.step('loading the answer again invites nobody twice', async () => {
    await expectAccessible(ada);
    await ada.reload();
    await expect(ada.getByRole('alert')).toContainText('has this address already');
    await expect(ada.getByRole('rowheader', { name: EDITOR.name })).toHaveCount(1);
  });

  await test.step('the link works once', async () => {
    await ed.goto(link);
    await expectAccessible(ed);
    await ed.getByLabel('Password', { exact: false }).first().fill('short');
    await ed.getByLabel('The same password again').fill('other');
    await ed.getByRole('button', { name: 'Set the password' }).click();
    await expect(ed.getByRole('alert')).toContainText('The two passwords are not the same.');
    await setPassword(ed, link, EDITOR);
    await expect(ed).toHaveURL(/\/admin\/sign-in\?done=password-set$/);
    await expect(ed.getByText('Your password is set.')).toBeVisible();
    const again = await ed.goto(link);
    expect(again?.status()).toBe(404);
    await expect(ed.getByRole('heading', { level: 1 })).toHaveText('This link does not work any more');
    await expectAccessible(ed);
    await signIn(ed, EDITOR);
  });

  await test.step('another role', async () => {
    await ada.goto('/admin/staff');
    await ada.getByRole('link', { name: EDITOR.name }).click();
    await expectAccessible(ada);
    await ada.getByRole('radio', { name: 'Approver' }).check();
    await ada.getByRole('button', { name: 'Change the role' }).click();
    await expect(ada.getByRole('status').filter({ hasText: 'The role was changed.' })).toBeVisible();
  });

  await test.step('removed: the next click is the last', async () => {
    await ada.locator('summary', { hasText: 'Remove' }).click();
    await ada.getByRole('button', { name: 'Remove for good' }).click();
    await expect(ada.getByText('Removed. All sessions have ended.')).toBeVisible();
    await ed.goto('/admin');
    await expect(ed).toHaveURL(/\/admin\/sign-in/);
  });
});

test('one’s own page offers nothing by which one could lock oneself out', async ({ browser }) => {
  await start();
  const page = await browserOf(browser);
  await signedInAdmin(page);
  await page.goto('/admin/staff');
  await page.getByRole('link', { name: ADMIN.name }).click();
  await expect(page.getByText('This is you.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Remove for good' })).toHaveCount(0);
  await expectAccessible(page);
});

test('a house rule names who has no second factor before it requires one', async ({ browser }) => {
  await start();
  const page = await browserOf(browser);
  await signedInAdmin(page);
  await page.goto('/admin/settings');
  await expect(page.getByText('One colleague has no second factor')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: ADMIN.name })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('radio', { name: 'Required' }).check();
  await page.getByRole('button', { name: 'Save the settings' }).click();
  await expect(page).toHaveURL(/\/admin\/account\/second-factor/);
});

for (const javaScriptEnabled of [true, false])
  test(`a register of one’s own begins in place of the sample, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    browser,
  }) => {
    await start();
    const page = await browserOf(browser, javaScriptEnabled);
    await signedInAdmin(page);
    await page.goto('/admin/start');
    if (javaScriptEnabled) await expectAccessible(page);
    await page.locator('summary', { hasText: 'Set the sample aside' }).click();
    await page.getByRole('button', { name: 'Set aside, and start empty' }).click();
    await expect(page.getByText('The register is your own now, and empty.')).toBeVisible();
    expect((await readdir(folder)).filter((name) => name.includes('.sample-'))).toHaveLength(1);
    if (javaScriptEnabled) await expectAccessible(page);

    await test.step('what is wrong is said at its field, and what was typed stays', async () => {
      await page.getByLabel('Name of your organisation').fill('Mine B.V.');
      await page.getByLabel('Privacy contact').fill('privacy@example.com');
      await page.getByLabel('Time zone').fill('Europe/Amsterdam');
      await page.getByLabel('Notice period, in days').fill('10');
      await page.getByLabel('Objection period, in days').fill('30');
      await page.getByLabel('Name of the product').fill('Mine App');
      await page.getByRole('button', { name: 'Begin the draft' }).click();
      await expect(page.getByRole('alert')).toContainText('not more than the notice period');
      await expect(page.getByLabel('Name of your organisation')).toHaveValue('Mine B.V.');
    });

    await test.step('the first facts become a draft', async () => {
      await page.getByLabel('Notice period, in days').fill('30');
      await page.getByRole('button', { name: 'Begin the draft' }).click();
      await expect(page).toHaveURL(/\/admin\/drafts\/[0-9a-f-]{36}\?done=draft-begun$/);
      await expect(page.getByRole('heading', { level: 1 })).toContainText('First edition');
      await expect(page.getByRole('main')).toContainText('Mine App');
    });

    await test.step('the start page leads back to it', async () => {
      await page.goto('/admin/start');
      await page.getByRole('link', { name: 'First edition' }).click();
      await expect(page).toHaveURL(/\/admin\/drafts\//);
    });
  });

test('an export is imported as a draft of the first edition, and a wrong file changes nothing', async ({
  browser,
}) => {
  await start();
  const page = await browserOf(browser);
  await signedInAdmin(page);
  const exported = (await (await page.request.get('/subprocessors.json')).json()) as object;

  await page.goto('/admin/start');
  const upload = async (content: string) => {
    await page
      .getByLabel('File')
      .setInputFiles({ name: 'mine.json', mimeType: 'application/json', buffer: Buffer.from(content) });
    await page.getByRole('button', { name: 'Import as a draft' }).click();
  };
  await upload(JSON.stringify({ ...exported, scopes: [] }));
  await expect(page.getByRole('alert')).toContainText('There is no scope');
  await upload('{ "no": json');
  await expect(page.getByRole('alert')).toContainText('From here on this is not JSON.');
  await expectAccessible(page);
  expect((await readdir(folder)).filter((name) => name.includes('.sample-'))).toEqual([]);

  await upload(JSON.stringify(exported));
  await expect(page).toHaveURL(/\/admin\/drafts\/[0-9a-f-]{36}\?done=draft-begun$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Import of a register');
  expect((await readdir(folder)).filter((name) => name.includes('.sample-'))).toHaveLength(1);
});

test('a broken secret stops the start, with what to do about it', async () => {
  await start();
  await stopRegistry(registry);
  await writeFile(join(folder, 'registry.db.secret'), 'half a secr');
  await expect(startRegistry(folder)).rejects.toThrow(/registry\.db\.secret holds no secret\. Put it back/);
});

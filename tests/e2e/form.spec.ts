import { expect, test, type Browser, type Page } from '@playwright/test';
import { beginDraft } from '../../src/drafts/begin-draft.ts';
import { createContext, closeContext } from '../../src/context.ts';
import { createLog } from '../../src/log.ts';
import { signedInAs } from '../support/staff.ts';
import type { StaffRole } from '../../src/staff/roles.ts';
import { openStaffRoom, type StaffRoom } from './support/staff-room.ts';

let room: StaffRoom;

test.beforeAll(async () => {
  room = await openStaffRoom();
});

test.afterAll(async () => {
  await room.close();
});

/** A page of somebody who has just signed in. */
async function pageOf(browser: Browser, role: StaffRole, javaScriptEnabled = true): Promise<Page> {
  const { cookie } = await signedInAs(room.context, role, `Some ${role}`);
  const [name = '', value = ''] = cookie.split('=', 2);
  const context = await browser.newContext({ baseURL: room.url, javaScriptEnabled, locale: 'en-GB' });
  await context.addCookies([{ name, value, url: room.url }]);
  return context.newPage();
}

let drafts = 0;

/** A new draft about a third party that is not in the register yet; the path of its form. */
async function formOfNewcomer(): Promise<string> {
  const { member } = await signedInAs(room.context, 'editor');
  const context = await createContext({
    configuration: room.context.configuration,
    clock: room.context.clock,
    log: createLog({ level: 'silent', clock: room.context.clock }),
  });
  const draft = await beginDraft(context, {
    actor: { kind: 'staff', id: member.id },
    key: `draft-of-a-newcomer-${String(++drafts)}`,
    title: 'A newcomer',
    content: {
      kind: 'changes',
      changes: [
        {
          subject: { kind: 'third-party', id: 'newcomer' },
          fields: [
            { field: 'kind', before: null, after: 'service' },
            { field: 'name/und', before: null, after: 'Newcomer' },
          ],
        },
      ],
    },
  });
  await closeContext(context);
  return `/admin/drafts/${draft.id}/third-parties/newcomer`;
}

function at(page: Page, field: string) {
  return page.locator(`[name="processings.p1.${field}"]`);
}

async function fillProcessing(page: Page): Promise<void> {
  await page.getByLabel('Legal entity').first().fill('Newcomer Inc.');
  await page.locator('[name="entity.country"]').selectOption('US');
  await at(page, 'scope').selectOption('application');
  await at(page, 'purpose.en').fill('Keeps backups.');
  await at(page, 'data.term').first().check();
  await at(page, 'retention.number').fill('30');
  await at(page, 'locations.0.place').selectOption('DE');
}

function save(page: Page): Promise<void> {
  return page.getByRole('button', { name: 'Save in the draft' }).last().click();
}

for (const javaScript of [true, false]) {
  test(`an editor says what a third party does, ${javaScript ? 'with' : 'without'} JavaScript`, async ({
    browser,
  }) => {
    const page = await pageOf(browser, 'editor', javaScript);
    await page.goto(await formOfNewcomer());
    await fillProcessing(page);
    await page.getByRole('button', { name: 'Add a place' }).click();
    await expect(at(page, 'locations.1.place')).toBeVisible();
    await expect(at(page, 'purpose.en')).toHaveValue('Keeps backups.');
    await at(page, 'locations.1.kind').selectOption('backup');
    await at(page, 'locations.1.place').selectOption('US');
    await page.getByRole('button', { name: 'Show the preview' }).click();
    const preview = page.locator('#preview');
    await expect(preview).toContainText('Stored in Germany');
    await expect(preview).toContainText('Third party added');
    await expect(page.getByText('A safeguard is needed.')).toBeVisible();
    await page.getByRole('button', { name: 'Remove Places, Place 2' }).click();
    await expect(at(page, 'locations.1.place')).toHaveCount(0);
    await save(page);
    await expect(page.getByText('Saved in the draft.')).toBeVisible();
    await page.context().close();
  });
}

test('what the law asks for is counted while one types', async ({ browser }) => {
  const page = await pageOf(browser, 'editor', true);
  await page.goto(await formOfNewcomer());
  await fillProcessing(page);
  const facts = page.locator('#completeness');
  await expect(facts).toContainText('7 of 8 facts');
  await expect(facts).not.toContainText('The retention is not stated');
  await page.context().close();
});

test('what is wrong stands at its field, and nothing that was typed is lost', async ({ browser }) => {
  const page = await pageOf(browser, 'editor', false);
  await page.goto(await formOfNewcomer());
  await fillProcessing(page);
  await page.locator('[name="links.website"]').fill('newcomer.example');
  await at(page, 'retention.number').fill('-5');
  const answer = page.waitForResponse((response) => response.request().method() === 'POST');
  await save(page);
  expect((await answer).status()).toBe(400);
  await expect(page.getByRole('alert')).toContainText('Website: This is no web address');
  await expect(page.locator('#links-website-error')).toBeVisible();
  await expect(page.locator('[name="links.website"]')).toHaveValue('newcomer.example');
  await expect(at(page, 'purpose.en')).toHaveValue('Keeps backups.');
  await page.context().close();
});

test('markup that somebody types is text, in the form and in its preview', async ({ browser }) => {
  const page = await pageOf(browser, 'editor');
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.accept();
  });
  await page.goto(await formOfNewcomer());
  await fillProcessing(page);
  const markup = '</textarea><img src=x onerror=alert(1)><script>alert(2)</script>';
  await at(page, 'purpose.en').fill(markup);
  await page.getByRole('button', { name: 'Show the preview' }).click();
  await expect(page.locator('#preview')).toContainText('<img src=x onerror=alert(1)>');
  await expect(at(page, 'purpose.en')).toHaveValue(markup);
  await expect(page.locator('#preview img')).toHaveCount(0);
  expect(dialogs).toEqual([]);
  await page.context().close();
});

test('of two colleagues the second sees both versions and chooses', async ({ browser }) => {
  const form = await formOfNewcomer();
  const [first, second] = [await pageOf(browser, 'editor', false), await pageOf(browser, 'editor', false)];
  await first.goto(form);
  await second.goto(form);
  await fillProcessing(first);
  await save(first);
  await fillProcessing(second);
  await at(second, 'purpose.en').fill('Keeps copies.');
  await second.locator('[name="links.website"]').fill('https://newcomer.example');
  const answer = second.waitForResponse((response) => response.request().method() === 'POST');
  await save(second);
  expect((await answer).status()).toBe(409);
  const choice = second.getByRole('group', { name: 'Purpose (English)' });
  await expect(choice).toContainText('Keeps backups.');
  await expect(choice).toContainText('Keeps copies.');
  await save(second);
  await expect(second.getByRole('alert')).toContainText('Purpose (English): choose one of the two versions.');
  await second.getByLabel('My colleague’s version').check();
  await save(second);
  await expect(second.getByText('Saved in the draft.')).toBeVisible();
  await second.goto(form);
  await expect(at(second, 'purpose.en')).toHaveValue('Keeps backups.');
  await expect(second.locator('[name="links.website"]')).toHaveValue('https://newcomer.example');
  await first.context().close();
  await second.context().close();
});

test('whoever may only read sees the form without its buttons', async ({ browser }) => {
  const form = await formOfNewcomer();
  const page = await pageOf(browser, 'viewer');
  await page.goto(form);
  await expect(page.locator('[name="name.und"]')).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Save in the draft' })).toHaveCount(0);
  await page.context().close();
});

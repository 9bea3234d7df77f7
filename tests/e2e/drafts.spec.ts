import { expect, test, type Browser, type Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { beginDraft } from '../../src/drafts/begin-draft.ts';
import { listDrafts } from '../../src/drafts/read-draft.ts';
import type { StaffRole } from '../../src/staff/roles.ts';
import { signedInAs } from '../support/staff.ts';
import { startStaffSite, type StaffSite } from '../support/staff-site.ts';

let site: StaffSite;

test.beforeAll(async () => {
  site = await startStaffSite();
});
test.afterAll(() => site.close());

/** A colleague at a browser of their own. */
async function colleague(
  browser: Browser,
  role: StaffRole,
  options: { readonly javaScriptEnabled?: boolean } = {},
): Promise<Page> {
  const { cookie } = await signedInAs(site.context, role);
  const [name = '', value = ''] = cookie.split('=', 2);
  const context = await browser.newContext({ baseURL: site.url, ...options });
  await context.addCookies([{ name, value, url: site.url }]);
  return context.newPage();
}

/** A draft that changes nothing yet. */
async function emptyDraft(): Promise<string> {
  const { member } = await signedInAs(site.context, 'editor');
  const draft = await beginDraft(site.context, {
    actor: { kind: 'staff', id: member.id },
    key: randomUUID(),
    title: 'A draft of two',
    content: { kind: 'changes', changes: [] },
  });
  return draft.id;
}

test('a draft begins, is named, and lands on its form, all without JavaScript', async ({ browser }) => {
  const page = await colleague(browser, 'editor', { javaScriptEnabled: false });
  await page.goto('/admin/drafts');
  await page.getByRole('link', { name: 'Begin a draft' }).click();
  await page.getByRole('link', { name: 'Replace a third party by another' }).click();
  await page.getByLabel('Third party').selectOption({ label: 'Postmark' });
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByLabel('Search the catalog').fill('mailjet');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByLabel('Or its name, when it is in neither').fill('Post Office');
  await page.getByRole('button', { name: 'Begin the replacement' }).click();
  await expect(page).toHaveURL(/\/third-parties\/post-office\?done=draft-begun$/);
});

test('an answer to a wrong form keeps what was typed, says what is wrong, and has status 400', async ({
  browser,
}) => {
  const page = await colleague(browser, 'editor');
  await page.goto('/admin/drafts/new?what=add');
  await page.getByLabel('Name', { exact: true }).fill('heroku');
  const answer = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.getByRole('button', { name: 'Begin with this name' }).click();
  expect((await answer).status()).toBe(400);
  await expect(page.getByRole('alert')).toContainText('in the register already');
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('heroku');
});

test('a second click begins one draft', async ({ browser }) => {
  const page = await colleague(browser, 'editor');
  const before = await listDrafts(site.context);
  await page.goto('/admin/drafts/new?what=add');
  await page.getByLabel('Name', { exact: true }).fill('Clicked Twice');
  await page.getByRole('button', { name: 'Begin with this name' }).dblclick();
  await expect(page).toHaveURL(/\/third-parties\/clicked-twice/);
  const after = await listDrafts(site.context);
  expect(after).toHaveLength(before.length + 1);
});

test('two colleagues who save at once both see what the other wrote, and the second chooses', async ({
  browser,
}) => {
  const id = await emptyDraft();
  const [first, second] = [await colleague(browser, 'editor'), await colleague(browser, 'editor')];
  for (const page of [first, second]) await page.goto(`/admin/drafts/${id}`);
  const title = (page: Page) => page.getByLabel('What staff call this draft');
  await title(first).fill('As the first one has it');
  await first.getByRole('button', { name: 'Save' }).click();
  await expect(first.getByRole('status').first()).toContainText('Saved');
  await title(second).fill('As the second one has it');
  await second.getByRole('button', { name: 'Save' }).click();
  await expect(second.getByRole('heading', { name: 'A colleague saved in the meantime' })).toBeVisible();
  await expect(title(second)).toHaveValue('As the second one has it');
  const choice = second.getByRole('group', { name: 'The title' });
  await expect(choice).toContainText('As the first one has it');
  await choice.getByLabel('My colleague’s').check();
  await second.getByRole('button', { name: 'Save' }).click();
  await expect(second.getByRole('heading', { level: 1 })).toHaveText('As the first one has it');
});

test('a removal goes from the first word to a notice, and publishing it twice is one notice', async ({
  browser,
}) => {
  const [editor, approver] = [await colleague(browser, 'editor'), await colleague(browser, 'approver')];
  await editor.goto('/admin/drafts/new?what=remove&third-party=vimeo');
  await editor.getByRole('button', { name: 'Begin the removal' }).click();
  await editor.getByRole('button', { name: 'Submit' }).click();
  await expect(editor.getByRole('status').first()).toContainText('Submitted');
  const draft = new URL(editor.url()).pathname;
  await approver.goto(draft);
  await approver.getByRole('button', { name: 'Approve' }).click();
  await approver.getByRole('link', { name: 'Go on to publishing' }).click();
  const other = await approver.context().newPage();
  await other.goto(`${draft}/publish`);
  for (const page of [approver, other])
    await expect(page.getByText('A published notice is never changed or deleted.')).toBeVisible();
  await Promise.all(
    [approver, other].map((page) => page.getByRole('button', { name: 'Publish as edition' }).click()),
  );
  await expect(approver).toHaveURL(/\/admin\/notices\/7\?done=published$/);
  await expect(other).toHaveURL(/\/admin\/notices\/7\?done=published$/);
  await approver.getByRole('link', { name: 'The public page' }).click();
  await expect(approver.getByRole('heading', { level: 1 })).toHaveText('Vimeo is removed (Websites)');
});

test('what was typed outlives the session: signed in again in another tab, the same page is sent once more', async ({
  browser,
}) => {
  const page = await colleague(browser, 'editor');
  await page.goto('/admin/drafts/new?what=change&third-party=trello');
  await page.getByRole('button', { name: 'Open its form' }).click();
  await page.getByRole('textbox', { name: 'Website' }).fill('https://trello.example/');
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Save in the draft' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You are signed out');
  await expect(page.getByText('The draft has begun')).toHaveCount(0);
  const tab = page.waitForEvent('popup');
  await page.getByRole('link', { name: 'Sign in (new tab)' }).click();
  await expect((await tab).getByRole('heading', { level: 1 })).toHaveText('Sign in');
  await page.context().addCookies(await (await colleague(browser, 'editor')).context().cookies());
  await page.reload();
  await expect(page.getByRole('status').first()).toContainText('Saved in the draft.');
  await page.getByRole('link', { name: 'Open the form of Trello' }).click();
  await expect(page.getByRole('textbox', { name: 'Website' })).toHaveValue('https://trello.example/');
});

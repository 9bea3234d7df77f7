import { expect, type Page } from '@playwright/test';

/** Somebody of the staff, as they sign in. */
export interface Person {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly role: 'Viewer' | 'Editor' | 'Approver' | 'Administrator';
}

/** Opens a one-time link and chooses the password; the first admin also says who they are. */
export async function setPassword(
  page: Page,
  link: string,
  { name, email, password }: Person,
): Promise<void> {
  await page.goto(link);
  const asksWho = page.getByLabel('Your name, as colleagues will read it');
  if (await asksWho.isVisible()) {
    await asksWho.fill(name);
    await page.getByLabel('Your e-mail address').fill(email);
  }
  await page.getByLabel('Password', { exact: false }).first().fill(password);
  await page.getByLabel('The same password again').fill(password);
  await page.getByRole('button', { name: 'Set the password' }).click();
}

/** Signs in on the page of sign-in, and ends on the overview. */
export async function signIn(page: Page, { name, email, password }: Person): Promise<void> {
  await page.goto('/admin/sign-in');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByText(name).first()).toBeVisible();
}

/** As an admin: invites somebody, and reads the link that is to be handed over. */
export async function invite(page: Page, { name, email, role }: Person): Promise<string> {
  await page.goto('/admin/staff');
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('radio', { name: role }).check();
  await page.getByRole('button', { name: 'Invite' }).click();
  await expect(page.getByRole('heading', { name: `${name} is invited` })).toBeVisible();
  return page.getByLabel('Link to hand over').inputValue();
}

/** As an editor: begins a draft in which a vendor of the catalog takes the place of a third party; gives its page. */
export async function beginReplacement(page: Page, old: string, vendor: string): Promise<string> {
  await page.goto('/admin/drafts/new?what=replace');
  await page.getByLabel('Third party').selectOption({ label: old });
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByLabel('A vendor of the catalog').selectOption({ label: vendor });
  await page.getByRole('button', { name: 'Begin the replacement' }).click();
  return draftOpenedIn(page);
}

/** As an approver: begins a draft that postpones a notice; gives its page. */
export async function beginPostponement(page: Page, edition: number): Promise<string> {
  await page.goto(`/admin/notices/${String(edition)}`);
  await page.getByRole('button', { name: 'Begin a postponement' }).click();
  return draftOpenedIn(page);
}

async function draftOpenedIn(page: Page): Promise<string> {
  const ofDraft = /\/admin\/drafts\/[0-9a-f-]{36}/;
  await page.waitForURL(ofDraft);
  return ofDraft.exec(page.url())?.[0] ?? '';
}

import { expect, test as base, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { systemClock } from '../../src/clock.ts';
import { setHouseRules } from '../../src/staff/set-house-rules.ts';
import { appCode } from '../support/app-codes.ts';
import { startIssuer } from '../support/issuer/issuer.ts';
import { newStaff, staffWithPassword } from '../support/staff.ts';
import { openStaffRoom, type StaffRoom } from './support/staff-room.ts';

const PASSWORD = 'correct horse battery';

const test = base.extend<object, { room: StaffRoom }>({
  room: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from this very pattern
    async ({}, use) => {
      const room = await openStaffRoom();
      await use(room);
      await room.close();
    },
    { scope: 'worker' },
  ],
  baseURL: ({ room }, use) => use(room.url),
});

async function signIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.goto('/admin/sign-in?next=%2Fadmin%2Faccount');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Gives a code of the app; after one that was used a moment ago, the one after it. */
async function giveCode(page: Page, secret: string, seconds = 0): Promise<string> {
  const code = appCode(secret, systemClock.now(), { seconds });
  await page.getByLabel('Code from your app').fill(code);
  await page.getByRole('button', { name: 'Go on' }).click();
  return code;
}

async function withoutScripts(browser: Browser, url: string): Promise<BrowserContext> {
  return browser.newContext({ javaScriptEnabled: false, baseURL: url });
}

test('a wrong password says no more than an unknown address, and the right one leads to the page that was asked for', async ({
  page,
  room,
}) => {
  const { email } = await staffWithPassword(room.context, 'editor', 'Noor', PASSWORD);
  await page.goto('/admin/account');
  await expect(page).toHaveURL(/\/admin\/sign-in\?next=%2Fadmin%2Faccount$/);
  const answers: string[] = [];
  for (const [typed, password] of [
    [email, 'wrong horse battery'],
    ['nobody@staff.example', PASSWORD],
  ] as const) {
    const form = { action: 'sign-in', email: typed, password };
    const answer = await page.request.post('/admin/sign-in', { form, headers: { origin: room.url } });
    expect(answer.status()).toBe(400);
    expect(answer.headers()['set-cookie']).toBeUndefined();
    answers.push((await answer.text()).replaceAll(typed, 'TYPED'));
  }
  expect(answers[0]).toBe(answers[1]);
  expect(answers[0]).not.toContain(PASSWORD);

  await signIn(page, email, 'wrong horse battery');
  await expect(page.getByRole('alert')).toContainText('do not belong together');
  await expect(page.getByLabel('E-mail address')).toHaveValue(email);
  await expect(page.getByLabel('Password')).toHaveValue('');
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL('/admin/account');
  const cookies = await page.context().cookies();
  expect(cookies.map(({ name }) => name).sort()).toEqual(['registry.known', 'registry.session_token']);
  for (const { httpOnly, sameSite } of cookies)
    expect({ httpOnly, sameSite }).toEqual({ httpOnly: true, sameSite: 'Lax' });
});

test('of many tries at once most are told to wait, and how long', async ({ page, room }) => {
  const { email } = await staffWithPassword(room.context, 'editor', 'Wim', PASSWORD);
  const form = { action: 'sign-in', email, password: 'wrong horse battery' };
  const post = () => page.request.post('/admin/sign-in', { form, headers: { origin: room.url } });
  const answers = await Promise.all(Array.from({ length: 12 }, post));
  const pages = await Promise.all(answers.map((answer) => answer.text()));
  expect(answers.map((answer) => answer.status())).toEqual(Array(12).fill(400));
  expect(pages.filter((text) => text.includes('do not belong together')).length).toBeGreaterThanOrEqual(4);
  expect(pages.filter((text) => /Try again in \d seconds?\./.test(text)).length).toBeGreaterThan(0);
});

test('a second factor is set up, asked for, taken once, and replaced by a recovery code', async ({
  browser,
  room,
}) => {
  const { email } = await staffWithPassword(room.context, 'editor', 'Ada', PASSWORD);
  const context = await withoutScripts(browser, room.url);
  const page = await context.newPage();
  await signIn(page, email);
  await page.getByRole('link', { name: 'Set up a second factor' }).click();
  await page.getByRole('button', { name: 'Set up' }).click();
  const secret = await page.getByLabel('Secret').inputValue();
  const picture = page.getByRole('img', { name: 'QR code with the secret' });
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  await expect(page.getByRole('link', { name: 'Open in the app' })).toHaveAttribute(
    'href',
    /^otpauth:\/\/totp\//,
  );
  await page.getByLabel('Code from your app').fill('000000');
  await page.getByRole('button', { name: 'Turn on' }).click();
  await expect(page.getByRole('alert')).toContainText('This code is wrong');
  const used = appCode(secret, systemClock.now());
  await page.getByLabel('Code from your app').fill(used);
  await page.getByRole('button', { name: 'Turn on' }).click();
  const codes = await page.locator('#recovery-codes code').allTextContents();
  expect(codes).toHaveLength(10);
  await page.getByRole('link', { name: 'I have kept them' }).click();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page.getByText('You are signed out.')).toBeVisible();

  await signIn(page, email);
  await expect(page).toHaveURL(/\/admin\/sign-in\/code/);
  await page.getByLabel('Code from your app').fill(used);
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByRole('alert')).toContainText('was used already');
  await giveCode(page, secret, 30);
  await expect(page).toHaveURL('/admin/account');
  await page.context().clearCookies();

  await signIn(page, email);
  await page.getByText('I do not have my app').click();
  await page.getByLabel('Recovery code').fill(codes[0] ?? '');
  await page.getByRole('button', { name: 'Use the recovery code' }).click();
  await expect(page).toHaveURL('/admin/account');
  await page.getByRole('link', { name: 'Manage the second factor' }).click();
  await expect(page.getByText('You have 9 recovery codes left.')).toBeVisible();
  await context.close();
});

test('signing out everywhere ends the session of another browser at once', async ({
  browser,
  page,
  room,
}) => {
  const { email } = await staffWithPassword(room.context, 'viewer', 'Kim', PASSWORD);
  const other = await withoutScripts(browser, room.url);
  const elsewhere = await other.newPage();
  await signIn(elsewhere, email);
  await signIn(page, email);
  await expect(page.getByRole('row')).toHaveCount(3);
  await page.getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect(page.getByText('You are signed out everywhere.')).toBeVisible();
  await elsewhere.reload();
  await expect(elsewhere).toHaveURL(/\/admin\/sign-in/);
  await other.close();
});

test('the password is changed on the account’s page, in Dutch as well', async ({ page, room }) => {
  const { email } = await staffWithPassword(room.context, 'viewer', 'Eva', PASSWORD);
  await signIn(page, email);
  await page.goto('/nl/admin/account');
  const change = async (next: string, repeated = next): Promise<void> => {
    await page.getByLabel('Huidig wachtwoord').fill(PASSWORD);
    await page.getByLabel('Nieuw wachtwoord', { exact: false }).first().fill(next);
    await page.getByLabel('Nieuw wachtwoord nogmaals').fill(repeated);
    await page.getByRole('button', { name: 'Wachtwoord wijzigen' }).click();
  };
  await change('te kort', 'te kort');
  await expect(page.getByRole('alert')).toContainText('ten minste 12 tekens');
  await change('een nieuw lang wachtwoord', 'een ander lang wachtwoord');
  await expect(page.getByRole('alert')).toContainText('verschillen');
  await change('een nieuw lang wachtwoord');
  await expect(page.getByText('Uw wachtwoord is gewijzigd.')).toBeVisible();
});

test('who owes a second factor can set one up, and nothing else', async ({ browser }) => {
  const room = await openStaffRoom();
  const { id, email } = await staffWithPassword(room.context, 'admin', 'Max', PASSWORD);
  await setHouseRules(room.context, {
    actor: { kind: 'staff', id },
    rules: { secondFactor: 'required', ownApproval: 'refused' },
  });
  const context = await withoutScripts(browser, room.url);
  const page = await context.newPage();
  await signIn(page, email);
  await page.goto('/admin/staff');
  await expect(page).toHaveURL('/admin/account/second-factor');
  await expect(page.getByText('wants everybody to have a second factor')).toBeVisible();
  await context.close();
  await room.close();
});

test('a provider lets in whom it vouches for, and asks again before what needs a fresh sign-in', async ({
  browser,
}) => {
  const issuer = await startIssuer({ claims: {} });
  const room = await openStaffRoom(issuer.environment);
  const { email } = await newStaff(room.context, 'admin', 'Ola');
  const claims = { sub: 'ola', email, email_verified: true };
  issuer.behave({ claims: { ...claims, email_verified: false } });
  const context = await withoutScripts(browser, room.url);
  const page = await context.newPage();
  await page.goto('/nl/admin/sign-in');
  await page.getByRole('link', { name: 'Aanmelden met Example ID' }).click();
  await expect(page.getByRole('alert')).toContainText('Aanmelden met Example ID is niet gelukt');
  await expect(page).toHaveURL(/\/nl\/admin\/sign-in\?/);
  issuer.behave({ claims });
  await page.getByRole('link', { name: 'Aanmelden met Example ID' }).click();
  await expect(page).toHaveURL('/nl/admin');

  await page.goto('/admin/account/second-factor');
  await page.getByRole('button', { name: 'Set up' }).click();
  await expect(page).toHaveURL(/\/admin\/confirm\?next=/);
  await page.getByRole('link', { name: 'Show it at Example ID' }).click();
  await expect(page).toHaveURL(/\/admin\/confirm|second-factor/);
  expect(issuer.asked.at(-1)?.get('prompt')).toBe('login');
  issuer.behave({ claims: { ...claims, auth_time: Math.floor(systemClock.now().epochMilliseconds / 1000) } });
  await page.goto('/admin/confirm?next=%2Fadmin%2Faccount%2Fsecond-factor');
  await page.getByRole('link', { name: 'Show it at Example ID' }).click();
  await expect(page).toHaveURL('/admin/account/second-factor');
  await page.getByRole('button', { name: 'Set up' }).click();
  await expect(page.getByLabel('Secret')).toBeVisible();
  await context.close();
  await room.close();
  await issuer.close();
});

test('of the addresses of the library for sign-in none answers but the return from the provider', async ({
  page,
  room,
}) => {
  const paths = [
    '',
    '/ok',
    '/get-session',
    '/sign-in/email',
    '/sign-up/email',
    '/error',
    '/callback/oidc',
    '/sign-out',
  ];
  for (const path of paths) {
    const answer = await page.request.get(`/admin/auth${path}`, { maxRedirects: 0 });
    expect(answer.status(), path).toBe(404);
    const form = await page.request.post(`/admin/auth${path}`, {
      form: { a: 'b' },
      headers: { origin: room.url },
    });
    expect([404, 405], path).toContain(form.status());
  }
});

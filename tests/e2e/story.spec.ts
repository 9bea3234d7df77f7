import { expect, test, type Browser, type Page } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRegistry, stopRegistry, type Registry } from './support/registry.ts';
import { invite, setPassword, signIn, type Person } from './support/staff-pages.ts';

const ADMIN: Person = {
  name: 'Anneke de Vries',
  email: 'anneke@example.com',
  password: 'four words that nobody guesses',
  role: 'Administrator',
};
const EDITOR: Person = {
  name: 'Bram Jansen',
  email: 'bram@example.com',
  password: 'another four words nobody guesses',
  role: 'Editor',
};
const APPROVER: Person = {
  name: 'Chantal Bos',
  email: 'chantal@example.com',
  password: 'yet another sentence to sign in with',
  role: 'Approver',
};

let folder: string;
let registry: Registry;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'registry-story-'));
  registry = await startRegistry(folder);
});
test.afterEach(async () => {
  await stopRegistry(registry);
  await rm(folder, { recursive: true });
});

/** A browser of somebody's own, beside those of the others. */
async function browserOf(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ baseURL: registry.url });
  return context.newPage();
}

test('staff replace a third party: from the first link to the day on which it is in effect', async ({
  browser,
}) => {
  const [anneke, bram, chantal] = [
    await browserOf(browser),
    await browserOf(browser),
    await browserOf(browser),
  ];

  await test.step('the printed link sets the password of the first admin, who invites two colleagues', async () => {
    await setPassword(anneke, await registry.firstAdminLink(), ADMIN);
    await signIn(anneke, ADMIN);
    const link = await invite(anneke, EDITOR);
    await setPassword(bram, link, EDITOR);
    await signIn(bram, EDITOR);
    await setPassword(chantal, await invite(anneke, APPROVER), APPROVER);
    await signIn(chantal, APPROVER);
  });
});

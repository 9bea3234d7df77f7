import { expect, test, type Browser, type Page } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Parser from 'rss-parser';
import { Temporal } from 'temporal-polyfill';
import { startClockedRegistry } from './support/clocked-registry.ts';
import { startRegistry, stopRegistry, type Registry } from './support/registry.ts';
import { beginReplacement, invite, setPassword, signIn, type Person } from './support/staff-pages.ts';

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

const NOTE = 'Please name the city of the data centre, as the contract does.';

/** A day well after the notice period of 30 days, in the zone of the sample's organisation. */
const DAY = Temporal.Now.plainDateISO('Europe/Amsterdam').add({ days: 40 });

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

/** The guids of the feed's items. */
async function guids(): Promise<string[]> {
  const { items } = await new Parser().parseURL(`${registry.url}/feed.xml`);
  return items.map(({ guid = '' }) => guid);
}

/** What the form asks of a processing beside what was taken over: how long, and where. */
async function stateRetentionAndPlace(page: Page, processing: string, months: string): Promise<void> {
  const group = page.getByRole('group', { name: processing });
  const retention = group.getByRole('group', { name: 'Retention' });
  await retention.getByLabel('How it is stated').selectOption({ label: 'A period' });
  await retention.getByLabel('How long').fill(months);
  await retention.getByLabel('Unit').first().selectOption({ label: 'months' });
  const place = group.getByRole('group', { name: 'Place 1' });
  await place.getByLabel('Country or area').selectOption({ label: 'France' });
}

test('staff replace a third party: from the first link to the day on which it is in effect', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const [anneke, bram, chantal, reader] = [
    await browserOf(browser),
    await browserOf(browser),
    await browserOf(browser),
    await browserOf(browser),
  ];
  let draft = '';

  await test.step('the printed link sets the password of the first admin, who invites two colleagues', async () => {
    await setPassword(anneke, await registry.firstAdminLink(), ADMIN);
    await signIn(anneke, ADMIN);
    await setPassword(bram, await invite(anneke, EDITOR), EDITOR);
    await signIn(bram, EDITOR);
    await setPassword(chantal, await invite(anneke, APPROVER), APPROVER);
    await signIn(chantal, APPROVER);
  });

  await test.step('the editor drafts the replacement of a third party with two processings, from the catalog', async () => {
    draft = await beginReplacement(bram, 'Amazon S3', 'Scaleway');
    await stateRetentionAndPlace(bram, 'Processing 1: Application', '12');
    await stateRetentionAndPlace(bram, 'Processing 2: Application', '3');
    const preview = bram.getByRole('region', { name: 'Preview' });
    await expect(preview).toContainText('France');
    await bram.getByRole('button', { name: 'Save in the draft' }).click();
    await expect(bram.getByRole('status').first()).toContainText('Saved in the draft.');
  });

  await test.step('for a day after the notice period, and submits it', async () => {
    await bram.goto(draft);
    await bram.getByLabel('The day below').check();
    await bram.getByLabel('Chosen day').fill(DAY.toString());
    await bram.getByRole('button', { name: 'Save', exact: true }).click();
    await bram.getByRole('button', { name: 'Submit', exact: true }).click();
    await expect(bram.getByRole('status').first()).toContainText('Submitted.');
    await expect(bram.getByRole('button', { name: 'Approve', exact: true })).toHaveCount(0);
  });

  await test.step('the approver finds it among what waits, and sends it back with a note', async () => {
    await chantal.goto('/admin');
    await chantal.getByRole('link', { name: 'Replace Amazon S3 by Scaleway' }).first().click();
    await expect(chantal).toHaveURL(new RegExp(draft));
    await chantal.locator('summary', { hasText: 'Send back' }).click();
    await chantal.getByLabel('What should be changed').fill(NOTE);
    await chantal.getByRole('button', { name: 'Send back' }).click();
    await expect(chantal.getByRole('status').first()).toContainText('Sent back with your note.');
  });

  await test.step('the editor reads the note, mends the draft and submits it again', async () => {
    await bram.goto(draft);
    await expect(bram.getByText(NOTE).first()).toBeVisible();
    await bram.getByRole('link', { name: 'Open the form of Scaleway' }).click();
    for (const processing of ['Processing 1: Application', 'Processing 2: Application']) {
      const group = bram.getByRole('group', { name: processing });
      await group.getByRole('group', { name: 'Place 1' }).getByLabel('City').fill('Paris');
    }
    await bram.getByRole('button', { name: 'Save in the draft' }).click();
    await expect(bram.getByRole('status').first()).toContainText('Saved in the draft.');
    await bram.goto(draft);
    await bram.getByRole('button', { name: 'Submit', exact: true }).click();
    await expect(bram.getByRole('status').first()).toContainText('Submitted.');
  });

  await test.step('the approver approves it; nobody outside sees anything yet', async () => {
    await chantal.goto(draft);
    await chantal.getByRole('button', { name: 'Approve', exact: true }).click();
    await expect(chantal.getByRole('status').first()).toContainText('Approved.');
    await reader.goto('/');
    await expect(reader.getByText('Scaleway')).toHaveCount(0);
  });

  const before = await guids();

  await test.step('the approver is told what cannot be taken back, and publishes', async () => {
    await chantal.getByRole('link', { name: 'Go on to publishing' }).click();
    await expect(chantal.getByText('This becomes edition 7, for good')).toBeVisible();
    await chantal.getByRole('button', { name: 'Publish as edition 7' }).click();
    await expect(chantal.getByRole('status').first()).toContainText('Published.');
  });

  await test.step('readers see it planned, and the feed has one new item', async () => {
    await reader.goto('/');
    const planned = reader.getByRole('region', { name: 'What is coming' });
    const notice = planned.getByRole('link', { name: /^Amazon S3 is replaced by Scaleway/ });
    await expect(notice).toBeVisible();
    await notice.click();
    await expect(reader.getByText('Paris').first()).toBeVisible();
    const after = await guids();
    expect(after.slice(1)).toEqual(before);
    expect(after[0]).toMatch(/^urn:uuid:[0-9a-f-]{36}:7$/);
  });

  await test.step('when the day comes it is in effect, and nothing had to run for that', async () => {
    await stopRegistry(registry);
    const noon = (day: Temporal.PlainDate): string => `${day.toString()}T11:00:00Z`;
    const later = await startClockedRegistry(folder, noon(DAY.subtract({ days: 1 })));
    const list = reader.locator('#list');
    await reader.goto(later.url);
    await expect(list.getByRole('link', { name: 'Amazon S3', exact: true })).toBeVisible();
    await later.moveTo(noon(DAY));
    await reader.reload();
    await expect(list.getByRole('link', { name: 'Scaleway', exact: true })).toBeVisible();
    await expect(list.getByRole('link', { name: 'Amazon S3', exact: true })).toHaveCount(0);
    await later.stop();
  });
});

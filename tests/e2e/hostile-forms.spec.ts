import { expect, test, type Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { like, or } from 'drizzle-orm';
import { draft as drafts } from '../../db/schema/draft.ts';
import type { Actor } from '../../src/actor.ts';
import { lastEdition } from '../../src/domain/ledger.ts';
import { beginDraft } from '../../src/drafts/begin-draft.ts';
import type { DraftContent } from '../../src/drafts/draft-content.ts';
import { ADMIN_ROUTES } from '../../src/web/admin/admin-routes.ts';
import { inconsistenciesIn } from '../support/hostile-forms/inconsistencies.ts';
import {
  sendHostileForms,
  type Attack,
  type Target,
  type Toll,
} from '../support/hostile-forms/send-hostile-forms.ts';
import { newStaff, signedInAs } from '../support/staff.ts';
import { startStaffSite, type StaffSite } from '../support/staff-site.ts';

const SEED = 20_261_122;

/** How many forms each address gets; those that change most get most. */
const COUNTS: Readonly<Record<string, number>> = {
  '/admin/drafts/[draft]/third-parties/[id]': 400,
  '/admin/drafts/new': 240,
  '/admin/drafts/[draft]': 260,
  '/admin/drafts/[draft]/organisation': 140,
  '/admin/drafts/[draft]/scopes/[id]': 140,
  '/admin/drafts/[draft]/revision': 120,
  '/admin/notices/[edition]': 120,
  '/admin/third-parties/[id]/dossier': 140,
  // Each of these hashes a password or asks the library for sign-in.
  '/admin/sign-in': 30,
  '/admin/sign-in/code': 30,
  '/admin/confirm': 30,
};
const OTHERWISE = 50;

/** What changes the ground under all others comes last: who must have a second factor, and the register itself. */
const LAST = ['/admin/settings', '/admin/start'];

/** Things that forms may be about, beside what the sample has. */
interface Things {
  readonly drafts: readonly string[];
  readonly revisions: readonly string[];
  readonly staff: readonly string[];
  readonly editions: number;
}

async function prepare({ context }: StaffSite): Promise<Things> {
  const { member } = await signedInAs(context, 'editor', 'The drafter');
  const actor: Actor = { kind: 'staff', id: member.id };
  const begin = async (content: DraftContent) =>
    (await beginDraft(context, { actor, key: randomUUID(), title: 'A draft', content })).id;
  const editions = lastEdition(context.ledger.current());
  const changes = Array.from({ length: 6 }, () => begin({ kind: 'changes', changes: [] }));
  const colleagues = Array.from({ length: 8 }, () => newStaff(context, 'approver', 'A colleague'));
  return {
    drafts: await Promise.all(changes),
    revisions: await Promise.all([
      begin({ kind: 'withdraw', edition: editions }),
      begin({ kind: 'postpone', edition: editions }),
      begin({ kind: 'amend', edition: editions, amendments: [] }),
    ]),
    staff: (await Promise.all(colleagues)).map(({ id }) => id),
    editions,
  };
}

const THIRD_PARTIES = ['amazon-s3', 'sentry', 'mailchimp', 'a-new-one', 'no-such-one'];

/** The addresses of a route, filled in with things there are, and some that there are not. */
function addressesOf(path: string, things: Things): readonly string[] {
  const every = (addresses: readonly string[], name: string, values: readonly string[]): readonly string[] =>
    addresses.flatMap((address) => values.map((value) => address.replace(`[${name}]`, value)));
  const ids = path.includes('/scopes/') ? ['application', 'websites', 'a-new-one'] : THIRD_PARTIES;
  const inDrafts = path.includes('/revision') ? things.revisions : things.drafts;
  return [
    ['draft', path.endsWith('[draft]') ? [...things.drafts, ...things.revisions] : inDrafts] as const,
    ['id', ids] as const,
    ['staff', things.staff] as const,
    ['edition', Array.from({ length: things.editions }, (_, index) => String(index + 1))] as const,
    ['token', ['x'.repeat(43)]] as const,
  ].reduce<readonly string[]>((addresses, [name, values]) => every(addresses, name, values), [path]);
}

function targetsOf(things: Things): Target[] {
  const withForms = ADMIN_ROUTES.filter(({ actions }) => actions !== undefined);
  const order = (path: string): number => LAST.indexOf(path);
  return withForms
    .toSorted((one, other) => order(one.path) - order(other.path))
    .map(({ path, actions = {} }) => ({
      addresses: addressesOf(path, things),
      actions: Object.keys(actions),
      count: COUNTS[path] ?? OTHERWISE,
      signedOut: Object.values(actions).includes('anyone'),
      endsSessions: Object.values(actions).includes('member'),
    }));
}

/** Every page that staff can read, and those that everybody can. */
function pagesOf(things: Things, every: readonly string[]): readonly string[] {
  const staffPages = ADMIN_ROUTES.filter(({ path }) => !/sign-in|auth|link|\.csv/.test(path)).flatMap(
    ({ path }) =>
      addressesOf(path.replace('[vendor]', 'adyen'), {
        ...things,
        drafts: every.slice(-4),
        editions: things.editions,
      }),
  );
  return [...new Set([...staffPages, '/', '/changes', '/about', '/admin/audit?page=2', '/nl/admin/drafts'])];
}

interface Read {
  /** What pages did that pages of ours never do. */
  readonly misdeeds: string[];
  /** Those that show, as text, what was meant to run. */
  readonly showing: string[];
}

/** Reads the pages as an admin. */
async function readAll(page: Page, site: StaffSite, addresses: readonly string[]): Promise<Read> {
  const misdeeds: string[] = [];
  const showing: string[] = [];
  page.on('dialog', (dialog) => {
    misdeeds.push(`${page.url()} opens a dialog`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => misdeeds.push(`${page.url()}: ${String(error)}`));
  page.on('console', (message) => {
    const isStatus = message.text().includes('the server responded with a status of 4');
    if (message.type() === 'error' && !isStatus) misdeeds.push(`${page.url()}: ${message.text()}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(site.url)) misdeeds.push(`${page.url()} asks ${request.url()}`);
  });
  for (const address of addresses) {
    const answer = await page.goto(address);
    if ((answer?.status() ?? 500) >= 500) misdeeds.push(`${address} has status ${String(answer?.status())}`);
    await page.mouse.move(200, 200);
    if (await page.evaluate(() => 'pwned' in window || 'pwned' in Object.prototype))
      misdeeds.push(`${address} ran it`);
    if ((await page.content()).includes('window.pwned')) showing.push(address);
    if (!page.url().startsWith(site.url)) misdeeds.push(`${address} led to ${page.url()}`);
  }
  return { misdeeds, showing };
}

test('more than 2,000 hostile forms break nothing, and nothing of them runs in a browser', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const site = await startStaffSite();
  try {
    const things = await prepare(site);
    const attack: Attack = {
      url: site.url,
      context: site.context,
      seed: SEED,
      others: [...things.drafts, ...things.revisions, ...things.staff, '1', '2', '999', randomUUID()],
    };
    const toll: Toll = { sent: 0, statuses: new Map(), faults: [] };
    const targets = targetsOf(things);
    const [before, last] = [targets.slice(0, -LAST.length), targets.slice(-LAST.length)];
    const waiting = [...before];
    const sender = async (): Promise<void> => {
      for (let next = waiting.shift(); next; next = waiting.shift())
        await sendHostileForms(attack, next, toll);
    };
    await Promise.all([sender(), sender(), sender()]);
    expect(toll.faults).toEqual([]);
    expect(await inconsistenciesIn(site.context.database)).toEqual([]);

    // Drafts that keep what was meant to run show whether it does.
    const kept = like(drafts.content, '%window.pwned%');
    const every = await site.context.database.orm
      .select({ id: drafts.id })
      .from(drafts)
      .where(or(kept, like(drafts.title, '%window.pwned%')));
    expect(every.length).toBeGreaterThan(0);
    const { cookie } = await signedInAs(site.context, 'admin', 'The reader');
    const [name = '', value = ''] = cookie.split('=');
    const context = await browser.newContext({ baseURL: site.url });
    await context.addCookies([{ name, value, url: site.url }]);
    const page = await context.newPage();
    const addresses = pagesOf(things, [...things.drafts, ...things.revisions, ...every.map(({ id }) => id)]);
    const { misdeeds, showing } = await readAll(page, site, addresses);
    expect(misdeeds).toEqual([]);
    expect(showing.length).toBeGreaterThan(10);
    await context.close();

    for (const target of last) await sendHostileForms(attack, target, toll);
    expect(toll.faults).toEqual([]);
    expect(toll.sent).toBeGreaterThan(2000);
    // Most of them get as far as a page, or this proves little.
    expect(toll.statuses.get(200)).toBeGreaterThan(100);
    expect(toll.statuses.get(303)).toBeGreaterThan(100);
    expect(toll.statuses.get(400)).toBeGreaterThan(400);
  } finally {
    await site.close();
  }
});

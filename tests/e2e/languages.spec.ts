import { expect, test as base, type Page } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PUBLIC_ROUTES } from '../../src/web/public-routes.ts';
import { ACCENTED_ENGLISH, MIRRORED_ENGLISH } from '../support/pseudo-languages/pseudo-languages.ts';
import { latinTextsOn } from './support/latin-texts.ts';
import { namesIn } from './support/names-in-ledger.ts';
import { startPseudoRegistry } from './support/pseudo-registry.ts';
import { PAGES } from './support/site.ts';

const test = base.extend<object, { readonly site: string }>({
  site: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from this very pattern
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'registry-languages-'));
      const registry = await startPseudoRegistry(folder);
      await use(registry.url);
      await registry.stop();
      await rm(folder, { recursive: true });
    },
    { scope: 'worker' },
  ],
  baseURL: ({ site }, use) => use(site),
});

/** What was typed into an address, and is told as it was. */
const ASKED = ['nobody', 'on', 'mail', 'nothing like it', 'E-mail address'];

/** Every kind of page, without those that are there for a language of their own. */
const paths = Object.values(PAGES).filter((path) => !path.startsWith('/nl'));

test('the whole interface is said, from right to left, in a language that is one file more', async ({
  page,
  request,
}) => {
  test.setTimeout(120_000);
  const names = [...namesIn(await (await request.get('/ledger.jsonl')).text()), ...ASKED];
  names.sort((one, other) => other.length - one.length);
  const left: string[] = [];
  await eachPage(page, MIRRORED_ENGLISH.tag, async (path) => {
    const root = page.locator('html');
    expect(await root.getAttribute('lang'), path).toBe(MIRRORED_ENGLISH.tag);
    expect(await root.getAttribute('dir'), path).toBe('rtl');
    for (const { at, text } of await latinTextsOn(page))
      if (/[A-Za-z]{2}/.test(without(text, names))) left.push(`${path} ${at}: ${text}`);
  });
  expect([...new Set(left)]).toEqual([]);
});

test('words that are a third longer stay within a phone', async ({ page }) => {
  test.setTimeout(120_000);
  await eachPage(page, ACCENTED_ENGLISH.tag, () => Promise.resolve());
});

/** Looks at every kind of page in a language, on a phone, where nothing may be wider than the screen. */
async function eachPage(page: Page, tag: string, look: (path: string) => Promise<void>): Promise<void> {
  await page.setViewportSize({ width: 360, height: 800 });
  for (const path of paths) {
    await page.goto(`/${tag}${path}`);
    expect(await overflowOf(page), path).toBe(0);
    await look(path);
  }
}

function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** The text without names, addresses, hashes and time zones: what is left has to be translated. */
function without(text: string, names: readonly string[]): string {
  const bare = text.replaceAll(
    /https?:\/\/\S+|\S+@\S+|\b[0-9a-f-]{8,64}\b|\b[A-Z][a-z]+\/[A-Z][a-z_]+\b/g,
    '',
  );
  return names.reduce((rest, name) => rest.replaceAll(name, ''), bare);
}

test('each language leads to the same page in every other, with what was asked', async ({ page }) => {
  const query = '?scope=application&state=all';
  await page.goto(`/${MIRRORED_ENGLISH.tag}/${query}`);
  for (const [tag, address] of [
    ['en', `/${query}`],
    ['nl', `/nl/${query}`],
    [ACCENTED_ENGLISH.tag, `/${ACCENTED_ENGLISH.tag}/${query}`],
  ] as const) {
    await expect(page.locator(`.languages a[hreflang="${tag}"]`)).toHaveAttribute('href', address);
    await expect(page.locator(`link[rel="alternate"][hreflang="${tag}"]`)).toHaveCount(1);
  }
  await expect(page.locator('link[hreflang="x-default"]')).toHaveAttribute('href', /^http:\/\/[^/]+\/$/);
});

test('the feed and the table speak the language too', async ({ request }) => {
  for (const { path } of PUBLIC_ROUTES.filter(({ parameters }) => 'language' in parameters)) {
    const answer = await request.get(`${path}?language=${MIRRORED_ENGLISH.tag}`);
    expect(answer.status(), path).toBe(200);
  }
  const feed = await (await request.get(`/feed.xml?language=${MIRRORED_ENGLISH.tag}`)).text();
  expect(feed).toMatch(new RegExp(`<language>(<!\\[CDATA\\[)?${MIRRORED_ENGLISH.tag}`));
  expect(/<channel>[^]*?<description>(?:<!\[CDATA\[)?([^<]*)/.exec(feed)?.[1]).toMatch(/[\u0600-\u06ff]{4}/);
});

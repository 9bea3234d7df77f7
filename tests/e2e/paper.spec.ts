import type { Page } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeDatabase } from '../bench/large-database.ts';
import { printed, unspaced, type Sheet } from './support/paper.ts';
import { startRegistry, stopRegistry } from './support/registry.ts';
import { expect, PAGES, test } from './support/site.ts';

const PRINTED = {
  register: PAGES.register,
  'third party': PAGES['third party'],
  notice: PAGES['notice of a replacement'],
};

function read(sheets: readonly Sheet[]): string {
  return sheets.map(({ body }) => body).join('');
}

/** Every text that the page shows on paper to the eye. */
function textsShown(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { textContent, parentElement } = walker.currentNode;
      const isShown = parentElement?.checkVisibility({
        visibilityProperty: true,
        contentVisibilityAuto: true,
      });
      if (isShown && !parentElement?.closest('.hidden, script')) texts.push(textContent ?? '');
    }
    return texts;
  });
}

for (const [name, address] of Object.entries(PRINTED)) {
  test(`${name} on paper: all of it, and on every sheet whose it is, how old, where, and which of how many`, async ({
    page,
    site,
  }) => {
    const sheets = await printed(page, address);
    for (const [index, { margins }] of sheets.entries()) {
      expect(margins).toContain(unspaced('Example B.V. · Third-party register'));
      expect(margins).toMatch(/Shownon\d+[A-Z][a-z]+\d{4},afteredition6/);
      expect(margins).toContain(site + address);
      expect(margins).toContain(`Page${String(index + 1)}of${String(sheets.length)}`);
    }
    await page.emulateMedia({ media: 'print' });
    const text = read(sheets);
    const lost = (await textsShown(page)).filter((shown) => !text.includes(unspaced(shown)));
    expect(lost).toEqual([]);
  });
}

test('on paper the words in the margins are those of the reader’s language', async ({ page }) => {
  const sheets = await printed(page, PAGES['notice in Dutch']);
  expect(sheets[0]?.margins).toContain(`Pagina1van${String(sheets.length)}`);
});

test('on paper links say where they lead, and what filters or sorts says nothing', async ({ page, site }) => {
  const register = read(await printed(page, PAGES.register));
  expect(register).toContain(`${site}/third-parties/amazon-s3`);
  expect(register).not.toContain('data=email-address');
  const thirdParty = read(await printed(page, PAGES['third party']));
  expect(thirdParty).toContain('https://www.dataprivacyframework.gov/list');
  expect(thirdParty).not.toContain(`${site}https:`);
});

test('on paper the dark scheme is black on white too', async ({ page }) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.goto('/');
  const [ink, paper] = await page.evaluate(() => {
    const { color, backgroundColor } = getComputedStyle(document.documentElement);
    return [color, backgroundColor];
  });
  expect([ink, paper]).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
});

test('on paper no row of a long list is cut in two, and its head is on every sheet', async ({
  page,
  watch,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'registry-paper-'));
  await makeDatabase(join(folder, 'registry.db'), 2, 60);
  const registry = await startRegistry(folder);
  const sheets = await printed(page, `${registry.url}/`);
  await stopRegistry(registry);
  await rm(folder, { recursive: true });
  // It asks a registry of its own, which only this test knows of.
  watch.faults.length = 0;

  const lists = sheets.filter(({ body }) => /Thirdparty\d+B\.V\./.test(body));
  expect(lists.length).toBeGreaterThan(2);
  for (const { pieces } of lists) {
    const head = pieces.find(({ text }) => text === 'Purpose');
    const below = pieces.filter(({ y }) => y > (head?.y ?? Infinity) + 20);
    const top = Math.min(...below.map(({ y }) => y));
    const left = Math.min(...below.map(({ x }) => x));
    const [first] = below.filter(({ x, y }) => x <= left + 2 && y <= top + 8);
    expect(first?.text).toMatch(/^Third party/);
  }
});

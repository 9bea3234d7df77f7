import { chromium, type Browser, type Page } from '@playwright/test';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectPath } from '../../src/project-root.ts';
import { addressOf, ADMIN_PAGES } from '../e2e/support/admin-pages.ts';
import { PAGES } from '../e2e/support/site.ts';
import { startStaffRegistry, stateWith, type StaffRegistry } from '../e2e/support/staff-registry.ts';
import { holdStill, STILL_ARGUMENTS } from '../e2e/support/still.ts';
import { CHROMIUM_ARGUMENTS, chromiumPath } from '../support/chromium.ts';
import { contactSheet } from './contact-sheet.ts';
import { readOptions } from './options.ts';

/**
 * `npm run screenshots`: every page of readers and of staff at three widths in both schemes, with a sheet that shows
 * them all. `-- --only map` for less of it, `-- --readme` for the picture in the README alone.
 */
const options = readOptions(process.argv.slice(2));
const executablePath = chromiumPath();
const browser = await chromium.launch({
  ...(executablePath === undefined ? {} : { executablePath }),
  args: [...CHROMIUM_ARGUMENTS, ...STILL_ARGUMENTS],
});
const registry = await startStaffRegistry(browser);
if (options.readme) await pictureForReadme(browser, registry);
else await picturesOfAll(browser, registry);
await registry.close();
await browser.close();

async function pictureForReadme(on: Browser, { url }: StaffRegistry): Promise<void> {
  const page = await on.newPage({ viewport: { width: 1280, height: 1400 }, reducedMotion: 'reduce' });
  await holdStill(page);
  await page.goto(url);
  await page.screenshot({ path: projectPath('content', 'docs', 'images', 'register.png') });
}

async function picturesOfAll(on: Browser, made: StaffRegistry): Promise<void> {
  const staff = Object.entries(ADMIN_PAGES).map(
    ([name, page]) => [`staff ${name}`, addressOf(page, made)] as const,
  );
  const wanted = [...Object.entries(PAGES), ...staff].filter(([name]) => name.includes(options.only));
  await mkdir(options.out, { recursive: true });
  const pictures = new Map<string, string[]>(wanted.map(([name]) => [name, []]));
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [360, 768, 1440]) {
      const page = await on.newPage({
        ...{ baseURL: made.url, storageState: stateWith(made.url, made.cookie) },
        ...{ viewport: { width, height: 900 }, colorScheme, reducedMotion: 'reduce' },
      });
      for (const [name, address] of wanted) {
        pictures.get(name)?.push(await pictureOf(page, address, `${name} ${String(width)} ${colorScheme}`));
      }
      await page.context().close();
    }
  }
  const sheet = join(options.out, 'index.html');
  await writeFile(sheet, contactSheet(pictures));
  process.stdout.write(`${String(wanted.length)} pages: ${sheet}\n`);
}

/** Gives the name of the file. */
async function pictureOf(page: Page, address: string, name: string): Promise<string> {
  const file = `${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.png`;
  await page.goto(address);
  await page.screenshot({ path: join(options.out, file), fullPage: true });
  return file;
}

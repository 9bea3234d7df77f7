import type { Page, Route } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { projectPath } from '../../../src/project-root.ts';

const FONT = '/still-font.woff2';
const FONT_FILE = projectPath(
  ...['node_modules', '@fontsource-variable', 'inter', 'files', 'inter-latin-wght-normal.woff2'],
);

/** The pages take the font of the reader's system: each machine would draw them differently. Here they are given one. */
const GIVEN_FONT = `
  @font-face { font-family: Still; src: url('${FONT}') format('woff2'); font-weight: 100 900; }
  :root { --font: Still, sans-serif; --font-fixed: Still, sans-serif; }
`;

/** What is drawn the same way on every machine: no hinting, no colours at the edges of letters. */
export const STILL_ARGUMENTS = [
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--force-color-profile=srgb',
  '--hide-scrollbars',
];

/** From here on, whatever the page shows depends on nothing but the registry: no font, no chance, no port. */
export async function holdStill(page: Page): Promise<void> {
  await page.route(`**${FONT}`, async (route) =>
    route.fulfill({ contentType: 'font/woff2', body: await readFile(FONT_FILE) }),
  );
  await page.route('**/*.css', (route) => rewritten(route, (sheet) => sheet + GIVEN_FONT));
  await page.route(
    (url) => !/\.\w+$/.test(url.pathname),
    (route) => rewritten(route, withoutChance),
  );
}

/** A register is born with a random id, and its hashes follow from that. */
function withoutChance(html: string): string {
  return html
    .replaceAll(/\b[0-9a-f]{64}\b/g, '0'.repeat(64))
    .replaceAll(/>[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}</g, '>00000000-0000-7000-8000-000000000000<')
    .replaceAll(/http:\/\/(127\.0\.0\.1|localhost):\d+/g, 'https://subprocessors.example.com');
}

async function rewritten(route: Route, rewrite: (text: string) => string): Promise<void> {
  if (route.request().method() !== 'GET') return route.continue();
  const response = await route.fetch();
  return route.fulfill({ response, body: rewrite(await response.text()) });
}

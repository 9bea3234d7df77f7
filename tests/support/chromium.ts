import { existsSync } from 'node:fs';

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser that is named by the environment or installed; undefined: the one Playwright itself has installed. */
export function chromiumPath(): string | undefined {
  const named = [process.env['PLAYWRIGHT_CHROMIUM_PATH'], process.env['CHROME_PATH']].find((path) => path);
  return named ?? INSTALLED.find((path) => existsSync(path));
}

/** What keeps it to the pages it is shown. */
export const CHROMIUM_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

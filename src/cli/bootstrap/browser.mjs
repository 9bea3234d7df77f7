import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run, stopIfTold } from './child.mjs';
import { Failure } from './failure.mjs';
import { productNode } from './node.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * Makes sure of a Chromium for the browser tests and of a Java runtime for the checker of pages.
 *
 * @returns {Promise<string | undefined>} path of the browser; undefined: Playwright's own
 * @throws {Failure} naming what to install, when we may not
 */
export async function ensureBrowserTools() {
  await installMissing([
    ...((await findBrowser()) === 'none' ? ['chromium'] : []),
    ...((await hasJava()) ? [] : ['default-jre-headless']),
  ]);
  const browser = await findBrowser();
  if (browser === 'none' || !(await hasJava()))
    throw new Failure('What was installed cannot be found on PATH.');
  return browser === 'playwright' ? undefined : browser;
}

/**
 * How tests are told of the browser.
 *
 * @param {string | undefined} chromium its path; undefined: Playwright's own
 * @returns {Record<string, string>}
 */
export function browserVariables(chromium) {
  return chromium === undefined ? {} : { PLAYWRIGHT_CHROMIUM_PATH: chromium };
}

/** @returns {Promise<string>} a path, `playwright` or `none` */
async function findBrowser() {
  for (const variable of ['PLAYWRIGHT_CHROMIUM_PATH', 'CHROME_PATH']) {
    const path = process.env[variable];
    if (path === undefined || path === '') continue;
    if (!existsSync(path)) throw new Failure(`${variable} names ${path}, and there is nothing there.`);
    return path;
  }
  return onPath() ?? ((await playwrightHasOne()) ? 'playwright' : 'none');
}

function onPath() {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => existsSync(path));
}

async function playwrightHasOne() {
  const script = "import('playwright').then((p) => console.log(p.chromium.executablePath()))";
  const { output } = await run(productNode(), ['--eval', script], { quiet: true });
  return existsSync(output.trim());
}

function hasJava() {
  return succeeds('java', ['-version']);
}

/** @param {readonly string[]} packages of Debian and its kin */
async function installMissing(packages) {
  if (packages.length === 0) return;
  const apt = await aptGet();
  if (apt === undefined) throw new Failure(`The browser tests need ${inWords(packages)}.`);
  console.log(`Installing ${packages.join(' and ')} for the browser tests…`);
  const options = ['-o', 'DPkg::Lock::Timeout=120'];
  await apt([...options, 'update']);
  await apt([...options, 'install', '-y', '--no-install-recommends', ...packages]);
}

/** How to run apt-get with the rights it needs without asking for a password; undefined when there is no way. */
async function aptGet() {
  if (process.platform !== 'linux' || !(await succeeds('apt-get', ['--version']))) return undefined;
  if (process.getuid?.() === 0) return runApt(['apt-get']);
  return (await succeeds('sudo', ['-n', 'true'])) ? runApt(['sudo', '-n', 'apt-get']) : undefined;
}

/** @param {[program: string, ...before: string[]]} command */
function runApt([program, ...before]) {
  return async (/** @type {readonly string[]} */ args) => {
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    const { status, output } = await run(program, [...before, ...args], { quiet: true, env });
    stopIfTold();
    if (status !== 0) throw new Failure(`${output.trimEnd()}\napt-get failed.`);
  };
}

/** @param {readonly string[]} packages */
function inWords(packages) {
  const words = {
    chromium:
      'Chromium or Chrome (or: npx playwright install chromium; or its path in PLAYWRIGHT_CHROMIUM_PATH)',
    'default-jre-headless': 'a Java runtime, 11 or later, on PATH',
  };
  return packages.map((name) => words[/** @type {keyof typeof words} */ (name)]).join(', and ');
}

/**
 * @param {string} program
 * @param {readonly string[]} args
 */
async function succeeds(program, args) {
  try {
    return (await run(program, args, { quiet: true })).status === 0;
  } catch (error) {
    if (error instanceof Failure) return false;
    throw error;
  }
}

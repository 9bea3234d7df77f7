import { mkdir, readFile, rm } from 'node:fs/promises';
import { browserVariables } from './browser.mjs';
import { inRoot } from './paths.mjs';
import { tool } from './tools.mjs';

/** @typedef {import('./steps.mjs').StepOutcome} StepOutcome */
/** @typedef {import('./steps.mjs').Counts} Counts */

/**
 * Runs one of the projects named in vitest.config.ts.
 *
 * @param {string} project
 * @param {{ quiet: boolean }} options
 * @returns {Promise<StepOutcome>}
 */
export async function vitest(project, { quiet }) {
  const report = await freshReport(project);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { status, output } = await tool('vitest', ['run', `--project=${project}`, ...reporters], { quiet });
  return { status, output, counts: countVitest(await readReport(report)) };
}

/**
 * Runs the browser tests, on the browser named or else on Playwright's own.
 *
 * @param {string | undefined} chromium
 * @returns {Promise<StepOutcome>}
 */
export async function playwright(chromium) {
  const report = await freshReport('browser');
  const { status, output } = await tool('playwright', ['test'], { env: browserVariables(chromium) });
  return { status, output, counts: countPlaywright(await readReport(report)) };
}

/** @param {string} name */
async function freshReport(name) {
  await mkdir(inRoot('test-results'), { recursive: true });
  const file = inRoot('test-results', `${name}.json`);
  await rm(file, { force: true });
  return file;
}

/** @param {string} file */
async function readReport(file) {
  return JSON.parse(await readFile(file, 'utf8').catch(() => '{}'));
}

/**
 * A file that could not even be read has no tests: it counts as one that failed.
 *
 * @param {{ numPassedTests?: number, numFailedTests?: number, testResults?: { status: string, assertionResults: unknown[] }[] }} report
 * @returns {Counts}
 */
function countVitest({ numPassedTests = 0, numFailedTests = 0, testResults = [] }) {
  const broken = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  return { passed: numPassedTests, failed: numFailedTests + broken.length };
}

/**
 * @param {{ stats?: { expected: number, unexpected: number, flaky: number } }} report
 * @returns {Counts}
 */
function countPlaywright({ stats = { expected: 0, unexpected: 0, flaky: 0 } }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
}

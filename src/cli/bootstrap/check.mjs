import { vitest } from './runners.mjs';
import { runSteps } from './steps.mjs';
import { tool } from './tools.mjs';

const quiet = { quiet: true };

/**
 * What needs neither a build nor a browser. The arrows between layers are among the unit tests.
 * @type {readonly import('./steps.mjs').Step[]}
 */
export const quickSteps = [
  { name: 'types', run: () => tool('astro', ['check', '--minimumSeverity=warning'], quiet) },
  { name: 'lint', run: () => tool('eslint', ['--max-warnings=0', '.'], quiet) },
  { name: 'unit tests', run: () => vitest('unit', quiet) },
  { name: 'format', run: () => tool('prettier', ['--check', '--log-level=warn', '.'], quiet) },
];

/** Two steps at once: each of them is one process that keeps about one core busy. */
export async function check() {
  const { failed } = await runSteps(quickSteps, { atOnce: 3 });
  return failed === 0 ? 0 : 1;
}

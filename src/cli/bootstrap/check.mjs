import { vitest } from './runners.mjs';
import { runSteps } from './steps.mjs';
import { tool } from './tools.mjs';

const quiet = { quiet: true };

/**
 * What needs neither a build nor a browser. The arrows between layers are among the unit tests.
 * @type {readonly import('./steps.mjs').Step[]}
 */
const quickSteps = [
  { name: 'types', run: () => tool('astro', ['check', '--minimumSeverity=warning'], quiet) },
  { name: 'lint', run: () => tool('eslint', ['--max-warnings=0', '.'], quiet) },
  { name: 'unit tests', run: () => vitest('unit', quiet) },
  { name: 'format', run: () => tool('prettier', ['--check', '--log-level=warn', '.'], quiet) },
];

/** Three steps at once keep two cores busy: none of them is at work all the time. */
export const runQuickSteps = () => runSteps(quickSteps, { atOnce: 3 });

export async function check() {
  const { failed } = await runQuickSteps();
  return failed === 0 ? 0 : 1;
}

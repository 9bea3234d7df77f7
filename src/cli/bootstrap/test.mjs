import { ensureBuild } from './build.mjs';
import { ensureBrowserTools } from './browser.mjs';
import { runQuickSteps } from './check.mjs';
import { playwright, vitest } from './runners.mjs';
import { runSteps } from './steps.mjs';

/**
 * Everything: the build, the quick checks, the database, random histories and processes, a real browser.
 * The last line printed is always `N passed, N failed`.
 */
export async function test() {
  const results = [
    // First and alone: it writes the types the check of types reads.
    await runSteps([{ name: 'build', run: buildStep }], { atOnce: 1 }),
    await runQuickSteps(),
    await runSteps([{ name: 'database tests', run: () => vitest('db', { quiet: false }) }], { atOnce: 1 }),
    await runSteps([{ name: 'long tests', run: () => vitest('long', { quiet: false }) }], { atOnce: 1 }),
    await runSteps([{ name: 'browser tests', run: browserStep }], { atOnce: 1 }),
  ];
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

async function buildStep() {
  await ensureBuild();
  return { status: 0, output: '' };
}

async function browserStep() {
  return playwright(await ensureBrowserTools());
}

import { stopIfTold } from './child.mjs';
import { Failure } from './failure.mjs';

/** @typedef {{ passed: number, failed: number }} Counts of single tests */
/** @typedef {{ status: number, output: string, counts?: Counts }} StepOutcome */
/** @typedef {{ name: string, run: () => Promise<StepOutcome> }} Step */

/**
 * Runs steps, a few at a time, and prints a line as each ends, with all it said when it failed.
 * A step that fails keeps none of the others from running.
 *
 * @param {readonly Step[]} steps
 * @param {{ atOnce: number }} limit
 * @returns {Promise<Counts>} summed; a step that failed with no failed test of its own counts as one
 */
export async function runSteps(steps, { atOnce }) {
  const waiting = [...steps];
  const total = { passed: 0, failed: 0 };
  const worker = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const { passed, failed } = await runStep(step);
      total.passed += passed;
      total.failed += failed;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return total;
}

/**
 * @param {Step} step
 * @returns {Promise<Counts>}
 */
async function runStep({ name, run }) {
  const began = performance.now();
  const { status, output, counts = { passed: 0, failed: 0 } } = await run().catch(asOutcome);
  stopIfTold();
  const failed = status === 0 ? counts.failed : Math.max(counts.failed, 1);
  if (failed > 0 && output !== '') console.log(`\n${output.trimEnd()}\n`);
  console.log(line(name, { passed: counts.passed, failed }, (performance.now() - began) / 1000));
  return { passed: counts.passed, failed };
}

/**
 * @param {unknown} error
 * @returns {StepOutcome}
 */
function asOutcome(error) {
  if (!(error instanceof Failure)) throw error;
  return { status: error.status, output: error.message };
}

/**
 * @param {string} name
 * @param {Counts} counts
 * @param {number} seconds
 */
function line(name, { passed, failed }, seconds) {
  const verdict = failed > 0 ? 'FAILED' : 'ok';
  const tests = passed > 0 ? `${passed} passed${failed > 0 ? `, ${failed} failed` : ''}` : '';
  return `${name.padEnd(14)} ${verdict.padEnd(6)} ${seconds.toFixed(1).padStart(6)} s  ${tests}`.trimEnd();
}

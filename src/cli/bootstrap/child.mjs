import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { Failure } from './failure.mjs';
import { root } from './paths.mjs';

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */
/** @typedef {{ status: number, output: string }} Outcome status as a shell gives it: 128 + n after signal n */

/** @type {Set<ChildProcess>} */
const running = new Set();
/** @type {Set<NodeJS.Signals>} */
const received = new Set();

/**
 * Each signal is passed on once: npm, the terminal and a supervisor may all send the same one.
 * An interrupt typed at a terminal reaches the child by itself, as one of the foreground processes.
 * @param {NodeJS.Signals} signal
 */
function passOn(signal) {
  if (received.has(signal)) return;
  received.add(signal);
  if (signal === 'SIGINT' && process.stdin.isTTY) return;
  for (const child of running) child.kill(signal);
}

/** @param {NodeJS.Signals} signal */
function onSignal(signal) {
  passOn(signal);
  // Between two children there is nobody to wait for.
  if (running.size === 0) process.exit(statusOf(signal));
}

for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT', 'SIGHUP'])) process.on(signal, onSignal);

/** npm passes on neither a hangup nor its own sudden death: what it started must not live on unseen. */
if (process.env['npm_lifecycle_event'] !== undefined) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid !== parent) onSignal('SIGTERM');
  }, 500);
  watch.unref();
}

/** @param {NodeJS.Signals} signal */
function statusOf(signal) {
  return 128 + constants.signals[signal];
}

/**
 * Runs a program in the project's root until it ends.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ quiet?: boolean, env?: Record<string, string> }} [options] quiet: what it prints is collected, not shown
 * @returns {Promise<Outcome>}
 * @throws {Failure} when the program cannot be started
 */
export function run(program, args, { quiet = false, env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    });
    running.add(child);
    const output = collect(child);
    child.on('error', (error) => {
      running.delete(child);
      reject(new Failure(`Could not run ${program}: ${error.message}`));
    });
    child.on('close', (code, signal) => {
      running.delete(child);
      const status = signal === null ? (code ?? 1) : statusOf(signal);
      resolve({ status, output: output() });
    });
  });
}

/** @param {ChildProcess} child */
function collect(child) {
  /** @type {Buffer[]} */
  const chunks = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (/** @type {Buffer} */ chunk) => chunks.push(chunk));
  }
  return () => Buffer.concat(chunks).toString('utf8');
}

/** Ends the command when a signal came while the last step ran: the steps after it are no longer wanted. */
export function stopIfTold() {
  for (const signal of received) throw new Failure('', statusOf(signal));
}

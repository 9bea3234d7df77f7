import { existsSync, realpathSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { run } from './child.mjs';
import { nodeOutsidePackages } from './node.mjs';

/**
 * Runs npm, its output collected. It is found where the npm that started us is, else beside Node, else on PATH.
 * @param {readonly string[]} args
 * @param {string} [node] the Node to run it on
 */
export function npm(args, node) {
  const beside = nodeOutsidePackages();
  const script = npmScript(beside);
  if (script !== undefined) return run(node ?? beside, [script, ...args], { quiet: true });
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { quiet: true });
}

/** @param {string} node */
function npmScript(node) {
  const started = process.env['npm_execpath'] ?? '';
  const inPackages = join('node_modules', 'npm', 'bin', 'npm-cli.js');
  const candidates = [
    // Another package manager sets the same variable.
    basename(started) === 'npm-cli.js' ? started : '',
    join(dirname(dirname(node)), 'lib', inPackages),
    join(dirname(node), inPackages),
    ...(process.env['PATH'] ?? '').split(delimiter).map((folder) => linkedScript(join(folder, 'npm'))),
  ];
  return candidates.find((path) => existsSync(path));
}

/**
 * What `npm` on PATH links to, when that is npm's own script.
 * @param {string} command
 */
function linkedScript(command) {
  if (!existsSync(command)) return '';
  const target = realpathSync(command);
  return basename(target) === 'npm-cli.js' ? target : '';
}

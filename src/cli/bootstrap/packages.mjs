import { existsSync } from 'node:fs';
import { copyFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stopIfTold } from './child.mjs';
import { Failure } from './failure.mjs';
import { installedMatches, stampOf } from './installed.mjs';
import { alone } from './lock.mjs';
import { packagedNode } from './node.mjs';
import { npm } from './npm.mjs';
import { inRoot, workFolder } from './paths.mjs';

const stampFile = inRoot('node_modules', '.registry-packages');

/**
 * Makes node_modules what package-lock.json says.
 *
 * @param {{ development: boolean }} need whether the packages for building and testing are needed too
 * @throws {Failure} with all that npm said when it fails
 */
export async function ensurePackages(need) {
  if (await areInstalled(need)) return;
  await alone(async () => {
    if (!(await areInstalled(need))) await install();
  });
}

/** @param {{ development: boolean }} need */
async function areInstalled(need) {
  const stamp = await stampOf();
  const stamped = await readFile(stampFile, 'utf8').catch(() => '');
  return stamp === stamped || installedMatches(need);
}

async function install() {
  console.error('Installing packages (first run, about a minute)…');
  await rm(stampFile, { force: true });
  await cleanInstall();
  // npm leaves out, without a word, optional packages that do not take the Node it runs on, an old one perhaps.
  if (!(await isWhole())) await cleanInstallOnPackagedNode();
  const stamp = await stampOf();
  if (stamp === undefined || !(await isWhole())) {
    throw new Failure('npm reported success, yet node_modules is not complete. Start again.');
  }
  await writeFile(stampFile, stamp);
}

function isWhole() {
  return installedMatches({ development: true });
}

/**
 * Scripts of packages are never run: none is needed, and each would be code nobody here has read.
 * @param {string} [node] the Node to run npm on
 */
async function cleanInstall(node) {
  const all = ['--ignore-scripts', '--include=dev', '--include=optional', '--include=peer'];
  const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--no-engine-strict', '--loglevel=error'];
  const { status, output } = await npm(['ci', `--prefix=${inRoot()}`, ...all, ...quiet], node);
  stopIfTold();
  if (status !== 0) throw new Failure(`${output.trimEnd()}\nThe packages could not be installed.`);
}

/** On a copy of that Node, since npm begins by removing all packages. */
async function cleanInstallOnPackagedNode() {
  const node = packagedNode === undefined ? '' : join(packagedNode, 'bin', 'node');
  if (!existsSync(node)) return;
  const copy = join(workFolder, 'node');
  await copyFile(node, copy);
  try {
    await cleanInstall(copy);
  } finally {
    await rm(copy, { force: true });
  }
}

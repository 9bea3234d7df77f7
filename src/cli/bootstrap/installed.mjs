import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { hasGlibc, packagedNode } from './node.mjs';
import { inRoot } from './paths.mjs';

/** @typedef {{ version?: string, dev?: boolean, optional?: boolean, os?: string | string[], cpu?: string | string[], libc?: string | string[] }} LockedPackage */

const lockFile = inRoot('package-lock.json');
/** What npm writes at the very end of an installation, and removes at its beginning. */
const installedFile = inRoot('node_modules', '.package-lock.json');

/**
 * What was asked for, what is installed and on which kind of machine, in one digest; undefined when
 * no installation ever ended.
 */
export async function stampOf() {
  const installed = await readFile(installedFile).catch(() => undefined);
  if (installed === undefined) return undefined;
  const hash = createHash('sha256')
    .update(await readFile(lockFile))
    .update('\0')
    .update(installed);
  return hash.update(`\0${process.platform} ${process.arch}`).digest('hex');
}

/**
 * Whether node_modules, perhaps installed by hand and perhaps without the packages for development,
 * holds every locked package this machine needs in its locked version.
 *
 * @param {{ development: boolean }} need
 */
export async function installedMatches({ development }) {
  if (packagedNode !== undefined && !existsSync(packagedNode)) return false;
  const installed = await packagesIn(installedFile).catch(() => undefined);
  if (installed === undefined) return false;
  const locked = Object.entries(await packagesIn(lockFile));
  return locked
    .filter(([path, entry]) => path !== '' && isNeeded(entry, development))
    .every(([path, entry]) => installed[path]?.version === entry.version && existsSync(inRoot(path)));
}

/**
 * @param {string} file
 * @returns {Promise<Record<string, LockedPackage>>}
 */
async function packagesIn(file) {
  return JSON.parse(await readFile(file, 'utf8')).packages;
}

/**
 * @param {LockedPackage} entry
 * @param {boolean} development
 */
function isNeeded(entry, development) {
  if (entry.dev === true && !development) return false;
  if (entry.optional !== true) return true;
  // An optional package that names no machine belongs to one that does; npm decides about it.
  if (entry.os === undefined || entry.cpu === undefined) return false;
  // Which other C library this may be is npm's to find out.
  if (entry.libc !== undefined && !(hasGlibc && includes(entry.libc, 'glibc'))) return false;
  return includes(entry.os, process.platform) && includes(entry.cpu, process.arch);
}

/**
 * @param {string | string[]} list
 * @param {string} value
 */
function includes(list, value) {
  return [list].flat().includes(value);
}

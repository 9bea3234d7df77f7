import { existsSync } from 'node:fs';
import { delimiter, join, sep } from 'node:path';
import { Failure } from './failure.mjs';
import { inRoot } from './paths.mjs';

/** The version the product is written for; package.json pins the exact one for Linux. */
const major = 24;

/** Where glibc keeps the loader that the packaged Node, like most native packages, is linked to. */
const loaders = new Map([
  ['x64', '/lib64/ld-linux-x86-64.so.2'],
  ['arm64', '/lib/ld-linux-aarch64.so.1'],
]);
const loader = process.platform === 'linux' ? loaders.get(process.arch) : undefined;

/** Whether this is a Linux with glibc (and not, say, Alpine). */
export const hasGlibc = loader !== undefined && existsSync(loader);

/** The folder of the npm package that carries Node for this machine; undefined where none fits. */
export const packagedNode = hasGlibc ? inRoot('node_modules', `node-linux-${process.arch}`) : undefined;

/**
 * Path of the Node the product runs on: on Linux the one installed with the packages, elsewhere the one
 * that reads this, if it is new enough.
 *
 * @throws {Failure} when there is none
 */
export function productNode() {
  const packaged = packagedNode === undefined ? undefined : join(packagedNode, 'bin', 'node');
  if (packaged !== undefined && existsSync(packaged)) return packaged;
  if (Number(process.versions.node.split('.')[0]) >= major) return process.execPath;
  throw new Failure(
    `The registry needs Node ${major}; this is Node ${process.versions.node}. Install it from https://nodejs.org and start again.`,
  );
}

/**
 * Path of a Node that outlives a reinstallation of node_modules: npm runs on it.
 * npm puts node_modules/.bin first on PATH, so the Node that reads this may be about to be replaced.
 */
export function nodeOutsidePackages() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const onPath = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name));
  const candidates = [process.env['npm_node_execpath'] ?? '', process.execPath, ...onPath];
  return candidates.find((path) => isOutside(path) && existsSync(path)) ?? process.execPath;
}

/** @param {string} path */
function isOutside(path) {
  return !path.split(sep).includes('node_modules');
}

import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stopIfTold } from './child.mjs';
import { Failure } from './failure.mjs';
import { alone } from './lock.mjs';
import { inRoot, workFolder } from './paths.mjs';
import { filesUnder, fingerprint } from './sources.mjs';
import { tool } from './tools.mjs';

const built = inRoot('dist');
const receiptFile = join(built, 'build.json');
/** Built aside, then renamed into place: a server that runs keeps its files, and half a build is never seen. */
const building = join(workFolder, 'building');
const replaced = join(workFolder, 'replaced');

/** @typedef {{ sources: string, files: Record<string, number> }} Receipt what was built from, and the size of each file made */

/**
 * Builds when what is built is not whole or was made from other sources than those there now.
 *
 * @param {{ always?: boolean }} [options]
 * @throws {Failure} with all the build said when it fails; what was built before is then still in place
 */
export async function ensureBuild({ always = false } = {}) {
  if (!always && (await isCurrent())) return;
  await alone(async () => {
    if (always || !(await isCurrent())) await build();
  });
}

async function isCurrent() {
  const receipt = await readReceipt();
  if (receipt === undefined || receipt.sources !== (await fingerprint())) return false;
  return (await Promise.all(Object.entries(receipt.files).map(isWhole))).every(Boolean);
}

/** @returns {Promise<Receipt | undefined>} */
async function readReceipt() {
  try {
    const receipt = JSON.parse(await readFile(receiptFile, 'utf8'));
    return typeof receipt.sources === 'string' && typeof receipt.files === 'object' ? receipt : undefined;
  } catch {
    return undefined;
  }
}

/** @param {[path: string, size: number]} file */
async function isWhole([path, size]) {
  const entry = await stat(join(built, path)).catch(() => undefined);
  return entry?.size === size;
}

async function build() {
  console.error('Building…');
  const sources = await fingerprint();
  await rm(building, { recursive: true, force: true });
  const { status, output } = await tool('astro', ['build', '--outDir', building], { quiet: true });
  stopIfTold();
  if (status !== 0) throw new Failure(`${output.trimEnd()}\nThe build failed.`);
  await writeFile(join(building, 'build.json'), JSON.stringify(await receiptOf(sources), null, 2));
  await putInPlace();
}

/**
 * @param {string} sources
 * @returns {Promise<Receipt>}
 */
async function receiptOf(sources) {
  const paths = await filesUnder(building, '.');
  const sizes = await Promise.all(paths.map(async (path) => (await stat(join(building, path))).size));
  return { sources, files: Object.fromEntries(paths.map((path, index) => [path, sizes[index] ?? 0])) };
}

async function putInPlace() {
  await rm(replaced, { recursive: true, force: true });
  await rename(built, replaced).catch((error) => {
    if (error.code !== 'ENOENT') throw error;
  });
  await rename(building, built);
  await rm(replaced, { recursive: true, force: true });
}

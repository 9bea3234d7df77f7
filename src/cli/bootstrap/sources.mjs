import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { inRoot } from './paths.mjs';

/** Everything the build reads. The lock stands for the packages. */
const inputs = ['src', 'content', 'db', 'public', 'astro.config.mjs', 'tsconfig.json', 'package-lock.json'];

/**
 * A digest of all the build reads, names and contents: times of files say nothing after a checkout or a copy.
 * @returns {Promise<string>} in hex
 */
export async function fingerprint() {
  const hash = createHash('sha256');
  for (const input of inputs) {
    for (const file of await filesUnder(inRoot(), input)) {
      const content = await readFile(inRoot(file));
      hash.update(`${file}\0${content.length}\0`).update(content);
    }
  }
  return hash.digest('hex');
}

/**
 * Paths of the files at or under a path, from `base` on, in one order everywhere; none when nothing is there.
 *
 * @param {string} base
 * @param {string} path
 * @returns {Promise<string[]>}
 */
export async function filesUnder(base, path) {
  const entry = await stat(join(base, path)).catch(() => undefined);
  if (entry === undefined) return [];
  if (!entry.isDirectory()) return [path];
  const names = (await readdir(join(base, path))).sort();
  const lists = await Promise.all(names.map((name) => filesUnder(base, join(path, name))));
  return lists.flat();
}

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the folder that holds package.json, whatever folder the command was given in. */
export const root = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * Absolute path of something in the project.
 * @param {...string} parts
 */
export function inRoot(...parts) {
  return join(root, ...parts);
}

/** Made by these commands alone, ignored by git: the lock, the build under way. */
export const workFolder = inRoot('.astro');

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

function folderOfPackage(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error(`No package.json above ${fileURLToPath(import.meta.url)}`);
  return folderOfPackage(parent);
}

/**
 * Absolute path of the folder that holds package.json, content/ and db/migrations/.
 *
 * Found by walking up from this very module, so that sources (src/), the built tree (dist/server/) and tests
 * reach the same files, whatever the working directory is.
 */
export const projectRoot: string = folderOfPackage(dirname(fileURLToPath(import.meta.url)));

/** Absolute path of something in the project: `projectPath('content', 'reference', 'countries.json')`. */
export function projectPath(...parts: readonly string[]): string {
  return join(projectRoot, ...parts);
}

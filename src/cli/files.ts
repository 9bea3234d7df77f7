import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Refusal } from './refusal.ts';
import type { Terminal } from './terminal.ts';

/**
 * The text of a file, or of standard input where the name is `-`.
 *
 * @throws Refusal when it cannot be read
 */
export async function readInput(terminal: Terminal, name: string): Promise<string> {
  if (name === '-') return terminal.input();
  try {
    return await readFile(resolve(terminal.folder, name), 'utf8');
  } catch (error) {
    throw new Refusal(`${name} cannot be read: ${reasonOf(error)}`);
  }
}

/** Writes a file whole or not at all: a reader never sees half of it. */
export async function writeOutput(terminal: Terminal, name: string, text: string): Promise<void> {
  const path = resolve(terminal.folder, name);
  const aside = `${path}.${randomUUID()}`;
  try {
    await writeFile(aside, text, { flag: 'wx' });
    await rename(aside, path);
  } catch (error) {
    await rm(aside, { force: true });
    throw new Refusal(`${name} cannot be written: ${reasonOf(error)}`);
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOENT':
      return 'there is no such file or folder.';
    case 'EISDIR':
      return 'it is a folder.';
    case 'EACCES':
    case 'EPERM':
      return 'this user may not.';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}

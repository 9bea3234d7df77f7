import { createHash } from 'node:crypto';
import type { Actor } from '../actor.ts';
import type { Context } from '../context.ts';
import { RegistryError } from '../errors.ts';
import { readRegisterFile, type FileProblem, type ReadFile } from '../exports/read-register-file.ts';
import { readInput } from './files.ts';
import { problemInWords, Refusal } from './refusal.ts';
import type { Terminal } from './terminal.ts';

/** A register file that was read, and by whom an import of it is done. */
export interface RegisterFile extends ReadFile {
  readonly name: string;
  readonly actor: Actor;
}

// A whole page of problems is read; a thousand of the same are not.
const MOST_TOLD = 100;

/**
 * Reads a register file.
 *
 * @throws Refusal with every problem at its place: `export.json:12:7  /thirdParties/0/name  …`
 */
export async function readRegister(terminal: Terminal, name: string): Promise<RegisterFile> {
  const text = await readInput(terminal, name);
  const file = readRegisterFile(text);
  if ('problems' in file) throw new Refusal(listOf(name, file.problems));
  const id = createHash('sha256').update(text).digest('hex');
  return { ...file, name, actor: { kind: 'import', id } };
}

/**
 * Does something with the file, and says where in it what is refused has to be mended.
 *
 * @throws Refusal
 */
export async function atItsPlace<T>(
  { content }: Context,
  { name, placeOf }: RegisterFile,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof RegistryError) || error.problems.length === 0) throw error;
    const problems = error.problems.map((problem) => ({
      ...placeOf(problem),
      message: problemInWords(problem, content),
    }));
    throw new Refusal(listOf(name, problems));
  }
}

function listOf(name: string, problems: readonly FileProblem[]): string {
  const shown = name === '-' ? 'standard input' : name;
  const lines = problems.slice(0, MOST_TOLD).map(({ line, column, pointer, message }) => {
    const place = `${shown}:${String(line)}:${String(column)}`;
    return [place, pointer, message].filter((part) => part !== '').join('  ');
  });
  const more = problems.length - lines.length;
  return [...lines, ...(more > 0 ? [`… and ${String(more)} more.`] : [])].join('\n');
}

import { readFileSync } from 'node:fs';
import { coloursIn, isGround } from '../../../src/look/colours-in.ts';
import type { Ground } from '../../../src/look/look.ts';
import { projectPath } from '../../../src/project-root.ts';

/** The colours of tokens.css, read from the file itself. */
export const TOKENS = coloursIn(readFileSync(projectPath('src', 'styles', 'tokens.css'), 'utf8'));

/** The grounds on which words of the accent stand, but for its own wash. */
export function groundsOn(ground: Ground): string[] {
  const names = [...TOKENS.keys()].filter((name) => isGround(name) && name !== '--accent-wash');
  return names.map((name) => colour(name, ground));
}

export function colour(name: string, ground: Ground): string {
  const known = TOKENS.get(name);
  if (!known) throw new Error(`There is no token ${name}.`);
  return known[ground];
}

import { wordsFor } from '../language/words.ts';
import type { Content } from '../content.ts';
import type { RegistryError } from '../errors.ts';
import type { Problem } from '../domain/problem.ts';

/** Input that is refused: its message is for the person at the terminal, and the exit status is 1. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/** Arguments that make no sense together: the exit status is 2. */
export class Misuse extends Error {
  override readonly name = 'Misuse';
}

/** Every reason for which the register refused, a line each, with its place. */
export function refusalOf(error: RegistryError, content: Content): Refusal {
  if (error.problems.length === 0) return new Refusal(error.message);
  return new Refusal(error.problems.map((problem) => problemLine(problem, content)).join('\n'));
}

/** The reason in words, with the place in the register where it is. */
export function problemLine(problem: Problem, content: Content): string {
  const words = problemInWords(problem, content);
  return problem.at === undefined ? words : `${problem.at}: ${words}`;
}

export function problemInWords(problem: Problem, content: Content): string {
  return wordsFor(content, 'en').problem(problem);
}

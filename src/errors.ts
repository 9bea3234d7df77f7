import type { Problem } from './domain/problem.ts';

/** The closed set of ways in which a verb fails; each has one HTTP status, given in one place. */
export const ERROR_CODES = [
  /** The rules of the register forbid it; the problems say which. */
  'refused',
  /** The input is not of the right form. */
  'invalid',
  'not-found',
  /** Somebody else was first. */
  'conflict',
  /** What is stored is not what was published. */
  'damaged',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** A failure that was foreseen, with everything a person needs to act on it. */
export class RegistryError extends Error {
  readonly code: ErrorCode;
  readonly problems: readonly Problem[];

  constructor(code: ErrorCode, problems: readonly Problem[], message = inWords(code, problems)) {
    super(message);
    this.name = 'RegistryError';
    this.code = code;
    this.problems = problems;
  }
}

/** For logs and terminals; interfaces have words of their own for each problem. */
function inWords(code: ErrorCode, problems: readonly Problem[]): string {
  return [code, ...problems.map(problemInWords)].join('\n  ');
}

function problemInWords({ code, at, edition, value }: Problem): string {
  const facts = [at, edition === undefined ? undefined : `edition ${String(edition)}`, value];
  return [code, ...facts.filter((fact) => fact !== undefined)].join(', ');
}

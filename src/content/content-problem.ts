/** Something wrong in a content file, for the person who edits it. */
export interface ContentProblem {
  /** Path from the project's root: `content/messages/nl.json`. */
  readonly file: string;
  /** Where in the file: a key, a path of keys, or a line. */
  readonly at?: string;
  readonly message: string;
}

/** Every fault of all content files at once: whoever mends them should not have to start again for each. */
export class ContentError extends Error {
  override readonly name = 'ContentError';
  readonly problems: readonly ContentProblem[];

  constructor(problems: readonly ContentProblem[]) {
    const count = problems.length === 1 ? 'a problem' : `${String(problems.length)} problems`;
    super(`The content has ${count}:\n${problems.map((problem) => `  ${lineOf(problem)}`).join('\n')}`);
    this.problems = problems;
  }
}

function lineOf({ file, at, message }: ContentProblem): string {
  return at === undefined ? `${file}: ${message}` : `${file}, ${at}: ${message}`;
}

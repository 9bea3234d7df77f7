/** Makes work of one kind wait for one another, in the order in which it came. */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>();

  /** @param kind work of another kind does not wait for it */
  take<T>(kind: string, work: () => Promise<T>): Promise<T> {
    const mine = (this.#last.get(kind) ?? Promise.resolve()).then(work);
    const leave = (): void => {
      if (this.#last.get(kind) === over) this.#last.delete(kind);
    };
    const over: Promise<void> = mine.then(leave, leave);
    this.#last.set(kind, over);
    return mine;
  }
}

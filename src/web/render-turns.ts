/** Whoever pages through days and words can ask for more than there is time to make: others would wait for all of it. */
export const MOST_WAITING = 100;

/** So many are waiting already that one more would not be made in the time that a reader waits. */
export class TooManyWaiting extends Error {
  constructor() {
    super('Too many pages are waiting to be made.');
    this.name = 'TooManyWaiting';
  }
}

/**
 * Has pages made one at a time. Between two of them all that is kept ready goes out, so that no reader of it ever waits for
 * more than one; and what everybody reads is made before what somebody asks for.
 */
export class RenderTurns {
  readonly #waiting: Record<'first' | 'then', (() => void)[]> = { first: [], then: [] };
  #isTaken = false;

  /** @throws TooManyWaiting, of what need not come first only */
  async run<T>(isFirst: boolean, work: () => Promise<T>): Promise<T> {
    await this.#take(isFirst ? 'first' : 'then');
    try {
      return await work();
    } finally {
      // A page is made without a pause: the next in the same breath would keep everybody waiting for both.
      setImmediate(() => {
        this.#pass();
      });
    }
  }

  async #take(when: 'first' | 'then'): Promise<void> {
    if (!this.#isTaken) {
      this.#isTaken = true;
      return;
    }
    if (when === 'then' && this.#waiting.then.length >= MOST_WAITING) throw new TooManyWaiting();
    const { promise, resolve } = Promise.withResolvers<undefined>();
    this.#waiting[when].push(() => {
      resolve(undefined);
    });
    await promise;
  }

  #pass(): void {
    const next = this.#waiting.first.shift() ?? this.#waiting.then.shift();
    if (next) next();
    else this.#isTaken = false;
  }
}

/** Ends a turn. Safe to call twice. */
export type EndTurn = () => void;

/** One at a time, in the order of asking. */
export class Turns {
  #last: Promise<void> = Promise.resolve();
  #taken = 0;

  /** Resolves when all earlier turns have ended. The taker must end its turn, or nobody else gets one. */
  async take(): Promise<EndTurn> {
    const before = this.#last;
    const { promise, resolve } = Promise.withResolvers<undefined>();
    this.#last = promise;
    await before;
    await this.#breathe();
    return () => {
      resolve(undefined);
    };
  }

  /** Does the work in a turn of its own. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    const end = await this.take();
    try {
      return await work();
    } finally {
      end();
    }
  }

  /** Resolves when nothing is waiting and nothing is running. */
  async idle(): Promise<void> {
    let last: Promise<void>;
    do {
      last = this.#last;
      await last;
    } while (last !== this.#last);
  }

  /**
   * Local statements run synchronously and are freed only by garbage collection after a turn of the event loop: an
   * unbroken chain of promises would starve timers and sockets, and hold every statement in memory.
   */
  async #breathe(): Promise<void> {
    this.#taken += 1;
    if (this.#taken % 8 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
}

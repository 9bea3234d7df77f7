/** What a lookout tells: that looking fails, once, and that it succeeds again. */
export interface Told {
  readonly failed: (error: unknown) => void;
  readonly again: () => void;
}

/** Looks again and again for what other processes have written. Nobody waits for it, and it keeps no process alive. */
export class Lookout {
  readonly #look: () => Promise<unknown>;
  readonly #told: Told;
  #timer: NodeJS.Timeout | undefined;
  #failing = false;

  constructor(look: () => Promise<unknown>, told: Told) {
    this.#look = look;
    this.#told = told;
  }

  /** @param every milliseconds between two looks */
  begin(every: number): void {
    this.#timer = setInterval(() => void this.#turn(), every).unref();
  }

  end(): void {
    clearInterval(this.#timer);
  }

  async #turn(): Promise<void> {
    try {
      await this.#look();
      if (this.#failing) this.#told.again();
      this.#failing = false;
    } catch (error) {
      if (!this.#failing) this.#told.failed(error);
      this.#failing = true;
    }
  }
}

import type { Database } from '../../db/client.ts';
import { Turns } from '../../db/turns.ts';
import { lookFiles, type LookFiles } from './look-files.ts';
import { OWN_LOOK, type Look } from './look.ts';
import { lookVersion, readLook } from './read-look.ts';

/** A look with the files it is made of. */
export interface KeptLook extends Look {
  readonly files: LookFiles;
}

export interface LookKeeperOptions {
  readonly database: Pick<Database, 'orm'>;
  readonly log: { error(event: string, facts?: Readonly<Record<string, unknown>>): void };
  /** Milliseconds between two looks for what other processes have changed. */
  readonly lookEvery?: number;
}

/** Reads the look, and begins to watch it. */
export async function openLook(options: LookKeeperOptions): Promise<LookKeeper> {
  const keeper = new LookKeeper(options);
  await keeper.refresh();
  keeper.watch(options.lookEvery ?? 1000);
  return keeper;
}

/** Holds the look in memory, so that pages are made without a query; what other processes change is found by looking. */
export class LookKeeper {
  readonly #options: LookKeeperOptions;
  readonly #turns = new Turns();
  #kept: KeptLook = { ...OWN_LOOK, files: {} };
  #timer: NodeJS.Timeout | undefined;
  #failing = false;

  constructor(options: LookKeeperOptions) {
    this.#options = options;
  }

  current(): KeptLook {
    return this.#kept;
  }

  /** Changes whenever any public byte may because of it. */
  version(): number {
    return this.#kept.version;
  }

  /** Takes in what was changed, here or by another process. */
  refresh(): Promise<void> {
    const { orm } = this.#options.database;
    return this.#turns.run(async () => {
      if ((await lookVersion(orm)) === this.#kept.version) return;
      const look = await readLook(orm);
      this.#kept = { ...look, files: lookFiles(look) };
    });
  }

  /** Begins to look for what other processes change. Never keeps the process alive. */
  watch(every: number): void {
    this.#timer = setInterval(() => void this.#look(), every).unref();
  }

  /** Ends looking, when the look that is under way is done. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#turns.idle();
  }

  /** Nobody waits for this: a failure is told once. */
  async #look(): Promise<void> {
    try {
      await this.refresh();
      this.#failing = false;
    } catch (error) {
      if (!this.#failing) this.#options.log.error('look-cannot-be-read', { error });
      this.#failing = true;
    }
  }
}

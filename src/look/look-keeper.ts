import type { Database } from '../../db/client.ts';
import { Lookout } from '../../db/lookout.ts';
import { Turns } from '../../db/turns.ts';
import type { Log } from '../log.ts';
import { lookFiles, type LookFiles } from './look-files.ts';
import { OWN_LOOK, type Look } from './look.ts';
import { lookVersion, readLook } from './read-look.ts';

/** A look with the files it is made of. */
export interface KeptLook extends Look {
  readonly files: LookFiles;
}

export interface LookKeeperOptions {
  readonly database: Pick<Database, 'orm'>;
  readonly log: Pick<Log, 'error' | 'info'>;
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
  readonly #lookout: Lookout;
  #kept: KeptLook = { ...OWN_LOOK, files: {} };

  constructor(options: LookKeeperOptions) {
    this.#options = options;
    this.#lookout = new Lookout(() => this.refresh(), {
      failed: (error) => {
        options.log.error('look-cannot-be-read', { error });
      },
      again: () => {
        options.log.info('look-is-read-again');
      },
    });
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
    this.#lookout.begin(every);
  }

  /** Ends looking, when the look that is under way is done. */
  async close(): Promise<void> {
    this.#lookout.end();
    await this.#turns.idle();
  }
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startHranaDouble } from '../../support/hrana-double/start.ts';

/** The two ways to a database; the same tests pass on both. */
export const PLACES = ['a file', 'a libSQL server'] as const;
export type PlaceKind = (typeof PLACES)[number];

/** Room for one database, empty at first. */
export interface Place {
  readonly url: string;
  /** The database file, which for a server only its own process may open. */
  readonly path: string;
  /** Ends the server, when there is one; the file stays until `remove`. */
  readonly stop: () => Promise<void>;
  readonly remove: () => Promise<void>;
}

export async function makePlace(kind: PlaceKind): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'registry-'));
  const path = join(folder, 'registry.db');
  const server = kind === 'a file' ? undefined : await startHranaDouble(path);
  const stop = async (): Promise<void> => server?.stop();
  return {
    url: server?.url ?? `file:${path}`,
    path,
    stop,
    remove: async () => {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

import { afterEach } from 'vitest';
import { openDatabase, type Database } from '../../../db/client.ts';
import { migrateDatabase } from '../../../db/migrate.ts';
import { MIGRATIONS } from './migrations.ts';
import { makePlace, type Place, type PlaceKind } from './place.ts';

export { MIGRATIONS };

/** Places and databases of one test, taken away after it. */
export interface Bench {
  place(kind: PlaceKind): Promise<Place>;
  /** Opens the database there and brings it to the schema of this version. */
  database(place: Place): Promise<Database>;
  /** Something else to end before the databases are closed. */
  afterwards(end: () => Promise<void>): void;
}

/** To be called once in a test file. */
export function useBench(): Bench {
  const ends: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end();
  });
  return {
    place: async (kind) => {
      const place = await makePlace(kind);
      ends.push(place.remove);
      return place;
    },
    database: async ({ url }) => {
      const database = await openDatabase({ url });
      ends.push(() => database.close());
      await migrateDatabase(database, MIGRATIONS);
      return database;
    },
    afterwards: (end) => ends.push(end),
  };
}

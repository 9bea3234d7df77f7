import { copyFile, readdir, readFile } from 'node:fs/promises';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { describe, expect, test } from 'vitest';
import { verifyChain } from '../../src/domain/chain.ts';
import { projectPath } from '../../src/project-root.ts';
import { originOf } from '../../src/register/origin.ts';
import { factsOf, type Facts } from '../fixtures/facts.ts';
import { MIGRATIONS, useBench } from './support/bench.ts';
import { PLACES, type PlaceKind } from './support/place.ts';
import { publishAnother, startContext } from './support/register.ts';

const bench = useBench();
const FOLDER = projectPath('tests', 'fixtures');
const VERSIONS = (await readdir(FOLDER)).flatMap((name) => /^registry-(.+)\.db$/.exec(name)?.[1] ?? []);

test('a database of every version is kept', () => {
  expect(VERSIONS).toContain('0.1.0');
});

describe.each(VERSIONS)('a database of version %s', (version) => {
  describe.each(PLACES)('in %s', (kind) => {
    async function start(from: PlaceKind) {
      const place = await bench.place(from);
      await copyFile(`${FOLDER}/registry-${version}.db`, place.path);
      const context = await startContext(place.url);
      bench.afterwards(() => context.close());
      return context;
    }

    test('is brought to this version, verifies, and reads as it did', async () => {
      const { database, ledger } = await start(kind);
      const facts = JSON.parse(await readFile(`${FOLDER}/registry-${version}.json`, 'utf8')) as Facts;
      expect(verifyChain(ledger.current().notices.map(({ row }) => row))).toEqual([]);
      expect(factsOf(ledger.current())).toEqual(facts);
      expect(await originOf(database.orm)).toBe('own');
    });

    test('takes the next notice', async () => {
      const context = await start(kind);
      const before = context.ledger.current().notices.length;
      context.clock.moveTo('2027-01-01T09:00:00Z');
      expect((await publishAnother(context, 'newcomer')).edition).toBe(before + 1);
    });

    test('was made by migrations that nobody has edited since', async () => {
      const { database } = await start(kind);
      const { rows } = await database.client.execute('SELECT hash, created_at FROM __drizzle_migrations');
      const applied = new Map(rows.map((row) => [Number(row['created_at']), row['hash']]));
      for (const { folderMillis, hash } of readMigrationFiles({ migrationsFolder: MIGRATIONS }))
        expect(applied.get(folderMillis)).toBe(hash);
    });
  });
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openDatabase, type Database } from '../../db/client.ts';
import { migrateDatabase } from '../../db/migrate.ts';
import { projectPath } from '../../src/project-root.ts';
import { MIGRATIONS, useBench } from './support/bench.ts';
import { PLACES } from './support/place.ts';

const bench = useBench();
const MIGRATE = projectPath('tests', 'db', 'support', 'migrate-once.ts');

async function namesIn(database: Database): Promise<string[]> {
  const { rows } = await database.client.execute(
    `SELECT name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'`,
  );
  return rows.map((row) => row['name'] as string);
}

/** What the migrations say they make, trigger bodies left out. */
async function promised(): Promise<string[]> {
  const files = (await readdir(MIGRATIONS)).filter((name) => name.endsWith('.sql'));
  const texts = await Promise.all(files.map((name) => readFile(join(MIGRATIONS, name), 'utf8')));
  return texts.flatMap((text) =>
    [...text.matchAll(/^CREATE (?:UNIQUE )?(?:TABLE|INDEX|TRIGGER) `(\w+)`/gm)].map(([, name = '']) => name),
  );
}

async function withMigrations(path: string, extra: Readonly<Record<string, string>>): Promise<string> {
  const folder = join(dirname(path), 'migrations');
  await mkdir(folder);
  await cp(MIGRATIONS, folder, { recursive: true });
  const journal = JSON.parse(await readFile(join(folder, 'meta', '_journal.json'), 'utf8')) as {
    entries: { idx: number; version: string; when: number; tag: string; breakpoints: boolean }[];
  };
  for (const [tag, sql] of Object.entries(extra)) {
    const idx = journal.entries.length;
    journal.entries.push({ idx, version: '6', when: 4_000_000_000_000 + idx, tag, breakpoints: true });
    await writeFile(join(folder, `${tag}.sql`), sql);
  }
  await writeFile(join(folder, 'meta', '_journal.json'), JSON.stringify(journal));
  return folder;
}

describe.each(PLACES)('migrating a database in %s', (kind) => {
  test('makes everything that the migrations promise', async () => {
    const database = await bench.database(await bench.place(kind));
    const names = await promised();
    expect(names.length).toBeGreaterThan(12);
    expect(await namesIn(database)).toEqual(expect.arrayContaining(names));
  });

  test('does nothing when there is nothing to do', async () => {
    const database = await bench.database(await bench.place(kind));
    const before = await namesIn(database);
    expect(await migrateDatabase(database, MIGRATIONS)).toBe(0);
    expect(await namesIn(database)).toEqual(before);
  });

  test('passes when four processes start at the same moment on one new database', async () => {
    const place = await bench.place(kind);
    const codes = await Promise.all(
      Array.from({ length: 4 }, async () => {
        const child = spawn(process.execPath, [MIGRATE, place.url], { stdio: 'inherit' });
        const [code] = (await once(child, 'exit')) as [number];
        return code;
      }),
    );
    expect(codes).toEqual([0, 0, 0, 0]);
    expect(await namesIn(await bench.database(place))).toEqual(expect.arrayContaining(await promised()));
  });

  test('leaves no trace of a migration that fails', async () => {
    const place = await bench.place(kind);
    const database = await bench.database(place);
    const before = await namesIn(database);
    const folder = await withMigrations(place.path, {
      '0900_half': 'CREATE TABLE half (id);\n--> statement-breakpoint\nCREATE TABLE ledger (id);',
    });
    await expect(migrateDatabase(database, folder)).rejects.toThrow(/ledger/);
    expect(await namesIn(database)).toEqual(before);
    expect(await migrateDatabase(database, MIGRATIONS)).toBe(0);
  });

  test('applies a migration of data once, though two do it at the same moment', async () => {
    const place = await bench.place(kind);
    const [one, other] = [await bench.database(place), await bench.database(place)];
    await one.client.executeMultiple('CREATE TABLE counter (value INTEGER); INSERT INTO counter VALUES (1)');
    const folder = await withMigrations(place.path, { '0900_add': 'UPDATE counter SET value = value + 1;' });
    const applied = await Promise.all([migrateDatabase(one, folder), migrateDatabase(other, folder)]);
    expect(applied.toSorted()).toEqual([0, 1]);
    const { rows } = await one.client.execute('SELECT value FROM counter');
    expect(rows[0]?.['value']).toBe(2);
  });

  test('rebuilds a table that others refer to', async () => {
    const place = await bench.place(kind);
    const database = await bench.database(place);
    await database.client.executeMultiple(`
      CREATE TABLE person (id TEXT PRIMARY KEY);
      CREATE TABLE visit (person TEXT NOT NULL REFERENCES person(id));
      INSERT INTO person VALUES ('p1'); INSERT INTO visit VALUES ('p1');`);
    const folder = await withMigrations(place.path, {
      '0900_rebuild': [
        'CREATE TABLE __new_person (id TEXT PRIMARY KEY, since TEXT);',
        'INSERT INTO __new_person (id) SELECT id FROM person;',
        'DROP TABLE person;',
        'ALTER TABLE __new_person RENAME TO person;',
      ].join('\n--> statement-breakpoint\n'),
    });
    expect(await migrateDatabase(database, folder)).toBe(1);
    await expect(database.client.execute(`INSERT INTO visit VALUES ('nobody')`)).rejects.toThrow(
      /FOREIGN KEY/,
    );
  });

  test('refuses a database that a newer version has used', async () => {
    const place = await bench.place(kind);
    const database = await bench.database(place);
    const folder = await withMigrations(place.path, { '0900_newer': 'CREATE TABLE newer (id);' });
    await migrateDatabase(database, folder);
    await expect(migrateDatabase(database, MIGRATIONS)).rejects.toMatchObject({
      code: 'newer-database',
      message: expect.stringMatching(/newer version.*2096-10-02/) as string,
    });
  });
});

test('a file that is no database is told plainly', async () => {
  const { path, url } = await bench.place('a file');
  await writeFile(path, 'These are minutes of a meeting, not a database.\n'.repeat(100));
  await expect(openDatabase({ url })).rejects.toMatchObject({ code: 'unreachable' });
});

import { chmod, copyFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { openDatabase, type Database } from '../../db/client.ts';
import { setting } from '../../db/schema/setting.ts';
import { sqliteCode } from '../../db/sqlite-code.ts';
import { startHranaDouble } from '../support/hrana-double/start.ts';
import { useBench } from './support/bench.ts';
import { PLACES } from './support/place.ts';

const bench = useBench();

async function counter(database: Database): Promise<void> {
  await database.client.executeMultiple(
    'CREATE TABLE counter (value INTEGER); INSERT INTO counter VALUES (0)',
  );
}

async function count(database: Database): Promise<number> {
  const { rows } = await database.client.execute('SELECT value FROM counter');
  return Number(rows[0]?.['value']);
}

describe.each(PLACES)('a database in %s', (kind) => {
  async function open(): Promise<Database> {
    const database = await bench.database(await bench.place(kind));
    await counter(database);
    return database;
  }

  test('loses and refuses none of 300 overlapping writes, of which every tenth is rolled back', async () => {
    const database = await open();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 300 }, (_, index) =>
        database.write(async (transaction) => {
          const [row] = await transaction.all<{ value: number }>(sql`select value from counter`);
          await new Promise((resolve) => setImmediate(resolve));
          await transaction.run(sql`update counter set value = ${(row?.value ?? 0) + 1}`);
          if (index % 10 === 0) throw new Error('changed my mind');
        }),
      ),
    );
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(30);
    expect(await count(database)).toBe(270);
  });

  test('lets writes without a transaction wait for the one that is open', async () => {
    const database = await open();
    await Promise.all([
      database.write(async (transaction) => {
        await transaction.run(sql`update counter set value = value + 1`);
        await new Promise((resolve) => setImmediate(resolve));
      }),
      database.orm.run(sql`update counter set value = value + 1`),
      database.orm.batch([
        database.orm.run(sql`update counter set value = value + 1`),
        database.orm.run(sql`update counter set value = value + 1`),
      ]),
    ]);
    expect(await count(database)).toBe(4);
  });

  test('reads what is committed while a write is under way', async () => {
    const database = await open();
    await database.write(async (transaction) => {
      await transaction.run(sql`update counter set value = 7`);
      expect(await count(database)).toBe(0);
    });
    expect(await count(database)).toBe(7);
  });

  test('hands back what work resolves to, and rejects with what it throws', async () => {
    const database = await open();
    await expect(database.write(() => Promise.resolve('done'))).resolves.toBe('done');
    const wrong = new Error('wrong');
    await expect(database.write(() => Promise.reject(wrong))).rejects.toBe(wrong);
  });

  test('refuses a write inside a write instead of waiting for itself', async () => {
    const database = await open();
    await database.write(async (transaction) => {
      await transaction.run(sql`update counter set value = 1`);
      const nested = { code: 'nested-write' };
      await expect(database.write(() => Promise.resolve())).rejects.toMatchObject(nested);
      await expect(database.client.execute('update counter set value = 2')).rejects.toMatchObject(nested);
      await expect(database.orm.run(sql`update counter set value = 2`)).rejects.toMatchObject({
        cause: nested,
      });
      await expect(database.client.transaction()).rejects.toMatchObject(nested);
    });
    await database.write((transaction) => transaction.run(sql`update counter set value = value + 1`));
    expect(await count(database)).toBe(2);
  });

  test('takes a write again that was begun inside a write and comes after its end', async () => {
    const database = await open();
    const { promise, resolve } = Promise.withResolvers<undefined>();
    let late: Promise<unknown> = Promise.resolve();
    await database.write(async (transaction) => {
      late = promise.then(() => database.client.execute('update counter set value = 5'));
      await transaction.run(sql`update counter set value = 1`);
    });
    resolve(undefined);
    await late;
    expect(await count(database)).toBe(5);
  });

  test('tells a broken rule by its code and goes on', async () => {
    const database = await open();
    await database.orm.insert(setting).values({ key: 'origin', value: 'own' });
    const broken = await database.orm
      .insert(setting)
      .values({ key: 'origin', value: 'own' })
      .catch((error: unknown) => error);
    expect(sqliteCode(broken)).toBe('SQLITE_CONSTRAINT');
    expect(await database.orm.select().from(setting)).toHaveLength(1);
  });

  test('does what waits before it closes, and nothing afterwards', async () => {
    const place = await bench.place(kind);
    const database = await bench.database(place);
    await counter(database);
    const waiting = Array.from({ length: 20 }, () =>
      database.client.execute('update counter set value = value + 1'),
    );
    await database.close();
    await Promise.all(waiting);
    await expect(database.client.execute('select 1')).rejects.toMatchObject({ code: 'closed' });
    await expect(database.write(() => Promise.resolve())).rejects.toMatchObject({ code: 'closed' });
    expect(await count(await bench.database(place))).toBe(20);
  });

  test('loses nothing when two connections of their own write at the same time', async () => {
    const place = await bench.place(kind);
    const [one, other] = [await bench.database(place), await bench.database(place)];
    await counter(one);
    await Promise.all(
      [one, other].flatMap((database) =>
        Array.from({ length: 40 }, () =>
          database.write(async (transaction) => {
            const [row] = await transaction.all<{ value: number }>(sql`select value from counter`);
            await transaction.run(sql`update counter set value = ${(row?.value ?? 0) + 1}`);
          }),
        ),
      ),
    );
    expect(await count(one)).toBe(80);
    expect(await count(other)).toBe(80);
  });
});

describe('the file of a database', () => {
  test('holds everything once it is closed: a copy of the file alone is a backup', async () => {
    const place = await bench.place('a file');
    const database = await bench.database(place);
    await counter(database);
    await count(database);
    await database.close();
    const copy = join(dirname(place.path), 'copy.db');
    await copyFile(place.path, copy);
    expect(await count(await bench.database({ ...place, url: `file:${copy}` }))).toBe(0);
  });

  test('and those beside it are made for this user’s eyes only; an operator may open them to others', async () => {
    const place = await bench.place('a file');
    const database = await bench.database(place);
    await counter(database);
    const rights = async (path: string): Promise<string> => ((await stat(path)).mode & 0o777).toString(8);
    for (const path of [place.path, `${place.path}-wal`, `${place.path}-shm`])
      expect([path, await rights(path)]).toEqual([path, '600']);
    await database.close();
    await chmod(place.path, 0o640);
    await bench.database(place);
    expect(await rights(place.path)).toBe('640');
  });

  test('is left whole when another process still uses it', async () => {
    const place = await bench.place('a file');
    const [one, other] = [await bench.database(place), await bench.database(place)];
    await counter(one);
    await count(other);
    await one.close();
    await other.client.execute('update counter set value = 1');
    expect(await count(other)).toBe(1);
  });

  test('is named, with what to do, when it is no database or a damaged one', async () => {
    const { path, url } = await bench.place('a file');
    await writeFile(path, 'Words, and no database at all. '.repeat(40));
    await expect(openDatabase({ url })).rejects.toMatchObject({
      code: 'unreachable',
      message: `${path} is no database. Name another file with DATABASE_URL.`,
    });
    await expect(openDatabase({ url: `file:${dirname(path)}` })).rejects.toMatchObject({
      code: 'unreachable',
      message: expect.stringContaining(`${dirname(path)} cannot be opened. It must be a file`) as string,
    });
  });
});

describe('the token of a libSQL server', () => {
  test('is sent, and a wrong one is told without repeating it', async () => {
    const { path } = await bench.place('a file');
    const server = await startHranaDouble(path, 'right-token');
    bench.afterwards(() => server.stop());
    const database = await openDatabase({ url: server.url, authToken: 'right-token' });
    await database.client.execute('CREATE TABLE here (id)');
    await database.close();
    const refused = await openDatabase({ url: server.url, authToken: 'wrong-token' }).catch(
      (error: unknown) => error,
    );
    expect(refused).toMatchObject({ code: 'unreachable' });
    expect(String(refused)).not.toContain('wrong-token');
    await expect(openDatabase({ url: server.url })).rejects.toMatchObject({ code: 'unreachable' });
  });
});

describe('the address of a database', () => {
  test.each(['file::memory:', ':memory:', 'file::memory:?cache=shared'])(
    'is refused in memory: %s',
    async (url) => {
      await expect(openDatabase({ url })).rejects.toMatchObject({
        code: 'bad-address',
        message: expect.stringContaining('one connection') as string,
      });
    },
  );

  test.each([
    '',
    'data/registry.db',
    'file:',
    'file://elsewhere/registry.db',
    'ws://host',
    'file:a.db?mode=ro',
    'file:%zz',
  ])('is refused when it is none: %j', async (url) => {
    await expect(openDatabase({ url })).rejects.toMatchObject({ code: 'bad-address' });
  });

  test('may name a folder that is not there yet, with spaces and a percent sign', async () => {
    const { path } = await bench.place('a file');
    const url = `file://${encodeURI(join(path, '..', 'new folder', '100% ours', 'registry.db'))}`;
    const database = await openDatabase({ url });
    await database.client.execute('CREATE TABLE here (id)');
    await database.close();
  });

  test('that leads to no database is told plainly', async () => {
    const { path } = await bench.place('a file');
    await expect(openDatabase({ url: `file:${join(path, '..')}` })).rejects.toMatchObject({
      code: 'unreachable',
    });
    await expect(openDatabase({ url: 'http://127.0.0.1:1' })).rejects.toMatchObject({ code: 'unreachable' });
  });

  test('is not repeated in messages: it may hold a token', async () => {
    const failure = await openDatabase({ url: 'ftp://host?authToken=secret' }).catch(String);
    expect(failure).not.toContain('secret');
  });
});

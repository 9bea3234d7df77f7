import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { Database } from '../../db/client.ts';
import { auditLog } from '../../db/schema/audit-log.ts';
import { logo } from '../../db/schema/logo.ts';
import { sqliteCode } from '../../db/sqlite-code.ts';
import { openLook } from '../../src/look/look-keeper.ts';
import { OWN_LOOK } from '../../src/look/look.ts';
import { readLogo } from '../../src/look/read-logo.ts';
import { readLook } from '../../src/look/read-look.ts';
import { setLook, type LookChange, type LookContext } from '../../src/staff/set-look.ts';
import { useBench } from './support/bench.ts';
import { PLACES } from './support/place.ts';
import { RememberedLog, StandingClock, STAFF } from './support/register.ts';

const bench = useBench();

function drawing(fill: string) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 1"><path fill="${fill}" d="M0 0h3v1z"/></svg>`;
  return readLogo(Buffer.from(svg));
}

const [LIGHT, DARK] = [drawing('#111'), drawing('#eee')];
const PLAIN: LookChange = { accent: undefined, alternative: undefined, saysName: false, logos: {} };

describe.each(PLACES)('the look of the pages, kept in %s,', (kind) => {
  async function begin(): Promise<{ context: LookContext; database: Database; url: string }> {
    const place = await bench.place(kind);
    const database = await bench.database(place);
    const look = await keeperOf(database);
    return { context: { clock: new StandingClock(), database, look }, database, url: place.url };
  }

  /** One that looks only when a test asks it to. */
  async function keeperOf(database: Database) {
    const look = await openLook({ database, log: new RememberedLog(), lookEvery: 1_000_000 });
    bench.afterwards(() => look.close());
    return look;
  }

  const set = (context: LookContext, version: number, change: Partial<LookChange>) =>
    setLook(context, { actor: STAFF, version, change: { ...PLAIN, ...change } });

  async function audited(database: Database) {
    return database.orm.select().from(auditLog).where(eq(auditLog.action, 'look.changed'));
  }

  test("is the registry's own until it is set", async () => {
    const { database } = await begin();
    expect(await readLook(database.orm)).toEqual(OWN_LOOK);
    expect((await keeperOf(database)).current()).toMatchObject({ version: 0, files: {} });
  });

  test('is kept as it was set, byte for byte, and told in the audit log without its pictures', async () => {
    const { context, database } = await begin();
    await set(context, 0, {
      accent: '#e30613',
      alternative: 'Example',
      saysName: true,
      logos: { light: LIGHT },
    });
    const kept = await readLook(database.orm);
    expect(kept).toMatchObject({ version: 1, accent: '#e30613', alternative: 'Example', saysName: true });
    expect(Buffer.from(kept.logos.light?.bytes ?? [])).toEqual(Buffer.from(LIGHT.bytes));
    expect(kept.logos.dark).toBeUndefined();
    const [row] = await audited(database);
    expect(row).toMatchObject({ actorId: STAFF.id, subject: 'look' });
    expect(JSON.parse(row?.after ?? '')).toMatchObject({
      accent: '#e30613',
      logo: expect.stringMatching(/^image\/svg\+xml 192 × 64 [0-9a-f]{16}$/) as unknown,
      darkLogo: null,
    });
    expect(row?.after).not.toContain('<svg');
  });

  test('keeps a logo that a change does not name, replaces one that it does, and takes one away', async () => {
    const { context, database } = await begin();
    await set(context, 0, { logos: { light: LIGHT, dark: DARK } });
    await set(context, 1, { accent: '#123456', logos: { light: DARK } });
    const { logos } = await readLook(database.orm);
    expect(Buffer.from(logos.light?.bytes ?? [])).toEqual(Buffer.from(DARK.bytes));
    expect(logos.dark).toBeDefined();
    await set(context, 2, { accent: '#123456', logos: { light: null, dark: null } });
    expect(await readLook(database.orm)).toMatchObject({ version: 3, accent: '#123456', logos: {} });
    expect(await database.orm.select().from(logo)).toEqual([]);
  });

  test('is not overwritten by who began before somebody else changed it', async () => {
    const { context, database } = await begin();
    await set(context, 0, { accent: '#111111' });
    await expect(set(context, 0, { accent: '#222222' })).rejects.toMatchObject({ code: 'conflict' });
    expect(await readLook(database.orm)).toMatchObject({ version: 1, accent: '#111111' });
    expect(await audited(database)).toHaveLength(1);
  });

  test('is written once when it is set twice the same: a second click does nothing', async () => {
    const { context, database } = await begin();
    await set(context, 0, { accent: '#e30613', logos: { light: LIGHT } });
    await set(context, 0, { accent: '#e30613', logos: { light: LIGHT } });
    expect(await readLook(database.orm)).toMatchObject({ version: 1 });
    expect(await audited(database)).toHaveLength(1);
  });

  test('is seen by the process that set it at once, and by another at its next look', async () => {
    const { context, database } = await begin();
    const here = context.look as Awaited<ReturnType<typeof keeperOf>>;
    const other = await keeperOf(database);
    await set(context, 0, { accent: '#e30613', logos: { light: LIGHT } });
    expect(here.version()).toBe(1);
    expect(here.current().files.sheet?.path).toMatch(/^\/look-[0-9a-f]{16}\.css$/);
    expect(other.version()).toBe(0);
    await other.refresh();
    expect(other.current()).toEqual(here.current());
  });

  test('is guarded by the database, too', async () => {
    const { database } = await begin();
    const refused = (sql: string): Promise<string | undefined> =>
      database.client.execute(sql).then(
        () => 'taken',
        (error: unknown) => sqliteCode(error),
      );
    const look = (id: string, accent: string): string =>
      `insert into look (id, version, accent) values ('${id}', 1, ${accent})`;
    const picture = (type: string, bytes: string): string =>
      `insert into logo (ground, type, width, height, bytes) values ('light', '${type}', 1, 1, ${bytes})`;
    expect(await refused(look('look', "'red'"))).toMatch(/^SQLITE_CONSTRAINT/);
    expect(await refused(look('look', "'#12345G'"))).toMatch(/^SQLITE_CONSTRAINT/);
    expect(await refused(look('other', 'null'))).toMatch(/^SQLITE_CONSTRAINT/);
    expect(await refused(picture('text/html', "x'00'"))).toMatch(/^SQLITE_CONSTRAINT/);
    expect(await refused(picture('image/png', 'zeroblob(65537)'))).toMatch(/^SQLITE_CONSTRAINT/);
    expect(await refused(picture('image/png', "'text'"))).toMatch(/^SQLITE_CONSTRAINT/);
  });
});

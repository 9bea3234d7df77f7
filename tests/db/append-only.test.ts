import type { InStatement } from '@libsql/client';
import { describe, expect, test } from 'vitest';
import type { Database } from '../../db/client.ts';
import { auditLog } from '../../db/schema/audit-log.ts';
import { ledger } from '../../db/schema/ledger.ts';
import { redaction } from '../../db/schema/redaction.ts';
import { sqliteCode } from '../../db/sqlite-code.ts';
import { uuidV7 } from '../../src/audit/uuid-v7.ts';
import { digest } from '../../src/domain/chain.ts';
import { redactionMark } from '../../src/domain/text.ts';
import { Temporal } from 'temporal-polyfill';
import { useBench } from './support/bench.ts';
import { PLACES } from './support/place.ts';
import { rowAfter, writeRows, type PlainRow } from './support/rows.ts';

const bench = useBench();
const AT = '2026-02-01T09:00:00.000Z';
const ID = uuidV7(Temporal.Instant.from(AT));

const AUDIT_ROW: typeof auditLog.$inferInsert = {
  id: ID,
  at: AT,
  actorKind: 'staff',
  actorId: 'a1',
  action: 'notice.published',
  subject: 'edition:1',
  after: '{}',
};

async function dump(database: Database): Promise<unknown> {
  return [
    await database.orm.select().from(ledger),
    await database.orm.select().from(auditLog),
    await database.orm.select().from(redaction),
  ];
}

/** Tries it three ways: alone, in a transaction, in a batch. */
async function refusals(database: Database, statement: InStatement): Promise<(string | undefined)[]> {
  const ways = [
    () => database.client.execute(statement),
    async () => {
      const transaction = await database.client.transaction();
      try {
        await transaction.execute(statement);
        await transaction.commit();
      } finally {
        transaction.close();
      }
    },
    () => database.client.batch([statement]),
  ];
  const codes = [];
  for (const way of ways) codes.push(await way().then(() => 'done', sqliteCode));
  return codes;
}

const REFUSED = ['SQLITE_CONSTRAINT', 'SQLITE_CONSTRAINT', 'SQLITE_CONSTRAINT'];

describe.each(PLACES)('nothing is lost in %s', (kind) => {
  async function filled(): Promise<{ database: Database; rows: PlainRow[] }> {
    const database = await bench.database(await bench.place(kind));
    const rows = await writeRows(database, 3);
    await database.orm.insert(auditLog).values(AUDIT_ROW);
    return { database, rows };
  }

  test.each([
    'DELETE FROM ledger',
    'DELETE FROM ledger WHERE edition = 3',
    `UPDATE ledger SET payload = '{"edition":2}' WHERE edition = 2`,
    `UPDATE ledger SET recorded_at = '2020-01-01T00:00:00.000Z'`,
    'UPDATE ledger SET edition = 4 WHERE edition = 3',
    'UPDATE OR REPLACE ledger SET edition = 1 WHERE edition = 3',
    'UPDATE ledger SET hash = hash',
    'INSERT OR REPLACE INTO ledger SELECT * FROM ledger WHERE edition = 2',
    `REPLACE INTO ledger (edition, format, hash, payload, payload_digest, recorded_at)
      SELECT 4, format, hash, '{"edition":4}', payload_digest, recorded_at FROM ledger WHERE edition = 1`,
    `INSERT INTO ledger SELECT * FROM ledger WHERE edition = 2 ON CONFLICT DO UPDATE SET payload = '{"edition":2}'`,
    `INSERT INTO ledger (edition, format, hash, payload, payload_digest, recorded_at)
      SELECT 5, 1, replace(hash, substr(hash, 1, 1), 'f'), '{"edition":5}', payload_digest, recorded_at FROM ledger WHERE edition = 3`,
    'DELETE FROM audit_log',
    `UPDATE audit_log SET actor_id = 'somebody-else'`,
    'INSERT OR REPLACE INTO audit_log SELECT * FROM audit_log',
    `INSERT OR REPLACE INTO audit_log (rowid, id, at, actor_kind, actor_id, action, subject)
      SELECT rowid, '019c1880-0000-7000-8000-000000000000', at, actor_kind, actor_id, action, subject FROM audit_log`,
  ])('when somebody tries %s', async (statement) => {
    const { database } = await filled();
    const before = await dump(database);
    expect(await refusals(database, statement)).toEqual(REFUSED);
    expect(await dump(database)).toEqual(before);
  });

  test('and a row that breaks its form is refused', async () => {
    const { database, rows } = await filled();
    const good = rowAfter(rows.at(-1));
    const bad: Partial<PlainRow>[] = [
      { edition: 0 },
      { edition: 5 },
      { format: 0 },
      { hash: 'abc' },
      { hash: good.hash.toUpperCase() },
      { payload: 'not json' },
      { payload: '{"edition":9}' },
      { payload: '{}' },
      { payloadDigest: '' },
      { recordedAt: '2026-01-10' },
      { recordedAt: '2026-01-10T11:00:00Z' },
      { redactedAt: AT },
    ];
    for (const wrong of bad)
      await expect(database.orm.insert(ledger).values({ ...good, ...wrong })).rejects.toThrow();
    for (const wrong of [
      { id: 'a1' },
      { actorKind: 'robot' },
      { actorId: '' },
      { action: 'x' },
      { after: '{' },
      { at: 'now' },
    ])
      await expect(
        database.orm
          .insert(auditLog)
          .values({ ...AUDIT_ROW, id: uuidV7(Temporal.Instant.from(AT)), ...wrong }),
      ).rejects.toThrow();
    await database.orm.insert(ledger).values(good);
    expect(await database.orm.select().from(ledger)).toHaveLength(4);
  });

  describe('except by a redaction', () => {
    const text = `{"edition":1,"reason":"${redactionMark('2026-02-01')}"}`;
    const redactOne = {
      sql: 'UPDATE ledger SET payload = ?, redacted_at = ? WHERE edition = 1',
      args: [text, AT],
    };
    const row = {
      id: ID,
      edition: 1,
      redactedAt: AT,
      digest: digest(text),
      announcedBy: 3,
      actorKind: 'staff',
      actorId: 'a1',
    };

    test('which is announced', async () => {
      const { database, rows } = await filled();
      expect(await refusals(database, redactOne)).toEqual(REFUSED);
      await database.orm.insert(redaction).values(row);
      await database.client.execute(redactOne);
      const [first] = await database.orm.select().from(ledger);
      expect(first).toEqual({ ...rows[0], payload: text, redactedAt: AT });
    });

    test('which happens once', async () => {
      const { database } = await filled();
      await database.orm.insert(redaction).values(row);
      await database.client.execute(redactOne);
      const again = { ...redactOne, args: [text.replace('reason', 'purpose'), AT] };
      expect(await refusals(database, again)).toEqual(REFUSED);
    });

    test('which leaves a mark, the same instant, and everything else', async () => {
      const { database } = await filled();
      await database.orm.insert(redaction).values(row);
      const without = { ...redactOne, args: ['{"edition":1,"reason":"rewritten"}', AT] };
      const later = { ...redactOne, args: [text, '2026-02-02T09:00:00.000Z'] };
      const more = { ...redactOne, sql: redactOne.sql.replace('SET', 'SET hash = payload_digest,') };
      const other = {
        ...redactOne,
        sql: redactOne.sql.replace('= 1', '= 2'),
        args: [text.replace('1', '2'), AT],
      };
      for (const statement of [without, later, more, other])
        expect(await refusals(database, statement)).toEqual(REFUSED);
    });

    test('whose own row is for ever, and tells of a later edition', async () => {
      const { database } = await filled();
      await database.orm.insert(redaction).values(row);
      for (const statement of [
        'DELETE FROM redaction',
        'UPDATE redaction SET edition = 2',
        'INSERT OR REPLACE INTO redaction SELECT * FROM redaction',
      ])
        expect(await refusals(database, statement)).toEqual(REFUSED);
      for (const wrong of [{ announcedBy: 1 }, { announcedBy: 9 }, { edition: 8 }, { digest: 'x' }])
        await expect(
          database.orm.insert(redaction).values({ ...row, id: uuidV7(Temporal.Instant.from(AT)), ...wrong }),
        ).rejects.toThrow();
    });
  });

  test('and where the register came from is written once', async () => {
    const { database } = await filled();
    await database.client.execute(`INSERT INTO setting VALUES ('origin', 'sample:smarttrackers')`);
    for (const statement of [
      `INSERT OR REPLACE INTO setting VALUES ('origin', 'own')`,
      `UPDATE setting SET value = 'own'`,
      'DELETE FROM setting',
      `INSERT INTO setting VALUES ('colour', 'red')`,
    ])
      expect(await refusals(database, statement)).toEqual(REFUSED);
  });
});

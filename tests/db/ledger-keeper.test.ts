import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ledger as ledgerTable } from '../../db/schema/ledger.ts';
import { noticeOf } from '../../src/domain/ledger.ts';
import { openLedger } from '../../src/ledger-keeper.ts';
import { publishNotice } from '../../src/register/publish-notice.ts';
import { APPLICATION, ORGANISATION_STATE } from '../support/register.ts';
import { useBench } from './support/bench.ts';
import { PLACES } from './support/place.ts';
import {
  publishAnother,
  publishBaseline,
  RememberedLog,
  startContext,
  to,
  type TestContext,
} from './support/register.ts';

const bench = useBench();

/** What somebody with the database in hand can do whatever triggers say. */
async function tamper({ database }: TestContext, ...statements: string[]): Promise<void> {
  await database.client.executeMultiple(
    [
      'DROP TRIGGER ledger_update',
      'DROP TRIGGER ledger_delete',
      'DROP TRIGGER ledger_insert',
      ...statements,
    ].join(';'),
  );
}

describe.each(PLACES)('the ledger kept in memory, from %s', (kind) => {
  async function start(url?: string): Promise<TestContext & { url: string }> {
    const at = url ?? (await bench.place(kind)).url;
    const context = await startContext(at);
    bench.afterwards(() => context.close());
    return { ...context, url: at };
  }

  async function withFive(): Promise<TestContext & { url: string }> {
    const context = await start();
    await publishBaseline(context);
    for (const id of ['second', 'third', 'fourth', 'fifth']) await publishAnother(context, id);
    return context;
  }

  test('is empty before the first edition', async () => {
    const { ledger } = await start();
    expect(ledger.current().notices).toEqual([]);
    expect(ledger.version()).toBe('0-0-00000000');
    expect(ledger.registerId()).toBeUndefined();
    expect(ledger.isSample()).toBe(false);
  });

  test('has another version after every notice', async () => {
    const context = await start();
    await publishBaseline(context);
    const { hash } = await publishAnother(context, 'second');
    expect(context.ledger.version()).toBe(`2-0-${hash.slice(0, 8)}`);
  });

  test('is the same after a restart, to the byte', async () => {
    const context = await withFive();
    const { ledger } = await start(context.url);
    expect(ledger.current()).toEqual(context.ledger.current());
  });

  test('knows that it was made from a sample', async () => {
    const context = await start();
    const current = context.ledger.current();
    const changes = [
      to(current, 'organisation', 'organisation', ORGANISATION_STATE),
      to(current, 'scope', 'application', APPLICATION),
    ];
    await publishNotice(context, {
      actor: { kind: 'system', id: 'sample' },
      gaps: 'accept',
      draft: { changes, sample: 'smarttrackers' },
    });
    expect(context.ledger.isSample()).toBe(true);
  });

  test.each([
    [
      'altered',
      `UPDATE ledger SET payload = replace(payload, 'Hosting', 'Selling') WHERE edition = 3`,
      /Edition 3 has a hash/,
    ],
    ['dropped', 'DELETE FROM ledger WHERE edition = 4', /Edition 5 is not the one that follows/],
    [
      'exchanged without announcing it',
      `UPDATE ledger SET payload = replace(payload, 'Hosting', 'Selling'), redacted_at = '2026-01-10T11:00:00.000Z' WHERE edition = 3`,
      /Edition 3 has a text that was exchanged/,
    ],
    [
      'written in a format of the future',
      'UPDATE ledger SET format = 2 WHERE edition = 5',
      /Edition 5 is written in format 2/,
    ],
  ])('is refused at the start when a row was %s', async (_, statement, message) => {
    const context = await withFive();
    await tamper(context, statement);
    await expect(start(context.url)).rejects.toMatchObject({
      code: 'damaged',
      message: expect.stringMatching(message) as string,
    });
  });

  test('is refused at the start with a line for each of the first ten editions that are wrong', async () => {
    const context = await withFive();
    for (let index = 6; index <= 14; index++) await publishAnother(context, `host-${String(index)}`);
    await tamper(context, `UPDATE ledger SET payload = replace(payload, 'Hosting', 'Selling')`);
    const failure = await start(context.url).then(() => '', String);
    expect(failure.match(/Edition \d+ has a hash/g)).toHaveLength(10);
    expect(failure).toContain('and 4 more');
  });

  test('takes no row that does not follow, and keeps what it has', async () => {
    const context = await withFive();
    const other = await start(context.url);
    await publishAnother(context, 'sixth');
    await tamper(
      context,
      `UPDATE ledger SET payload = replace(payload, 'Hosting', 'Selling') WHERE edition = 6`,
    );
    await expect(other.ledger.refresh()).rejects.toMatchObject({ code: 'damaged' });
    await expect(publishAnother(other, 'seventh')).rejects.toMatchObject({ code: 'damaged' });
    expect(other.ledger.current().notices).toHaveLength(5);
  });

  test('notices that the database was set back to an older copy', async () => {
    const context = await withFive();
    await tamper(context, 'DELETE FROM ledger WHERE edition = 5');
    await expect(context.ledger.refresh()).rejects.toMatchObject({
      code: 'damaged',
      message: expect.stringMatching(/edition 5/) as string,
    });
    await expect(publishAnother(context, 'another-fifth')).rejects.toMatchObject({ code: 'damaged' });
    expect(await context.database.orm.select().from(ledgerTable).where(eq(ledgerTable.edition, 5))).toEqual(
      [],
    );
  });

  test('takes a notice in once, however it learns of it', async () => {
    const context = await withFive();
    const other = await start(context.url);
    const notice = await publishAnother(context, 'sixth');
    await Promise.all([other.ledger.refresh(), other.ledger.refresh()]);
    other.ledger.adopt(notice);
    expect(other.ledger.current().notices.map(({ edition }) => edition)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  describe('looks by itself', () => {
    afterEach(() => void vi.useRealTimers());

    async function watching(url: string) {
      const context = await start(url);
      vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
      const log = new RememberedLog();
      const keeper = await openLedger({ database: context.database, log });
      bench.afterwards(() => keeper.close());
      const look = async () => {
        vi.advanceTimersByTime(1000);
        // Waits its turn behind the look that is under way.
        await keeper.catchUp(context.database.orm).catch(() => undefined);
      };
      return { context, keeper, log, look };
    }

    test('once a second for what other processes publish', async () => {
      const writer = await withFive();
      const { keeper, look } = await watching(writer.url);
      await publishAnother(writer, 'sixth');
      expect(keeper.current().notices).toHaveLength(5);
      await look();
      expect(noticeOf(keeper.current(), 6)?.hash).toBe(noticeOf(writer.ledger.current(), 6)?.hash);
    });

    test('and tells of a failure once, and of its end', async () => {
      const writer = await withFive();
      const { context, keeper, log, look } = await watching(writer.url);
      const { client } = context.database;
      const failing = vi.spyOn(client, 'execute').mockRejectedValue(new Error('The line is cut.'));
      for (let second = 0; second < 3; second++) await look();
      expect(log.events).toEqual(['ledger-cannot-be-read']);
      expect(keeper.current().notices).toHaveLength(5);
      failing.mockRestore();
      await look();
      await look();
      expect(log.events).toEqual(['ledger-cannot-be-read', 'ledger-is-read-again']);
    });

    test('until it is closed', async () => {
      const writer = await withFive();
      const { keeper } = await watching(writer.url);
      await keeper.close();
      expect(vi.getTimerCount()).toBe(0);
    });
  });
});

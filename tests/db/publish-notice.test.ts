import { asc } from 'drizzle-orm';
import { describe, expect, test, vi } from 'vitest';
import { auditLog } from '../../db/schema/audit-log.ts';
import { ledger as ledgerTable } from '../../db/schema/ledger.ts';
import { digest, verifyChain } from '../../src/domain/chain.ts';
import { registerOn } from '../../src/domain/register-on.ts';
import { noticeSchema } from '../../src/domain/notice.ts';
import { publishNotice } from '../../src/register/publish-notice.ts';
import { processing, thirdParty } from '../support/register.ts';
import { useBench } from './support/bench.ts';
import { PLACES } from './support/place.ts';
import {
  publishAnother,
  publishBaseline,
  STAFF,
  startContext,
  to,
  type TestContext,
} from './support/register.ts';

const bench = useBench();

describe.each(PLACES)('publishing to %s', (kind) => {
  async function start(url?: string): Promise<TestContext & { url: string }> {
    const at = url ?? (await bench.place(kind)).url;
    const context = await startContext(at);
    bench.afterwards(() => context.close());
    return { ...context, url: at };
  }

  async function rowsOf({ database }: TestContext) {
    return database.orm.select().from(ledgerTable).orderBy(asc(ledgerTable.edition));
  }

  test('writes the row, its hash and its audit row, and knows the notice at once', async () => {
    const context = await start();
    const notice = await publishBaseline(context);
    const [row] = await rowsOf(context);
    expect(row).toMatchObject({ edition: 1, format: 1, hash: notice.hash, redactedAt: null });
    expect(row?.payloadDigest).toBe(digest(row?.payload ?? ''));
    expect(row?.recordedAt).toBe('2026-01-10T11:00:00.000Z');
    expect(noticeSchema.parse(JSON.parse(row?.payload ?? ''))).toMatchObject({
      marks: ['baseline'],
      class: 'told',
    });
    expect(context.ledger.current().notices).toEqual([notice]);
    expect(context.ledger.registerId()).toBe(notice.register);
    const [audit, ...others] = await context.database.orm.select().from(auditLog);
    expect(others).toEqual([]);
    expect(audit).toMatchObject({
      actorKind: 'staff',
      actorId: STAFF.id,
      action: 'notice.published',
      subject: 'edition:1',
      before: null,
    });
    expect(JSON.parse(audit?.after ?? '')).toMatchObject({ hash: notice.hash });
    // The first 48 bits of the id are the instant, by the clock of the context.
    const milliseconds = Number.parseInt(audit?.id.replaceAll('-', '').slice(0, 12) ?? '', 16);
    expect(milliseconds).toBe(context.clock.now().epochMilliseconds);
  });

  test('mints the id of the register once and the random bytes anew', async () => {
    const context = await start();
    const first = await publishBaseline(context);
    const second = await publishAnother(context, 'second-host');
    expect(second.register).toBe(first.register);
    expect(second.salt).not.toBe(first.salt);
    expect(second.salt).toMatch(/^[0-9a-f]{32}$/);
  });

  test('keeps the labels of the terms as they read that day', async () => {
    const context = await start();
    const { labels } = await publishBaseline(context);
    expect(labels).toEqual({ 'data/email-address': { en: 'email address' } });
  });

  test('refuses with every reason, and writes nothing', async () => {
    const context = await start();
    await publishBaseline(context);
    const change = to(
      context.ledger.current(),
      'third-party',
      'first-host',
      thirdParty('First Host', { p1: processing({ scope: 'nowhere' }) }),
    );
    const refused = publishNotice(context, { actor: STAFF, gaps: 'accept', draft: { changes: [change] } });
    await expect(refused).rejects.toMatchObject({
      name: 'RegistryError',
      code: 'refused',
      problems: [expect.objectContaining({ code: 'unknown-scope', value: 'nowhere' })],
    });
    expect(await rowsOf(context)).toHaveLength(1);
    expect(await context.database.orm.select().from(auditLog)).toHaveLength(1);
    expect(context.ledger.current().notices).toHaveLength(1);
  });

  test('refuses a term that no vocabulary has', async () => {
    const context = await start();
    await publishBaseline(context);
    const state = thirdParty('New', { p1: processing({ data: [{ term: 'shoe-size' }] }) });
    const change = to(context.ledger.current(), 'third-party', 'new', state);
    await expect(
      publishNotice(context, { actor: STAFF, gaps: 'accept', draft: { changes: [change] } }),
    ).rejects.toMatchObject({
      code: 'refused',
      problems: [expect.objectContaining({ at: 'data/shoe-size' })],
    });
  });

  test('asks for what readers need unless gaps are accepted', async () => {
    const context = await start();
    await publishBaseline(context);
    const open = processing();
    delete open.retention;
    const change = to(context.ledger.current(), 'third-party', 'new', thirdParty('New', { p1: open }));
    await expect(
      publishNotice(context, { actor: STAFF, gaps: 'refuse', draft: { changes: [change] } }),
    ).rejects.toMatchObject({
      code: 'refused',
      problems: expect.arrayContaining([expect.objectContaining({ code: 'gap' })]) as unknown,
    });
    await publishNotice(context, { actor: STAFF, gaps: 'accept', draft: { changes: [change] } });
  });

  test('loses none and refuses none of 1,000 overlapping notices', { timeout: 120_000 }, async () => {
    const context = await start();
    await publishBaseline(context);
    const ids = Array.from({ length: 1000 }, (_, index) => `host-${String(index)}`);
    const published = await Promise.all(ids.map((id) => publishAnother(context, id)));
    expect(published.map(({ edition }) => edition).toSorted((a, b) => a - b)).toEqual(
      ids.map((_, index) => index + 2),
    );
    const { ledger } = await start(context.url);
    expect(ledger.version()).toBe(context.ledger.version());
    expect(verifyChain(ledger.current().notices.map(({ row }) => row))).toEqual([]);
    const inUse = registerOn(ledger.current(), '9999-12-31').thirdParties;
    expect(ids.filter((id) => !inUse.has(id))).toEqual([]);
    expect(await context.database.orm.select().from(auditLog)).toHaveLength(1001);
  });

  test('lets one of two publish what both drafted looking at the same edition', async () => {
    const one = await start();
    await publishBaseline(one);
    const other = await start(one.url);
    const outcomes = await Promise.allSettled(
      [one, other].map((context, index) => {
        const id = `host-${String(index)}`;
        const change = to(context.ledger.current(), 'third-party', id, thirdParty(id, { p1: processing() }));
        const draft = { changes: [change] };
        return publishNotice(context, { actor: STAFF, gaps: 'accept', draft, edition: 2 });
      }),
    );
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'conflict' },
    });
    expect(await rowsOf(one)).toHaveLength(2);
  });

  test('announces nothing when the commit fails, and goes on afterwards', async () => {
    const context = await start();
    await publishBaseline(context);
    const { client } = context.database;
    const begin = client.transaction.bind(client);
    vi.spyOn(client, 'transaction').mockImplementationOnce(async (mode) => {
      const transaction = await begin(mode);
      vi.spyOn(transaction, 'commit').mockRejectedValueOnce(new Error('The disk is full.'));
      return transaction;
    });
    await expect(publishAnother(context, 'second')).rejects.toThrow('The disk is full.');
    expect(context.ledger.current().notices).toHaveLength(1);
    expect(await rowsOf(context)).toHaveLength(1);
    expect((await publishAnother(context, 'second')).edition).toBe(2);
  });

  test('takes in first what another process has published meanwhile', async () => {
    const one = await start();
    await publishBaseline(one);
    const other = await start(one.url);
    await publishAnother(one, 'by-one');
    const notice = await publishAnother(other, 'by-other');
    expect(notice.edition).toBe(3);
    expect(other.ledger.current().notices).toHaveLength(3);
    expect(one.ledger.current().notices).toHaveLength(2);
    await one.ledger.refresh();
    expect(one.ledger.version()).toBe(other.ledger.version());
  });

  test('judges by what another process has published, not by what this one remembers', async () => {
    const one = await start();
    await publishBaseline(one);
    const other = await start(one.url);
    await publishAnother(one, 'twice');
    await expect(publishAnother(other, 'twice')).rejects.toMatchObject({
      code: 'refused',
      problems: expect.arrayContaining([expect.objectContaining({ edition: 2 })]) as unknown,
    });
  });
});

import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { auditActors, everyAuditRow, readAudit, type AuditFilter } from '../../src/audit/read-audit.ts';
import { recordAudit, type AuditEntry } from '../../src/audit/record-audit.ts';
import { useBench } from './support/bench.ts';
import { PLACES } from './support/place.ts';
import { startContext, type TestContext } from './support/register.ts';

const bench = useBench();

const ANNA = { kind: 'staff', id: '019c1880-0000-7000-8000-00000000c001' } as const;
const SAMPLE = { kind: 'system', id: 'sample' } as const;

describe.each(PLACES)('the audit log on %s', (kind) => {
  async function start(): Promise<TestContext> {
    const { url } = await bench.place(kind);
    const context = await startContext(url);
    bench.afterwards(() => context.close());
    return context;
  }

  async function write({ database }: TestContext, ...entries: Partial<AuditEntry>[]): Promise<void> {
    for (const [number, entry] of entries.entries())
      await database.write((transaction) =>
        recordAudit(transaction, {
          at: Temporal.Instant.from('2026-03-01T10:00:00Z').add({ minutes: number }),
          actor: ANNA,
          action: 'notice.published',
          subject: `edition:${String(number + 1)}`,
          ...entry,
        }),
      );
  }

  async function subjects({ database }: TestContext, filter: AuditFilter): Promise<string[]> {
    const { rows } = await readAudit(database.orm, filter, { limit: 100, offset: 0 });
    return rows.map(({ subject }) => subject);
  }

  test('is read the newest first, page by page', async () => {
    const context = await start();
    await write(context, {}, {}, {}, {}, {});
    const page = await readAudit(context.database.orm, {}, { limit: 2, offset: 2 });
    expect(page.rows.map(({ subject }) => subject)).toEqual(['edition:3', 'edition:2']);
    expect(page.total).toBe(5);
  });

  test('tells what was and what is as facts', async () => {
    const context = await start();
    await write(context, { before: { role: 'viewer' }, after: { role: 'editor' } }, {});
    const { rows } = await readAudit(context.database.orm, {}, { limit: 10, offset: 0 });
    expect(rows[1]).toMatchObject({
      at: '2026-03-01T10:00:00.000Z',
      actor: ANNA,
      action: 'notice.published',
      before: { role: 'viewer' },
      after: { role: 'editor' },
    });
    expect(rows[0]).toMatchObject({ before: undefined, after: undefined });
  });

  test('is narrowed by who, what, about what and when', async () => {
    const context = await start();
    await write(
      context,
      { actor: SAMPLE },
      { action: 'dossier.saved', subject: 'third-party:amazon-s3' },
      { subject: 'third-party:a_b%c' },
    );
    expect(await subjects(context, { who: SAMPLE })).toEqual(['edition:1']);
    expect(await subjects(context, { action: 'dossier.saved' })).toEqual(['third-party:amazon-s3']);
    expect(await subjects(context, { subject: 'amazon' })).toEqual(['third-party:amazon-s3']);
    // Signs with a meaning of their own in a pattern stand for themselves.
    expect(await subjects(context, { subject: '%' })).toEqual(['third-party:a_b%c']);
    expect(await subjects(context, { subject: 'n_s' })).toEqual([]);
    expect(await subjects(context, { subject: "'; drop table audit_log; --" })).toEqual([]);
    const second = Temporal.Instant.from('2026-03-01T10:01:00Z');
    expect(await subjects(context, { from: second })).toEqual(['third-party:a_b%c', 'third-party:amazon-s3']);
    expect(await subjects(context, { until: second })).toEqual(['edition:1']);
    expect(await subjects(context, { from: second, until: second })).toEqual([]);
  });

  test('is taken away whole, however long it is', async () => {
    const context = await start();
    const at = Temporal.Instant.from('2026-03-01T10:00:00Z');
    await context.database.write(async (transaction) => {
      for (let number = 1; number <= 1203; number++)
        await recordAudit(transaction, {
          at: at.add({ seconds: number }),
          actor: ANNA,
          action: 'notice.published',
          subject: `edition:${String(number)}`,
        });
    });
    const rows = await Array.fromAsync(everyAuditRow(context.database.orm, {}));
    expect(rows.map(({ subject }) => subject)).toEqual(
      Array.from({ length: 1203 }, (_, index) => `edition:${String(1203 - index)}`),
    );
  });

  test('names everybody who did something, once', async () => {
    const context = await start();
    await write(context, {}, { actor: SAMPLE }, {});
    expect(await auditActors(context.database.orm)).toEqual([ANNA, SAMPLE]);
  });
});

import { describe, expect, test } from 'vitest';
import { verifyChain } from '../../src/domain/chain.ts';
import { noticeOf } from '../../src/domain/ledger.ts';
import { useBench } from './support/bench.ts';
import { PLACES } from './support/place.ts';
import { publishElsewhere, type Acknowledged } from './support/publisher.ts';
import { publishBaseline, startContext, type TestContext } from './support/register.ts';

const bench = useBench();

describe.each(PLACES)('processes that publish to %s', (kind) => {
  async function begin(): Promise<{ url: string; reopen: () => Promise<TestContext> }> {
    const { url } = await bench.place(kind);
    const reopen = async () => {
      const context = await startContext(url);
      bench.afterwards(() => context.close());
      return context;
    };
    const context = await reopen();
    await publishBaseline(context);
    return { url, reopen };
  }

  function expectAll({ ledger }: TestContext, acknowledged: readonly Acknowledged[]): void {
    const notices = ledger.current().notices;
    expect(verifyChain(notices.map(({ row }) => row))).toEqual([]);
    for (const [edition, hash] of acknowledged.flatMap((one) => [...one]))
      expect(noticeOf(ledger.current(), edition)?.hash).toBe(hash);
  }

  test('two at once lose and refuse nothing, and leave no gap', { timeout: 120_000 }, async () => {
    const { url, reopen } = await begin();
    const acknowledged = await Promise.all(
      ['one', 'other'].map((name) => publishElsewhere(url, name, { count: 150 })),
    );
    const context = await reopen();
    expect(acknowledged.map(({ size }) => size)).toEqual([150, 150]);
    expect(context.ledger.current().notices).toHaveLength(301);
    expectAll(context, acknowledged);
  });

  test('killed in the middle lose nothing that was acknowledged', { timeout: 120_000 }, async () => {
    const { url, reopen } = await begin();
    const acknowledged: Acknowledged[] = [];
    for (const [index, killAfter] of [1, 7, 20, 33, 12].entries())
      acknowledged.push(await publishElsewhere(url, `life-${String(index)}`, { killAfter }));
    const context = await reopen();
    expectAll(context, acknowledged);
    const { rows } = await context.database.client.execute('PRAGMA integrity_check');
    expect(rows[0]?.[0]).toBe('ok');
    const { rows: audit } = await context.database.client.execute('SELECT count(*) FROM audit_log');
    expect(audit[0]?.[0]).toBe(context.ledger.current().notices.length);
  });
});

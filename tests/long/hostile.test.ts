import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../unit/web/support/ask.ts';
import { faultsOf, hostileRequests } from '../unit/web/support/hostile.ts';
import { startStand, type Stand } from '../unit/web/support/stand.ts';

const PAGE = 'All the words of a long page. '.repeat(2000);
const MEGABYTE = 1024 * 1024;

describe('whatever is sent', () => {
  let stand: Stand;
  beforeAll(async () => {
    stand = await startStand();
  });
  afterAll(() => stand.close());

  it(
    'is answered, guarded, without a fault, a cookie, a trace or a way to another host',
    { timeout: 60_000 },
    async () => {
      const before = await ask(stand.url, '/');
      expect(await faultsOf(stand.port, hostileRequests(5000, 20_260_301))).toEqual([]);
      expect(stand.events).toEqual([]);
      expect((await ask(stand.url, '/')).body).toEqual(before.body);
    },
  );
});

describe('what is kept in memory', () => {
  it('stays within its bounds, and searches never push out the pages', { timeout: 60_000 }, async () => {
    const stand = await startStand({
      render: ({ page }) => new Response(PAGE + page, { headers: { 'content-type': 'text/html' } }),
    });
    const timesRendered = (page: string) => stand.rendered.filter((asked) => asked.page === page).length;
    await ask(stand.url, '/');
    await ask(stand.url, '/?on=2026-01-10');
    for (let n = 0; n < 400; n += 1) await ask(stand.url, `/?q=word-${String(n)}`);
    expect(stand.rendered.length).toBe(402);
    expect(stand.front.cacheSize).toBeLessThan(9 * MEGABYTE);
    await ask(stand.url, '/');
    await ask(stand.url, '/?on=2026-01-10');
    expect([timesRendered('/'), timesRendered('/?on=2026-01-10')]).toEqual([1, 1]);
    await stand.close();
  });

  it('counts the packed forms too', async () => {
    const stand = await startStand();
    await ask(stand.url, '/');
    const identity = stand.front.cacheSize;
    await ask(stand.url, '/', { headers: { 'accept-encoding': 'br' } });
    await ask(stand.url, '/', { headers: { 'accept-encoding': 'gzip' } });
    const packed = stand.front.cacheSize - identity;
    const sizes = await Promise.all(
      ['br', 'gzip'].map(
        async (coding) => (await ask(stand.url, '/', { headers: { 'accept-encoding': coding } })).body.length,
      ),
    );
    expect(packed).toBe((sizes[0] ?? 0) + (sizes[1] ?? 0));
    await stand.close();
  });

  it('does not grow by what the query does not mean', async () => {
    const stand = await startStand();
    await ask(stand.url, '/');
    const kept = stand.front.cacheSize;
    for (let n = 0; n < 100; n += 1) await ask(stand.url, `/?x${String(n)}=${String(n)}&q=&scope=`);
    expect([stand.front.cacheSize, stand.rendered.length]).toEqual([kept, 1]);
    await stand.close();
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import { MOST_WAITING, RenderTurns, TooManyWaiting } from '../../../src/web/render-turns.ts';
import { ask } from './support/ask.ts';
import { echo, startStand, type Stand } from './support/stand.ts';

describe('turns', () => {
  it('let all that waits elsewhere go on between two pages', async () => {
    const turns = new RenderTurns();
    const told: string[] = [];
    await Promise.all([
      turns.run(false, () => {
        setImmediate(() => told.push('others'));
        return Promise.resolve(told.push('one'));
      }),
      turns.run(false, () => Promise.resolve(told.push('two'))),
    ]);
    expect(told).toEqual(['one', 'others', 'two']);
  });

  it('give what everybody reads the next one', async () => {
    const turns = new RenderTurns();
    const told: string[] = [];
    const tell = (name: string) => () => Promise.resolve(told.push(name));
    const asked = ['asked 1', 'asked 2'].map((name) => turns.run(false, tell(name)));
    await Promise.all([...asked, turns.run(true, tell('plain'))]);
    expect(told).toEqual(['asked 1', 'plain', 'asked 2']);
  });

  it('are passed on by a page that fails', async () => {
    const turns = new RenderTurns();
    const failing = turns.run(true, () => Promise.reject(new Error('No page.')));
    const next = turns.run(true, () => Promise.resolve('a page'));
    await expect(failing).rejects.toThrow('No page.');
    expect(await next).toBe('a page');
  });

  it('are waited for by so many and no more, until they have been had', async () => {
    const turns = new RenderTurns();
    const page = () => Promise.resolve('a page');
    const waiting = Array.from({ length: MOST_WAITING + 1 }, () => turns.run(false, page));
    await expect(turns.run(false, page)).rejects.toThrow(TooManyWaiting);
    expect(await turns.run(true, page)).toBe('a page');
    await Promise.all(waiting);
    expect(await turns.run(false, page)).toBe('a page');
  });
});

describe('whoever asks for more than can be made', () => {
  const stands: Stand[] = [];
  afterEach(async () => {
    await Promise.all(stands.splice(0).map((stand) => stand.close()));
  });

  it('is told to come back, while others read what they always read', async () => {
    const { promise: gate, resolve: open } = Promise.withResolvers<undefined>();
    const isKept = (page: string) => page === '/about';
    const stand = await startStand({
      render: async (asked) => {
        if (!isKept(asked.page)) await gate;
        return echo(asked);
      },
    });
    stands.push(stand);
    await ask(stand.url, '/about');
    const asked = Array.from({ length: MOST_WAITING + 10 }, (_, n) => ask(stand.url, `/?q=${String(n)}`));
    const refused = await Promise.any(asked);
    expect([refused.status, refused.headers['retry-after']]).toEqual([503, '5']);
    expect((await ask(stand.url, '/?on=long-ago')).status).toBe(400);
    expect((await ask(stand.url, '/about')).status).toBe(200);
    open(undefined);
    const statuses = (await Promise.all(asked)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(MOST_WAITING + 1);
    expect((await ask(stand.url, '/?q=0')).status).toBe(200);
    expect(stand.events).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { signInFailure } from '../../db/schema/sign-in-failure.ts';
import { slowedDown, type Trial } from '../../src/staff/slow-down.ts';
import { useBench } from './support/bench.ts';
import { reasonOf, signInBench, type SignInBench } from './support/sign-in.ts';

const bench = useBench();
const ADA: Trial = { what: 'password', whose: 'ada@staff.example', from: '192.0.2.1' };

async function tryAs(context: SignInBench, trial: Partial<Trial>, isRight = false): Promise<string> {
  const attempt = slowedDown(context, { ...ADA, ...trial }, () =>
    Promise.resolve(isRight ? true : undefined),
  );
  return reasonOf(attempt.then((result) => (result ? result : Promise.reject(new Error('wrong'))))).catch(
    (error: unknown) => (error as Error).message,
  );
}

async function fail(context: SignInBench, times: number, trial: Partial<Trial> = {}): Promise<void> {
  for (let failure = 0; failure < times; failure++) await tryAs(context, trial);
}

describe('the slow-down of failures', () => {
  it('costs nothing four times, then doubles the wait, and tells it in seconds', async () => {
    const context = await signInBench(bench);
    await fail(context, 4);
    expect(await tryAs(context, {})).toBe('too-soon 1');
    for (const [instant, wait] of [
      ['11:00:01', 2],
      ['11:00:03', 4],
      ['11:00:07', 8],
    ] as const) {
      context.clock.moveTo(`2026-01-10T${instant}Z`);
      expect(await tryAs(context, {})).toBe('wrong');
      expect(await tryAs(context, {}, true)).toBe(`too-soon ${wait}`);
    }
  });

  it('never lasts longer than a quarter of an hour', async () => {
    const context = await signInBench(bench);
    for (let minute = 0; minute < 20; minute++) {
      context.clock.moveTo(`2026-01-10T${String(minute).padStart(2, '0')}:00:00Z`);
      await fail(context, 1);
    }
    expect(await tryAs(context, {})).toBe('too-soon 900');
  });

  it('counts tries that were put off as no failures', async () => {
    const context = await signInBench(bench);
    await fail(context, 40);
    expect(await tryAs(context, {})).toBe('too-soon 1');
  });

  it('touches neither the same person elsewhere nor somebody else in the same place', async () => {
    const context = await signInBench(bench);
    for (let index = 0; index < 40; index++) await fail(context, 1, { whose: `x${index}@staff.example` });
    await fail(context, 9);
    expect(await tryAs(context, {}, true)).toMatch(/^too-soon/);
    expect(await tryAs(context, { from: '198.51.100.7' }, true)).toBe('in');
    expect(await tryAs(context, { whose: 'bob@staff.example' }, true)).toBe('in');
  });

  it('of one network at many addresses holds up the next round of it', async () => {
    const context = await signInBench(bench);
    for (let round = 0; round < 3; round++)
      for (let index = 0; index < 10; index++) await fail(context, 1, { whose: `x${index}@staff.example` });
    expect(await tryAs(context, { whose: 'x1@staff.example' })).toBe('too-soon 1');
  });

  it('of many networks at the codes of one person holds up those who have failed, and not the person', async () => {
    const context = await signInBench(bench);
    const codes = { what: 'code', whose: 'the id of Ada' } as const;
    for (let index = 0; index < 30; index++) await fail(context, 1, { ...codes, from: `203.0.113.${index}` });
    expect(await tryAs(context, { ...codes, from: '203.0.113.7' })).toBe('too-soon 1');
    expect(await tryAs(context, { ...codes, from: '192.0.2.1' }, true)).toBe('in');
  });

  it('is forgotten by a success, which takes nothing else back, and after a day', async () => {
    const context = await signInBench(bench);
    await fail(context, 2, { whose: 'bob@staff.example' });
    await fail(context, 3);
    expect(await tryAs(context, {}, true)).toBe('in');
    const rows = await context.database.orm.select().from(signInFailure);
    expect(rows.map(({ count }) => count).sort()).toEqual([2, 5]);
    await fail(context, 4);
    expect(await tryAs(context, {})).toBe('too-soon 1');
    context.clock.moveTo('2026-01-11T11:00:01Z');
    expect(await tryAs(context, {})).toBe('wrong');
    expect(await context.database.orm.select().from(signInFailure)).toHaveLength(2);
  });

  it('lets no more be tried at once than one after the other', async () => {
    const context = await signInBench(bench);
    let made = 0;
    const one = () =>
      reasonOf(
        slowedDown(context, ADA, () => {
          made += 1;
          return Promise.resolve(undefined);
        }),
      );
    await Promise.all(Array.from({ length: 50 }, one));
    expect(made).toBe(4);
  });

  it('keeps neither who nor where', async () => {
    const context = await signInBench(bench);
    await fail(context, 1);
    const rows = await context.database.orm.select().from(signInFailure);
    expect(JSON.stringify(rows)).not.toMatch(/ada|192\.0/);
    expect(rows.map(({ digest }) => digest)).toEqual(Array(2).fill(expect.stringMatching(/^[0-9a-f]{64}$/)));
  });
});

import { describe, expect, test } from 'vitest';
import { auditLog } from '../../db/schema/audit-log.ts';
import { originOf, settleOrigin } from '../../src/register/origin.ts';
import { useBench } from './support/bench.ts';
import { PLACES } from './support/place.ts';
import { publishBaseline, STAFF, startContext } from './support/register.ts';

const bench = useBench();
const COMMAND_LINE = { kind: 'system', id: 'command-line' } as const;
const SAMPLE = { kind: 'system', id: 'sample' } as const;

describe.each(PLACES)('where a register in %s comes from', (kind) => {
  async function start(url?: string) {
    const at = url ?? (await bench.place(kind)).url;
    const context = await startContext(at);
    bench.afterwards(() => context.close());
    return { ...context, url: at };
  }

  test('is settled once, and told in the audit log', async () => {
    const context = await start();
    expect(await originOf(context.database.orm)).toBeUndefined();
    await settleOrigin(context, { actor: COMMAND_LINE, origin: 'own' });
    expect(await originOf(context.database.orm)).toBe('own');
    const again = settleOrigin(context, { actor: SAMPLE, origin: 'sample:smarttrackers' });
    await expect(again).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('own') as string,
    });
    expect(await context.database.orm.select().from(auditLog)).toMatchObject([
      { action: 'register.begun', actorId: 'command-line', subject: 'register', after: '{"origin":"own"}' },
    ]);
  });

  test('is settled by one of two processes that start at the same moment', async () => {
    const one = await start();
    const other = await start(one.url);
    const outcomes = await Promise.allSettled(
      [one, other].map((context) => settleOrigin(context, { actor: SAMPLE, origin: 'sample:smarttrackers' })),
    );
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  test('cannot be settled after the first edition', async () => {
    const context = await start();
    await publishBaseline(context);
    const late = settleOrigin(context, { actor: STAFF, origin: 'sample:smarttrackers' });
    await expect(late).rejects.toMatchObject({ code: 'conflict' });
  });
});

import { expect, test } from 'vitest';
import { useBench } from '../db/support/bench.ts';
import { expectWhole, killTwo, type Acknowledged } from '../db/support/kills.ts';
import { publishBaseline, startContext } from '../db/support/register.ts';
import { Random } from '../support/random.ts';

// SOAK_SEED repeats the moments, SOAK_KILLS asks for more or fewer processes.
const { SOAK_SEED = '1', SOAK_KILLS = '400' } = process.env;
const KILLS = Number(SOAK_KILLS);
/** A database of its own for so many kills: what is left half done is looked for again and again. */
const EACH = 40;

const bench = useBench();

test(`${SOAK_KILLS} processes killed while they publish drafts leave nothing half done`, async () => {
  const random = new Random(Number(SOAK_SEED));
  for (let killed = 0; killed < KILLS; killed += EACH) {
    const { url } = await bench.place('a file');
    const begun = await startContext(url);
    await publishBaseline(begun);
    await begun.close();
    const acknowledged: Acknowledged[] = [];
    for (let pair = 0; pair < Math.min(EACH, KILLS - killed) / 2; pair += 1)
      acknowledged.push(...(await killTwo(url, `life-${String(pair)}`, random)));
    const context = await startContext(url);
    bench.afterwards(() => context.close());
    expect(acknowledged.length).toBeGreaterThan(0);
    await expectWhole(context, acknowledged);
  }
});

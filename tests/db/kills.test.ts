import { expect, test } from 'vitest';
import { Random } from '../support/random.ts';
import { useBench } from './support/bench.ts';
import { expectWhole, killTwo, type Acknowledged } from './support/kills.ts';
import { publishBaseline, startContext } from './support/register.ts';

const bench = useBench();

test(
  '40 processes killed while they publish drafts leave nothing half done',
  { timeout: 300_000 },
  async () => {
    const { url } = await bench.place('a file');
    const begun = await startContext(url);
    await publishBaseline(begun);
    await begun.close();
    const random = new Random(20_260_110);
    const acknowledged: Acknowledged[] = [];
    for (let pair = 0; pair < 20; pair += 1)
      acknowledged.push(...(await killTwo(url, `life-${String(pair)}`, random)));
    const context = await startContext(url);
    bench.afterwards(() => context.close());
    expect(acknowledged.length).toBeGreaterThanOrEqual(40);
    await expectWhole(context, acknowledged);
  },
);

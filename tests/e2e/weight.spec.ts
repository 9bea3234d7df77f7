import type { Page, Request } from '@playwright/test';
import { expect, test } from './support/site.ts';

/** What a reader waits for: the page, its sheets, its scripts; together at most so many bytes, compressed. */
const BUDGET = 25_000;
const WAITED_FOR = ['document', 'stylesheet', 'script'];

async function weightsOf(page: Page, address: string): Promise<Map<string, number>> {
  const requests: Request[] = [];
  page.on('requestfinished', (request) => requests.push(request));
  await page.goto(address, { waitUntil: 'networkidle' });
  const waitedFor = requests.filter((request) => WAITED_FOR.includes(request.resourceType()));
  return new Map(
    await Promise.all(
      waitedFor.map(async (request): Promise<[string, number]> => {
        const { responseBodySize } = await request.sizes();
        return [new URL(request.url()).pathname, responseBodySize];
      }),
    ),
  );
}

test('the register, its styles and scripts are light on the wire', async ({ page }) => {
  const weights = await weightsOf(page, '/');
  const weight = [...weights.values()].reduce((sum, bytes) => sum + bytes, 0);
  const parts = [...weights].map(([path, bytes]) => `${path} ${String(bytes)}`).join(', ');
  process.stdout.write(`    ${String(weight)} bytes: ${parts}\n`);
  expect(weights.size).toBeGreaterThan(1);
  expect(weight, parts).toBeLessThanOrEqual(BUDGET);
});

test('no script keeps a page from being shown', async ({ page }) => {
  for (const address of ['/', '/third-parties/sentry', '/changes/6', '/map', '/compare', '/admin/sign-in']) {
    await page.goto(address, { waitUntil: 'networkidle' });
    const blocking = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter(
          (entry): entry is PerformanceResourceTiming & { renderBlockingStatus?: string } =>
            'initiatorType' in entry,
        )
        .filter((entry) => entry.initiatorType === 'script' && entry.renderBlockingStatus === 'blocking')
        .map(({ name }) => name),
    );
    expect(blocking, address).toEqual([]);
  }
});

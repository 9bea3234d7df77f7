import { nonconformities } from './support/conforming.ts';
import { expect, PAGES, test } from './support/site.ts';

test('every kind of page conforms to the HTML standard', async ({ request, site }) => {
  test.setTimeout(120_000);
  const pages = await Promise.all(
    Object.entries(PAGES).map(async ([name, address]) => {
      const answer = await request.get(site + address);
      return [name, await answer.text()] as const;
    }),
  );
  expect(await nonconformities(Object.fromEntries(pages))).toEqual([]);
});

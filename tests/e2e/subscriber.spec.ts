import { expect, test } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Parser from 'rss-parser';
import { startRegistry, stopRegistry } from './support/registry.ts';

interface Item {
  readonly guid?: string;
  readonly title?: string;
  readonly link?: string;
}

/** A feed reader: what it has once seen under a guid is no news to it any more. */
class FeedReader {
  readonly #seen = new Set<string>();

  /** The items that are news. */
  async look(url: string): Promise<Item[]> {
    const feed = await new Parser<object, Item>().parseURL(url);
    const news = feed.items.filter(({ guid = '' }) => !this.#seen.has(guid));
    for (const { guid = '' } of feed.items) this.#seen.add(guid);
    return news;
  }
}

test('a subscriber sees each notice once, also after a restart and under another address', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'registry-feed-'));
  const reader = new FeedReader();
  const first = await startRegistry(folder);
  const told = await reader.look(`${first.url}/feed.xml`);
  expect(told.map(({ title }) => title)).toEqual([
    expect.stringMatching(/^Sentry is added \(Application\), from /),
    'MemCached Cloud: Redis Labs Inc. is now called Redis Inc. (Application)',
    'Vimeo is added (Websites)',
    'Mailchimp is replaced by Campaign Monitor (Organisation)',
    expect.stringMatching(/^First edition: /),
  ]);
  for (const { guid } of told) expect(guid).toMatch(/^urn:uuid:[0-9a-f-]{36}:[0-9]+$/);
  expect(await reader.look(`${first.url}/feed.xml`)).toEqual([]);
  await stopRegistry(first);

  const second = await startRegistry(folder, { PUBLIC_URL: 'https://subprocessors.example.com' });
  expect(await reader.look(`${second.url}/feed.xml`)).toEqual([]);
  const editorial = await reader.look(`${second.url}/feed.xml?type=editorial`);
  expect(editorial.map(({ link }) => link)).toEqual(['https://subprocessors.example.com/changes/5']);
  await stopRegistry(second);
  await rm(folder, { recursive: true });
});

test('a feed reader finds the feeds from the page', async ({ page }) => {
  const folder = await mkdtemp(join(tmpdir(), 'registry-feeds-'));
  const registry = await startRegistry(folder);
  await page.goto(registry.url);
  const feeds = page.locator('link[rel="alternate"][type="application/rss+xml"]');
  const addresses = await feeds.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  expect(addresses).toEqual([
    '/feed.xml',
    '/feed.xml?scope=application',
    '/feed.xml?scope=organisation',
    '/feed.xml?scope=websites',
  ]);
  for (const address of addresses) {
    const feed = await new Parser().parseURL(registry.url + address);
    expect(feed.items.length).toBeGreaterThan(0);
  }
  await stopRegistry(registry);
  await rm(folder, { recursive: true });
});

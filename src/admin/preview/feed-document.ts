import type { FeedItem } from '../../feeds/feed-item.ts';
import type { Words } from '../../language/words.ts';

/**
 * A document around the item of a feed, with no style but the browser's own, as plain feed readers show it. It is meant
 * for a frame without rights: were there ever markup in it that the feed's renderer did not make, it could do nothing.
 */
export function feedDocument({ language, direction }: Words, { description }: FeedItem): string {
  return [
    `<!doctype html><html lang="${language}" dir="${direction}"><head><meta charset="utf-8">`,
    '<meta name="color-scheme" content="light dark"></head><body>',
    description,
    '</body></html>',
  ].join('');
}

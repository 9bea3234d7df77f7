import type { PublishedNotice } from '../domain/ledger.ts';
import { effectsOf } from '../domain/notice.ts';
import { itemElements } from './item-elements.ts';
import { itemHtml } from './item-html.ts';
import type { ToldNotice } from './told-notice.ts';
import type { XmlElement } from './xml-element.ts';

/** An item as the feed's writer takes it. */
export interface FeedItem {
  readonly title: string;
  readonly description: string;
  readonly url: string;
  readonly guid: string;
  readonly categories: string[];
  readonly date: string;
  readonly custom_elements: XmlElement[];
}

/**
 * The item of a notice. What it says never changes, whatever is published later: feed readers take an id they know as
 * read. Only a redaction, which has to, changes what it says.
 */
export function feedItem(told: ToldNotice): FeedItem {
  const { notice, inWords, addresses } = told;
  return {
    title: inWords.title,
    description: itemHtml(told),
    url: addresses.absolute(addresses.notice(notice.edition)),
    guid: guidOf(notice),
    categories: categoriesOf(notice),
    date: notice.publishedAt,
    custom_elements: itemElements(told),
  };
}

/** The same under every address and in every language: it names the notice, not where it can be read. */
export function guidOf({ register, edition }: PublishedNotice): string {
  return `urn:uuid:${register}:${String(edition)}`;
}

/** Its class, its types of change, its scopes: by these readers sort. */
function categoriesOf(notice: PublishedNotice): string[] {
  const effects = effectsOf(notice);
  const scopes = effects.flatMap(({ scope }) => scope ?? []);
  return [...new Set([notice.class, ...effects.flatMap(({ types }) => types), ...scopes])];
}

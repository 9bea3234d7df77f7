import RSS from 'rss';
import type { Content } from '../content.ts';
import { lastEdition, noticeOf, type Ledger, type PublishedNotice } from '../domain/ledger.ts';
import { ORGANISATION, type Subject } from '../domain/subjects/subject.ts';
import { addresses, type Addresses } from '../language/addresses.ts';
import { asTold } from '../language/as-told.ts';
import { nameIn } from '../language/telling.ts';
import { wordsFor, type Words } from '../language/words.ts';
import { pickNotices, type FeedFilter } from './feed-filter.ts';
import { feedItem } from './feed-item.ts';
import { withBuildDate } from './rss-text.ts';
import { toldNotice } from './told-notice.ts';
import { NAMESPACE, PREFIX } from './xml-element.ts';

export interface FeedOptions {
  readonly ledger: Ledger;
  readonly content: Content;
  /** Language of the feed. */
  readonly language: string;
  readonly filter?: FeedFilter;
  /** The origin readers use, without a slash at the end. */
  readonly publicUrl: string;
}

/** Minutes after which a reader may ask again: a change is announced days ahead, and asking costs a 304. */
const MINUTES = 60;

/** What the interface falls back to before a first edition names the publisher's language. */
const FIRST_LANGUAGE = 'en';

/**
 * The feed (RSS 2.0): an item a notice, newest first. It is a function of the ledger alone: asked again, it is the same
 * text until a notice is published.
 */
export function renderFeed(options: FeedOptions): string {
  const { ledger, filter = {} } = options;
  const picked = pickNotices(ledger, filter);
  const feed = new RSS({ ...channel(options, filter), custom_namespaces: { [PREFIX]: NAMESPACE } });
  for (const notice of picked) feed.item({ ...itemOf(options, notice) });
  return `${withBuildDate(feed.xml(), picked[0]?.publishedAt)}\n`;
}

function itemOf({ ledger, content, language, publicUrl }: FeedOptions, notice: PublishedNotice) {
  // Also the language to fall back to is the one of its day: a later one must not change how the item reads.
  const byDefault = defaultLanguageAt(ledger, notice.edition);
  const words = wordsFor(content, language, byDefault);
  return feedItem(toldNotice(words, addresses(publicUrl, language, byDefault), ledger, notice));
}

function channel({ ledger, content, language, publicUrl }: FeedOptions, filter: FeedFilter) {
  const edition = lastEdition(ledger);
  const byDefault = defaultLanguageAt(ledger, edition);
  const words = wordsFor(content, language, byDefault);
  const pages = addresses(publicUrl, language, byDefault);
  return {
    title: titleOf(words, ledger, filter),
    description: descriptionOf(words, ledger),
    feed_url: selfOf(pages, filter),
    site_url: pages.absolute(pages.register()),
    language,
    generator: 'subprocessor-registry',
    ttl: MINUTES,
  };
}

function selfOf(pages: Addresses, { scope, type, 'third-party': thirdParty }: FeedFilter): string {
  return pages.absolute(pages.feed({ scope, type, 'third-party': thirdParty }));
}

function titleOf(words: Words, ledger: Ledger, filter: FeedFilter): string {
  const organisation = nameOf(words, ledger, ORGANISATION);
  if (organisation === undefined) return words.t('site.name');
  const filters = [
    ...(filter.scope ?? []).map((id) => nameOf(words, ledger, { kind: 'scope', id }) ?? id),
    ...(filter.type ?? []).map((type) =>
      type === 'editorial' ? words.t('class.editorial') : words.type(type),
    ),
    ...(filter['third-party'] ?? []).map((id) => nameOf(words, ledger, { kind: 'third-party', id }) ?? id),
  ];
  return filters.length === 0
    ? words.t('feed.title', { organisation })
    : words.t('feed.title-filtered', { organisation, filter: filters.join(', ') });
}

function descriptionOf(words: Words, ledger: Ledger): string {
  const organisation = nameOf(words, ledger, ORGANISATION);
  if (organisation === undefined) return words.t('before.text');
  const sample =
    noticeOf(ledger, 1)?.sample === undefined ? [] : [words.t('banner.sample', { organisation })];
  const sentences = [...sample, words.t('feed.description', { organisation }), words.t('feed.disclaimer')];
  return sentences.join(' ');
}

function nameOf(words: Words, ledger: Ledger, subject: Subject): string | undefined {
  const notice = noticeOf(ledger, lastEdition(ledger));
  if (!notice) return undefined;
  return words.text(nameIn(asTold(ledger, notice.edition).nearest(subject, notice.announcedOn)))?.value;
}

function defaultLanguageAt(ledger: Ledger, edition: number): string {
  const notice = noticeOf(ledger, edition);
  const organisation = notice && asTold(ledger, edition).nearest(ORGANISATION, notice.announcedOn);
  return organisation && 'defaultLanguage' in organisation ? organisation.defaultLanguage : FIRST_LANGUAGE;
}

import RSS from 'rss';
import type { Content } from '../content.ts';
import type { Day } from '../domain/days.ts';
import { lastEdition, noticeOf, type Ledger, type PublishedNotice } from '../domain/ledger.ts';
import { ORGANISATION, type Subject, type SubjectState } from '../domain/subjects/subject.ts';
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
  /** The organisation's day: names above the items are those of the day. */
  readonly today: Day;
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
 * The feed (RSS 2.0): an item a notice, newest first. Asked again, it is the same text until a notice is published, or
 * another name of the publisher takes effect.
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
  const byDefault = defaultLanguageAt(ledger, notice);
  const words = wordsFor(content, language, byDefault);
  return feedItem(toldNotice(words, addresses(publicUrl, language, byDefault), ledger, notice));
}

function channel({ ledger, today, content, language, publicUrl }: FeedOptions, filter: FeedFilter) {
  const byDefault = defaultLanguageIn(nearest(ledger, today, ORGANISATION));
  const words = wordsFor(content, language, byDefault);
  const pages = addresses(publicUrl, language, byDefault);
  return {
    title: titleOf(words, (subject) => nearest(ledger, today, subject), filter),
    description: descriptionOf(words, ledger, today),
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

type StateOf = (subject: Subject) => SubjectState | undefined;

function titleOf(words: Words, stateOf: StateOf, filter: FeedFilter): string {
  const nameOf = (subject: Subject) => words.text(nameIn(stateOf(subject)))?.value;
  const organisation = nameOf(ORGANISATION);
  if (organisation === undefined) return words.t('site.name');
  const filters = [
    ...(filter.scope ?? []).map((id) => nameOf({ kind: 'scope', id }) ?? id),
    ...(filter.type ?? []).map((type) =>
      type === 'editorial' ? words.t('class.editorial') : words.type(type),
    ),
    ...(filter['third-party'] ?? []).map((id) => nameOf({ kind: 'third-party', id }) ?? id),
  ];
  return filters.length === 0
    ? words.t('feed.title', { organisation })
    : words.t('feed.title-filtered', { organisation, filter: filters.join(', ') });
}

function descriptionOf(words: Words, ledger: Ledger, today: Day): string {
  const organisation = words.text(nameIn(nearest(ledger, today, ORGANISATION)))?.value;
  if (organisation === undefined) return words.t('before.text');
  const sample =
    noticeOf(ledger, 1)?.sample === undefined ? [] : [words.t('banner.sample', { organisation })];
  const sentences = [...sample, words.t('feed.description', { organisation }), words.t('feed.disclaimer')];
  return sentences.join(' ');
}

/** The subject on the day, as known today; when it does not exist then, as it was or will be. */
function nearest(ledger: Ledger, day: Day, subject: Subject): SubjectState | undefined {
  return asTold(ledger, lastEdition(ledger)).nearest(subject, day);
}

function defaultLanguageAt(ledger: Ledger, { edition, announcedOn }: PublishedNotice): string {
  return defaultLanguageIn(asTold(ledger, edition).nearest(ORGANISATION, announcedOn));
}

function defaultLanguageIn(organisation: SubjectState | undefined): string {
  return organisation && 'defaultLanguage' in organisation ? organisation.defaultLanguage : FIRST_LANGUAGE;
}

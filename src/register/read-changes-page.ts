import { CHANGE_TYPES, type ChangeType } from '../domain/change-types.ts';
import { lastEdition, type Ledger, type PublishedNotice } from '../domain/ledger.ts';
import { monthOf } from '../domain/months.ts';
import { effectsOf } from '../domain/notice.ts';
import type { Query } from '../language/addresses.ts';
import { headingFor } from './heading.ts';
import { momentOf } from './moment.ts';
import type { Reader } from './reader.ts';
import { selectNotices, type NoticeFilter } from './select-notices.ts';
import { beforeBeginning, type Beginning } from './views/beginning.ts';
import { changeEntry, type ChangeEntry } from './views/change-entry.ts';
import { changesFilters, type ChangesFilters } from './views/changes-filters.ts';
import { frameOf, type Frame } from './views/frame.ts';
import type { Link } from './views/link.ts';
import { organisationName } from './views/organisation-name.ts';

/** What the page of changes is asked; every value is known to be valid. */
export interface ChangesQuery extends NoticeFilter {
  readonly page?: number | undefined;
}

/** All notices, newest first, ready to be placed. */
export interface ChangesPage {
  readonly frame: Frame;
  readonly title: string;
  readonly intro: string;
  readonly count: string;
  readonly filters: ChangesFilters;
  readonly months: readonly MonthOfChanges[];
  readonly none: string | undefined;
  readonly pager: Pager | undefined;
  /** The feed of what is shown. */
  readonly feed: Link;
  /** Where two moments of the register are compared. */
  readonly compare: Link;
  readonly beginning: Beginning | undefined;
}

/** The notices announced in a month, newest first. */
export interface MonthOfChanges {
  readonly title: string;
  readonly entries: readonly ChangeEntry[];
}

export interface Pager {
  readonly label: string;
  readonly text: string;
  readonly newer: Link | undefined;
  readonly older: Link | undefined;
}

const PAGE = 20;

export function readChangesPage(reader: Reader, query: ChangesQuery): ChangesPage {
  const { words, addresses, context, today } = reader;
  const ledger = context.ledger.current();
  const notices = selectNotices(ledger, query);
  // Beyond the last page is the last page: pages move on as notices come.
  const pages = Math.max(1, Math.ceil(notices.length / PAGE));
  const page = Math.min(query.page ?? 1, pages);
  const filters = filterPart(query);
  return {
    frame: changesFrame(reader, query, page),
    title: words.t('changes.title'),
    intro: words.t('changes.intro'),
    count: words.t('changes.count', { count: notices.length }),
    filters: changesFilters(reader, query, typesIn(ledger)),
    months: monthsOf(
      reader,
      shown(notices, page).map((notice) => changeEntry(reader, headingFor(reader, ledger, notice))),
    ),
    none: notices.length === 0 ? words.t('changes.none') : undefined,
    pager: pages === 1 ? undefined : pagerOf(reader, filters, page, pages),
    feed: { text: words.t('changes.feed'), href: addresses.feed(feedPart(query)) },
    compare: { text: words.t('changes.compare'), href: addresses.compare() },
    beginning: lastEdition(ledger) === 0 ? beforeBeginning(reader, momentOf(ledger, today, {})) : undefined,
  };
}

function shown(notices: readonly PublishedNotice[], page: number): readonly PublishedNotice[] {
  return notices.slice((page - 1) * PAGE, page * PAGE);
}

function monthsOf({ words }: Reader, entries: readonly ChangeEntry[]): MonthOfChanges[] {
  return [...Map.groupBy(entries, ({ announced }) => monthOf(announced.day))].map(([month, some]) => ({
    title: words.month(month),
    entries: some,
  }));
}

function filterPart(query: ChangesQuery): Query {
  return { ...feedPart(query), class: query.class, month: query.month };
}

/** What a feed can be narrowed by: it is of the future, so no month of the past is its matter. */
function feedPart({ scope, type, 'third-party': thirdParties }: ChangesQuery): Query {
  return { scope, type, 'third-party': thirdParties };
}

function changesFrame(reader: Reader, query: ChangesQuery, page: number): Frame {
  const { words, addresses } = reader;
  const paged = { page: page === 1 ? undefined : page };
  return frameOf(reader, {
    title: words.t('changes.title'),
    description: words.t('changes.meta', { organisation: organisationName(reader) }),
    address: addresses.changes({ ...paged, ...filterPart(query) }),
    canonical: addresses.changes(paged),
    section: 'changes',
  });
}

const types = new WeakMap<Ledger, readonly ChangeType[]>();

/** Types that occur, in the order of their table; there is nothing to find by any other. */
function typesIn(ledger: Ledger): readonly ChangeType[] {
  let occurring = types.get(ledger);
  if (!occurring) {
    const found = new Set<ChangeType>();
    for (const notice of ledger.notices)
      for (const effect of effectsOf(notice)) for (const type of effect.types) found.add(type);
    types.set(ledger, (occurring = CHANGE_TYPES.filter((type) => found.has(type))));
  }
  return occurring;
}

function pagerOf({ words, addresses }: Reader, filters: Query, page: number, pages: number): Pager {
  const link = (text: string, to: number): Link | undefined =>
    to < 1 || to > pages
      ? undefined
      : { text, href: addresses.changes({ page: to === 1 ? undefined : to, ...filters }) };
  return {
    label: words.t('changes.paging'),
    text: words.t('changes.page', { page, pages }),
    newer: link(words.t('changes.newer'), page - 1),
    older: link(words.t('changes.older'), page + 1),
  };
}

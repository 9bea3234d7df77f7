import type { Day } from '../domain/days.ts';
import { lastEdition } from '../domain/ledger.ts';
import type { Query } from '../language/addresses.ts';
import { matches } from './match-processing.ts';
import { hasBegun, momentOf, type Moment } from './moment.ts';
import type { Reader } from './reader.ts';
import { snapshotOn } from './snapshot.ts';
import { currentProcessings, otherProcessings, type ProcessingInTime } from './use-in-time.ts';
import { asOf, type AsOf } from './views/as-of.ts';
import { beforeBeginning, type Beginning } from './views/beginning.ts';
import { columnsIn, type Columns } from './views/columns.ts';
import { filterWordsIn, type FilterWords } from './views/filter-words.ts';
import { filterQuery, filtersOf, statesShown, type Filters, type ListQuery } from './views/filters.ts';
import { frameOf, type Frame } from './views/frame.ts';
import type { Link } from './views/link.ts';
import { listOf, type ListScope } from './views/list.ts';
import { momentQuery } from './views/moment-query.ts';
import { organisationName } from './views/organisation-name.ts';
import { panelsOf, type Panel } from './views/panels.ts';
import { phraseOf, type Phrase } from './views/phrase.ts';
import { plannedChange, plannedNotices, type PlannedChange } from './views/planned.ts';
import { searcher } from './views/search.ts';
import { sinceOf, type Since } from './views/since.ts';
import { statusOf, type StatusItem } from './views/status.ts';

/** What the register's page is asked; every value is known to be valid. */
export interface RegisterQuery extends ListQuery {
  readonly on?: Day | undefined;
  readonly edition?: number | undefined;
  readonly since?: number | undefined;
}

/** The register's page, ready to be placed. */
export interface RegisterPage {
  readonly frame: Frame;
  readonly title: string;
  readonly introduction: Phrase | undefined;
  readonly asOf: AsOf | undefined;
  /** Before the first edition, or for a day before it: what can be said then. Nothing else is there. */
  readonly beginning: Beginning | undefined;
  readonly list: RegisterList | undefined;
  readonly panels: readonly Panel[];
  /** Links to the panels, which stand far below. */
  readonly ways: readonly Link[];
}

export interface RegisterList {
  readonly status: readonly StatusItem[];
  readonly planned: { readonly title: string; readonly changes: readonly PlannedChange[] } | undefined;
  readonly since: Since | undefined;
  readonly title: string;
  readonly columns: Columns;
  readonly filters: Filters;
  readonly filterWords: FilterWords;
  /** How many third parties are shown. */
  readonly count: string;
  readonly scopes: readonly ListScope[];
  /** What is said where no third party is shown, or undefined. */
  readonly none: string | undefined;
}

export function readRegisterPage(reader: Reader, query: RegisterQuery): RegisterPage {
  const { words, addresses, context, today } = reader;
  const ledger = context.ledger.current();
  const moment = momentOf(ledger, today, query);
  const since = query.since === undefined ? {} : { since: query.since };
  const filters = filterQuery(query);
  const begun = hasBegun(moment);
  const organisation =
    snapshotOn(moment.known, moment.day).organisation ?? snapshotOn(ledger, today).organisation;
  const introduction = words.text(organisation?.introduction, {
    paths: organisation?.outdated,
    path: 'introduction',
  });
  const panels = lastEdition(ledger) === 0 ? [] : panelsOf(reader, moment, { since: query.since, filters });
  return {
    frame: frameOf(reader, {
      title: titleAt(reader, moment),
      description: words.t('register.meta', { organisation: organisationName(reader) }),
      address: addresses.register({ ...momentQuery(moment), ...since, ...filters }),
      canonical: addresses.register(),
      section: 'register',
    }),
    title: words.t('register.title'),
    introduction: phraseOf(words, introduction),
    asOf: asOf(reader, moment, (at) => addresses.register({ ...at, ...since, ...filters })),
    beginning: begun ? undefined : beforeBeginning(reader, moment),
    list: begun ? registerList(reader, moment, query, since) : undefined,
    panels,
    ways: panels.map(({ id, title }) => ({ text: title, href: `#${id}` })),
  };
}

/** Of another moment than today the title says which, for who keeps the page open beside others. */
function titleAt({ words }: Reader, { asked, day, edition }: Moment): string {
  const label = words.t('register.title');
  if (asked === 'today') return label;
  const text = asked === 'edition' ? words.t('register.edition', { edition }) : words.day(day);
  return words.t('third-party.labelled', { label, text });
}

function registerList(reader: Reader, moment: Moment, query: RegisterQuery, since: Query): RegisterList {
  const { words, context } = reader;
  const all = listed(moment, query);
  const found = query.q === undefined ? () => true : searcher(reader, query.q);
  const rows = all.filter((row) => matches(row, query, context.content.countryGroups) && found(row));
  const planned = plannedOn(reader, moment);
  const compared = query.since === undefined ? undefined : sinceOf(reader, moment, query.since);
  const filters = filtersOf(reader, moment, { ...momentQuery(moment), ...since }, query, all);
  return {
    status: statusOf(reader, moment, planned?.notices),
    planned: planned && {
      title: words.t(planned.counted ? 'register.planned' : 'register.planned-then'),
      changes: planned.notices.map((notice) =>
        plannedChange(reader, moment.known, notice, planned.day, planned.counted),
      ),
    },
    since: compared,
    title: words.t('register.list'),
    columns: columnsIn(words),
    filters,
    filterWords: filterWordsIn(words),
    count: countOf(reader, rows, all),
    scopes: listOf(reader, moment, rows, compared?.marked),
    none:
      rows.length > 0
        ? undefined
        : words.t(filters.chips.length > 0 ? 'register.none-match' : 'register.empty'),
  };
}

function listed({ known, day }: Moment, { state }: RegisterQuery): ProcessingInTime[] {
  const states = statesShown(state);
  return [
    ...(states.includes('current') ? currentProcessings(known, day) : []),
    ...(states.length === 1 && states[0] === 'current'
      ? []
      : otherProcessings(known, day).filter((row) => states.includes(row.state))),
  ];
}

/**
 * What is planned as of the page: today's plans today and on days to come, those of its time on an edition's. A past day
 * as known today has none: all that came later is known.
 */
function plannedOn({ today, context }: Reader, { asked, day, known, edition }: Moment) {
  if (asked === 'day' && day < today) return undefined;
  const at = asked === 'edition' ? day : today;
  const notices = plannedNotices(known, at);
  const counted = at === today && edition === lastEdition(context.ledger.current());
  return notices.length === 0 && asked !== 'today' ? undefined : { notices, day: at, counted };
}

function countOf(
  { words }: Reader,
  rows: readonly ProcessingInTime[],
  all: readonly ProcessingInTime[],
): string {
  const [shown, total] = [rows, all].map(
    (some) => new Set(some.map(({ thirdPartyId }) => thirdPartyId)).size,
  );
  return shown === total
    ? words.t('register.shown-all', { count: total ?? 0 })
    : words.t('register.shown-count', { shown: shown ?? 0, total: total ?? 0 });
}

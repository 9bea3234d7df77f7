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
import { actionsOf, type Actions } from './views/actions.ts';
import { columnsIn, type Columns } from './views/columns.ts';
import { filterWordsIn, type FilterWords } from './views/filter-words.ts';
import { filterQuery, filtersOf, statesShown, type Filters, type ListQuery } from './views/filters.ts';
import { frameOf, type Frame } from './views/frame.ts';
import { listOf, type ListScope } from './views/list.ts';
import { otherLanguages } from './views/list-languages.ts';
import { momentQuery } from './views/moment-query.ts';
import { organisationName } from './views/organisation-name.ts';
import { panelsOf, type Panel } from './views/panels.ts';
import { phraseOf, type Phrase } from './views/phrase.ts';
import { registerTop, type RegisterTop } from './views/register-top.ts';
import { searcher } from './views/search.ts';
import { sinceOf, type Since } from './views/since.ts';

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
  readonly top: RegisterTop | undefined;
  readonly list: RegisterList | undefined;
  readonly panels: readonly Panel[];
  /** What readers come to do, beside the title; absent before the first edition. */
  readonly actions: Actions | undefined;
}

export interface RegisterList {
  readonly since: Since | undefined;
  readonly title: string;
  readonly columns: Columns;
  readonly filters: Filters;
  readonly filterWords: FilterWords;
  /** How many third parties are shown. */
  readonly count: string;
  /** That some of their texts are in another language than the reader's. */
  readonly otherLanguages: string | undefined;
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
    top: begun ? registerTop(reader, moment) : undefined,
    list: begun ? registerList(reader, moment, query, since) : undefined,
    panels,
    actions: panels.length === 0 ? undefined : actionsOf(reader),
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
  const compared = query.since === undefined ? undefined : sinceOf(reader, moment, query.since);
  const kept = { ...momentQuery(moment), ...since };
  const listing = { query, kept, marked: compared?.marked };
  const filters = filtersOf(reader, moment, listing, all);
  const scopes = listOf(reader, moment, rows, listing);
  return {
    since: compared,
    title: words.t('register.list'),
    columns: columnsIn(reader, listing),
    filters,
    filterWords: filterWordsIn(words),
    count: countOf(reader, rows, all),
    otherLanguages: otherLanguages(words, scopes),
    scopes,
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

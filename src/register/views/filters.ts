import type { Query } from '../../language/addresses.ts';
import { FILTER_NAMES, type ListFilter } from '../match-processing.ts';
import type { Moment } from '../moment.ts';
import type { Reader } from '../reader.ts';
import type { ProcessingInTime } from '../use-in-time.ts';
import { choicesOf, type Choice, type Option } from './choices.ts';
import { atList, listAddress, type Listing } from './listing.ts';
import { pairsOf, type Pair } from './pairs.ts';
import { SORT_COLUMNS, type Sort } from './sort.ts';
import { valueName } from './value-name.ts';

/** What the list may be asked, beside the moment. */
export interface ListQuery extends ListFilter {
  readonly q?: string | undefined;
  readonly state: readonly string[];
  readonly sort?: Sort | undefined;
}

/** A filter that is set, and the address without it. */
export interface Chip {
  readonly text: string;
  readonly href: string;
  /** What following the link does. */
  readonly remove: string;
}

/** The form that narrows the list. */
export interface Filters {
  readonly action: string;
  /** What the form keeps: the day, the editions. */
  readonly kept: readonly Pair[];
  readonly search: string;
  readonly states: readonly Option[];
  readonly choices: readonly Choice[];
  /** How many of the filters beside the search are set. */
  readonly set: number;
  readonly orders: readonly Option[];
  readonly chips: readonly Chip[];
  /** The address without any filter. */
  readonly all: string;
}

export const LISTED_STATES = ['current', 'planned', 'ended'] as const;
export type ListedState = (typeof LISTED_STATES)[number];

/** Which states the list shows: what is in use, unless others are asked for. */
export function statesShown(asked: readonly string[]): readonly ListedState[] {
  if (asked.includes('all')) return LISTED_STATES;
  const some = LISTED_STATES.filter((state) => asked.includes(state));
  return some.length > 0 ? some : ['current'];
}

/**
 * The form of filters, with those that are set.
 *
 * @param rows the list before it is narrowed: only values that occur in it are offered
 */
export function filtersOf(
  reader: Reader,
  moment: Moment,
  listing: Listing,
  rows: readonly ProcessingInTime[],
): Filters {
  const { addresses } = reader;
  const { kept, query } = listing;
  const chips = chipsOf(reader, moment, listing);
  return {
    action: atList(addresses.register()),
    kept: pairsOf(kept),
    search: query.q ?? '',
    states: stateOptions(reader, query),
    choices: choicesOf(reader, moment, query, rows),
    set: chips.length - (query.q === undefined ? 0 : 1),
    orders: orderOptions(reader, query),
    chips,
    all: atList(addresses.register({ ...kept, sort: query.sort })),
  };
}

function stateOptions({ words }: Reader, { state }: ListQuery): Option[] {
  const [shown, ...more] = statesShown(state);
  const chosen = more.length > 0 ? 'all' : shown;
  return [...LISTED_STATES, 'all' as const].map((value) => ({
    value: value === 'current' ? '' : value,
    label: words.t(`register.state.${value}`),
    chosen: value === chosen,
  }));
}

function orderOptions({ words }: Reader, { sort }: ListQuery): Option[] {
  const orders = SORT_COLUMNS.flatMap((column) => [column, `-${column}`] as const);
  return orders.map((order) => ({
    value: order === 'name' ? '' : order,
    label: words.t(`register.sort.${order}`),
    chosen: order === (sort ?? 'name'),
  }));
}

/** The filters and the order as the part of an address. */
export function filterQuery({ q, scope, role, country, data, safeguard, state, sort }: ListQuery): Query {
  return { q, scope, role, country, data, safeguard, state, sort };
}

function chipsOf(reader: Reader, moment: Moment, listing: Listing): Chip[] {
  const { words } = reader;
  const { query } = listing;
  const chip = (name: string, value: string, without: Query): Chip => {
    const text = words.t('register.filter.chip', { name, value });
    const href = atList(listAddress(reader, listing, without));
    return { text, href, remove: words.t('register.filter.remove', { name: text }) };
  };
  const states = statesShown(query.state);
  const byDefault = states.length === 1 && states[0] === 'current';
  return [
    ...(query.q === undefined ? [] : [chip(words.t('register.search'), query.q, { q: undefined })]),
    ...(byDefault
      ? []
      : [chip(words.t('register.filter.state'), stateNames(reader, states), { state: undefined })]),
    ...FILTER_NAMES.flatMap((name) =>
      query[name].map((value) =>
        chip(words.t(`register.filter.${name}`), valueName(reader, moment, name, value), {
          [name]: query[name].filter((other) => other !== value),
        }),
      ),
    ),
  ];
}

function stateNames({ words }: Reader, states: readonly ListedState[]): string {
  return states.length === LISTED_STATES.length
    ? words.t('register.state.all')
    : words.list(states.map((state) => words.t(`register.state.${state}`)));
}

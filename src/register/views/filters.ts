import type { Query } from '../../language/addresses.ts';
import { FILTER_NAMES, foundBy, type FilterName, type ListFilter } from '../match-processing.ts';
import type { Moment } from '../moment.ts';
import type { Reader } from '../reader.ts';
import type { ProcessingInTime } from '../use-in-time.ts';
import { termName } from './categories.ts';
import { scopeAt, scopeName } from './list.ts';
import { pairsOf, type Pair } from './pairs.ts';

/** A value one can choose. */
export interface Option {
  readonly value: string;
  readonly label: string;
  readonly chosen: boolean;
}

/** Options under a heading of their own, or under none. */
export interface OptionGroup {
  readonly label: string | undefined;
  readonly options: readonly Option[];
}

/** One filter with all the values that occur in the list. */
export interface Choice {
  readonly name: FilterName;
  readonly label: string;
  /** How many values are chosen, in words for who does not see the number alone. */
  readonly chosen: number;
  readonly groups: readonly OptionGroup[];
}

/** A filter that is set, and the address without it. */
export interface Chip {
  readonly text: string;
  readonly href: string;
  readonly remove: string;
}

export interface Filters {
  readonly action: string;
  /** What the form keeps: the day, the editions. */
  readonly kept: readonly Pair[];
  readonly search: string;
  readonly states: readonly Option[];
  readonly choices: readonly Choice[];
  readonly chips: readonly Chip[];
  /** The address without any filter. */
  readonly clear: string;
}

/** What the list may be asked, beside the moment. */
export interface ListQuery extends ListFilter {
  readonly q: string | undefined;
  readonly since: number | undefined;
  readonly state: readonly string[];
}

const STATES = ['current', 'planned', 'ended', 'all'] as const;
const GROUP_PLACES = ['outside-eea', 'EEA', 'EU', 'worldwide', 'chosen-by-customer', 'not-stated'] as const;

/**
 * The form of filters.
 *
 * @param rows everything in the list before it is narrowed: only values that occur in it are offered
 */
export function filtersOf(
  reader: Reader,
  moment: Moment,
  kept: Query,
  query: ListQuery,
  rows: readonly ProcessingInTime[],
): Filters {
  const { words, addresses } = reader;
  const action = addresses.register();
  return {
    action,
    kept: pairsOf(kept),
    search: query.q ?? '',
    states: stateOptions(reader, query),
    choices: FILTER_NAMES.map((name) => choiceOf(reader, moment, name, query, rows)),
    chips: chipsOf(reader, moment, kept, query),
    clear: addresses.register(kept),
  };

  function stateOptions({ words: { t } }: Reader, { state }: ListQuery): Option[] {
    const chosen = shownStates(state);
    return STATES.map((value) => ({ value, label: t(`register.state.${value}`), chosen: value === chosen }));
  }

  function chipsOf(of: Reader, at: Moment, keep: Query, asked: ListQuery): Chip[] {
    const chip = (label: string, value: string, without: Query): Chip => {
      const text = words.t('register.filter.chip', { name: label, value });
      return { text, href: addresses.register({ ...keep, ...without }), remove: words.t('register.filter.remove', { name: text }) };
    };
    const all = filterQuery(asked);
    const found = FILTER_NAMES.flatMap((name) =>
      asked[name].map((value) =>
        chip(words.t(`register.filter.${name}`), valueName(of, at, name, value), {
          ...all,
          [name]: asked[name].filter((other) => other !== value),
        }),
      ),
    );
    const search = asked.q === undefined ? [] : [chip(words.t('register.search'), asked.q, { ...all, q: undefined })];
    const state = shownStates(asked.state);
    const states =
      state === 'current'
        ? []
        : [chip(words.t('register.filter.state'), words.t(`register.state.${state}`), { ...all, state: undefined })];
    return [...search, ...states, ...found];
  }
}

/** The one word for the states that are asked for: several of them are all. */
export function shownStates(state: readonly string[]): (typeof STATES)[number] {
  const [only, ...more] = STATES.filter((name) => state.includes(name));
  return more.length > 0 ? 'all' : (only ?? 'current');
}

/** The filters as the part of an address. */
export function filterQuery({ q, scope, role, country, data, safeguard, state }: ListQuery): Query {
  return { q, scope, role, country, data, safeguard, state };
}

function choiceOf(
  reader: Reader,
  moment: Moment,
  name: FilterName,
  query: ListQuery,
  rows: readonly ProcessingInTime[],
): Choice {
  const { words, context } = reader;
  const chosen = new Set(query[name]);
  const occurring = new Set(chosen);
  for (const row of rows)
    for (const value of foundBy(row, context.content.countryGroups)[name]()) occurring.add(value);
  const option = (value: string): Option => ({
    value,
    label: valueName(reader, moment, name, value),
    chosen: chosen.has(value),
  });
  return {
    name,
    label: words.t(`register.filter.${name}`),
    chosen: chosen.size,
    groups: groupsOf(reader, name, [...occurring]).map(({ label, values, sorted }) => {
      const options = values.map(option);
      return { label, options: sorted ? options : options.sort((a, b) => words.compare(a.label, b.label)) };
    }),
  };
}

interface Values {
  readonly label: string | undefined;
  readonly values: readonly string[];
  /** They stand in an order of their own, not in that of the alphabet. */
  readonly sorted: boolean;
}

function groupsOf({ words, context }: Reader, name: FilterName, values: readonly string[]): Values[] {
  if (name === 'country') {
    const groups = GROUP_PLACES.filter((place) => values.includes(place));
    const countries = values.filter((value) => !(GROUP_PLACES as readonly string[]).includes(value));
    return filled([
      { label: words.t('register.filter.group-countries'), values: groups, sorted: true },
      { label: words.t('register.filter.country'), values: countries, sorted: false },
    ]);
  }
  if (name !== 'data') return [{ label: undefined, values, sorted: false }];
  const { dataGroups } = context.content;
  const grouped = new Set(dataGroups.flatMap(({ terms }) => terms));
  return filled([
    ...dataGroups.map(({ label, terms }) => ({
      label: words.plain(label),
      values: terms.filter((term) => values.includes(term)),
      sorted: true,
    })),
    { label: words.t('register.filter.other'), values: values.filter((value) => !grouped.has(value)), sorted: false },
  ]);
}

function filled(groups: readonly Values[]): Values[] {
  return groups.filter(({ values }) => values.length > 0);
}

/** What a value of a filter is called. */
function valueName(reader: Reader, moment: Moment, name: FilterName, value: string): string {
  const { words } = reader;
  switch (name) {
    case 'scope':
      return scopeName(reader, scopeAt(moment, value), value).text;
    case 'role':
      return words.role(value as Parameters<typeof words.role>[0]);
    case 'country':
      return placeName(reader, value);
    case 'data':
      return termName(reader, words, 'data', value);
    case 'safeguard':
      return words.t(`safeguard.short.${value}` as 'safeguard.short.scc');
  }
}

function placeName({ words }: Reader, value: string): string {
  return (GROUP_PLACES as readonly string[]).includes(value)
    ? words.t(`place.${value as (typeof GROUP_PLACES)[number]}`)
    : words.country(value);
}

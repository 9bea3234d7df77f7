import { FILTER_NAMES, foundBy, type FilterName, type ListFilter } from '../match-processing.ts';
import type { Moment } from '../moment.ts';
import type { Reader } from '../reader.ts';
import type { ProcessingInTime } from '../use-in-time.ts';
import { GROUP_PLACES, isGroupPlace, valuePhrase } from './value-name.ts';

/** A value one can choose. */
export interface Option {
  readonly value: string;
  readonly label: string;
  /** The language of the label, where it is not the page's. */
  readonly lang?: string | undefined;
  readonly chosen: boolean;
}

/** Options under a heading of their own, or under none. */
export interface OptionGroup {
  readonly label: string | undefined;
  readonly lang?: string | undefined;
  readonly options: readonly Option[];
}

/** One filter with the values that occur in the list. */
export interface Choice {
  readonly name: FilterName;
  readonly label: string;
  /** How many values are chosen. */
  readonly chosen: number;
  readonly groups: readonly OptionGroup[];
}

/** Every filter, with the values that occur in the rows or are chosen already. */
export function choicesOf(
  reader: Reader,
  moment: Moment,
  filter: ListFilter,
  rows: readonly ProcessingInTime[],
): Choice[] {
  const occurring = valuesIn(reader, filter, rows);
  return FILTER_NAMES.map((name) => ({
    name,
    label: reader.words.t(`register.filter.${name}`),
    chosen: filter[name].length,
    groups: groupsOf(reader, name, [...occurring[name]]).map(({ label, lang, values, inOrder }) => {
      const options = values.map((value) => optionOf(reader, moment, filter, name, value));
      return { label, lang, options: inOrder ? options : byLabel(reader, options) };
    }),
  }));
}

function optionOf(
  reader: Reader,
  moment: Moment,
  filter: ListFilter,
  name: FilterName,
  value: string,
): Option {
  const { text, lang } = valuePhrase(reader, moment, name, value);
  return { value, label: text, lang, chosen: filter[name].includes(value) };
}

function valuesIn(
  { context }: Reader,
  filter: ListFilter,
  rows: readonly ProcessingInTime[],
): Record<FilterName, Set<string>> {
  const found = {
    scope: new Set(filter.scope),
    role: new Set(filter.role),
    country: new Set(filter.country),
    data: new Set(filter.data),
    safeguard: new Set(filter.safeguard),
  };
  for (const row of rows) {
    const by = foundBy(row, context.content.countryGroups);
    for (const name of FILTER_NAMES) for (const value of by[name]()) found[name].add(value);
  }
  return found;
}

function byLabel({ words }: Reader, options: readonly Option[]): Option[] {
  return [...options].sort((a, b) => words.compare(a.label, b.label));
}

interface Values {
  readonly label: string | undefined;
  readonly lang?: string | undefined;
  readonly values: readonly string[];
  /** They stand in an order of their own, not in that of the alphabet. */
  readonly inOrder: boolean;
}

function groupsOf(reader: Reader, name: FilterName, values: readonly string[]): Values[] {
  if (name === 'country') return filled(placeGroups(reader, values));
  if (name === 'data') return filled(dataGroups(reader, values));
  return [{ label: undefined, values, inOrder: false }];
}

function placeGroups({ words }: Reader, values: readonly string[]): Values[] {
  return [
    {
      label: words.t('register.filter.group-countries'),
      values: GROUP_PLACES.filter((place) => values.includes(place)),
      inOrder: true,
    },
    {
      label: words.t('register.filter.country'),
      values: values.filter((value) => !isGroupPlace(value)),
      inOrder: false,
    },
  ];
}

function dataGroups({ words, context }: Reader, values: readonly string[]): Values[] {
  const groups = context.content.dataGroups;
  const grouped = new Set(groups.flatMap(({ terms }) => terms));
  const rest = values.filter((value) => !grouped.has(value));
  return [
    ...groups.map(({ label, terms }) => {
      const heading = words.text(label);
      return {
        label: heading?.value,
        lang: heading?.fallback === true ? heading.language : undefined,
        values: terms.filter((term) => values.includes(term)),
        inOrder: true,
      };
    }),
    { label: words.t('register.filter.other'), values: rest, inOrder: false },
  ];
}

function filled(groups: readonly Values[]): Values[] {
  return groups.filter(({ values }) => values.length > 0);
}

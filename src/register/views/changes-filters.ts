import { NOTICE_CLASSES, type ChangeType } from '../../domain/change-types.ts';
import { timeline, type Ledger } from '../../domain/ledger.ts';
import { monthOf, type Month } from '../../domain/months.ts';
import type { Query } from '../../language/addresses.ts';
import type { Words } from '../../language/words.ts';
import { momentOf } from '../moment.ts';
import { dayOfEffect } from '../notices-in-effect.ts';
import type { Reader } from '../reader.ts';
import type { NoticeFilter } from '../select-notices.ts';
import { thirdPartyOn } from '../third-party-on.ts';
import type { Option } from './choices.ts';
import type { Chip } from './filters.ts';
import { nameOf } from './party-name.ts';
import { scopeAt, scopeName } from './scope-name.ts';

/** A filter of the notices with its values. */
export interface ChangesChoice {
  readonly name: 'scope' | 'type' | 'third-party';
  readonly label: string;
  readonly chosen: number;
  readonly groups: readonly { readonly label: undefined; readonly options: readonly Option[] }[];
}

/** A filter with one value at most; the first option is none. */
export interface ChangesSelect {
  readonly name: 'class' | 'month';
  readonly label: string;
  readonly options: readonly Option[];
}

/** The form that narrows the list of notices. */
export interface ChangesFilters {
  readonly action: string;
  readonly label: string;
  /** Filters of which one value can be chosen. */
  readonly selects: readonly ChangesSelect[];
  readonly choices: readonly ChangesChoice[];
  readonly apply: string;
  readonly active: string;
  readonly chips: readonly Chip[];
  /** The address without any filter, and what its link says. */
  readonly all: string;
  readonly clear: string;
}

type Name = ChangesChoice['name'];

/** @param types the types of change that occur */
export function changesFilters(
  reader: Reader,
  filter: NoticeFilter,
  types: readonly ChangeType[],
): ChangesFilters {
  const { words, addresses } = reader;
  const selects = [classSelect(reader, filter), monthSelect(reader, filter)];
  const choices: ChangesChoice[] = [
    choice(reader, filter, 'scope', scopeIds(reader), true),
    choice(reader, filter, 'type', types, false),
    // There may be a thousand: one comes here from the page of the one that one follows.
    ...(filter['third-party'].length > 0 ? [choice(reader, filter, 'third-party', [], true)] : []),
  ];
  return {
    action: addresses.changes(),
    label: words.t('register.filters'),
    selects,
    choices,
    apply: words.t('register.filter.apply'),
    active: words.t('register.filter.active'),
    chips: chipsOf(reader, filter, selects, choices),
    all: addresses.changes(),
    clear: words.t('register.filter.clear'),
  };
}

function classSelect({ words }: Reader, filter: NoticeFilter): ChangesSelect {
  const values = NOTICE_CLASSES.map((value) => ({ value, label: words.t(`class.${value}`) }));
  return select(words, 'class', values, filter.class);
}

function monthSelect({ words, context }: Reader, { month }: NoticeFilter): ChangesSelect {
  const months = new Set([...monthsIn(context.ledger.current()), ...(month === undefined ? [] : [month])]);
  const values = [...months]
    .sort()
    .reverse()
    .map((value) => ({ value, label: words.month(value) }));
  return select(words, 'month', values, month);
}

function select(
  words: Words,
  name: ChangesSelect['name'],
  values: readonly { readonly value: string; readonly label: string }[],
  asked: string | undefined,
): ChangesSelect {
  const options = [{ value: '', label: words.t('register.filter.any') }, ...values];
  return {
    name,
    label: words.t(`changes.filter.${name}`),
    options: options.map((option) => ({ ...option, chosen: option.value === (asked ?? '') })),
  };
}

const occurring = new WeakMap<Ledger, readonly Month[]>();

/** Months in which any notice takes effect. */
function monthsIn(ledger: Ledger): readonly Month[] {
  let months = occurring.get(ledger);
  if (!months) {
    months = [...new Set(ledger.notices.map((notice) => monthOf(dayOfEffect(ledger, notice))))];
    occurring.set(ledger, months);
  }
  return months;
}

/** Ids of all scopes there ever were. */
function scopeIds({ context }: Reader): string[] {
  return [...timeline(context.ledger.current()).bySubject.keys()].flatMap((key) =>
    key.startsWith('scope/') ? [key.slice('scope/'.length)] : [],
  );
}

function choice(
  reader: Reader,
  filter: NoticeFilter,
  name: Name,
  values: readonly string[],
  sorted: boolean,
): ChangesChoice {
  const { words } = reader;
  const asked: readonly string[] = filter[name];
  const options = [...new Set([...values, ...asked])].map((value) => ({
    value,
    label: labelOf(reader, name, value),
    chosen: asked.includes(value),
  }));
  if (sorted) options.sort((a, b) => words.compare(a.label, b.label));
  const label = name === 'scope' ? words.t('register.filter.scope') : words.t(`changes.filter.${name}`);
  return { name, label, chosen: asked.length, groups: [{ label: undefined, options }] };
}

function labelOf(reader: Reader, name: Name, value: string): string {
  const { words, context, today } = reader;
  const moment = momentOf(context.ledger.current(), today, {});
  if (name === 'scope') return scopeName(reader, scopeAt(moment, value), value).text;
  if (name === 'third-party') return nameOf(reader, thirdPartyOn(moment, value)?.state, value).text;
  return value === 'editorial' ? words.t('class.editorial') : words.type(value as ChangeType);
}

function chipsOf(
  reader: Reader,
  filter: NoticeFilter,
  selects: readonly ChangesSelect[],
  choices: readonly ChangesChoice[],
): Chip[] {
  const { words, addresses } = reader;
  const { scope, type, 'third-party': party, class: noticeClass, month } = filter;
  const all: Query = { scope, type, 'third-party': party, class: noticeClass, month };
  const chip = (name: string, value: string, without: Query): Chip => {
    const text = words.t('register.filter.chip', { name, value });
    const href = addresses.changes({ ...all, ...without });
    return { text, href, remove: words.t('register.filter.remove', { name: text }) };
  };
  const ofSelects = selects.flatMap(({ name, label, options }) =>
    options
      .filter(({ value, chosen }) => chosen && value !== '')
      .map((option) => chip(label, option.label, { [name]: undefined })),
  );
  return [
    ...ofSelects,
    ...choices.flatMap(({ name, label }) =>
      filter[name].map((value) =>
        chip(label, labelOf(reader, name, value), {
          [name]: filter[name].filter((other) => other !== value),
        }),
      ),
    ),
  ];
}

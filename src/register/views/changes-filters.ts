import { NOTICE_CLASSES, type ChangeType } from '../../domain/change-types.ts';
import { timeline } from '../../domain/ledger.ts';
import type { Query } from '../../language/addresses.ts';
import { momentOf } from '../moment.ts';
import type { Reader } from '../reader.ts';
import type { NoticeFilter } from '../select-notices.ts';
import { thirdPartyOn } from '../third-party-on.ts';
import type { Option } from './choices.ts';
import type { Chip } from './filters.ts';
import { nameOf } from './list-party.ts';
import { scopeAt, scopeName } from './scope-name.ts';

/** A filter of the notices with its values. */
export interface ChangesChoice {
  readonly name: 'scope' | 'type' | 'third-party';
  readonly label: string;
  readonly chosen: number;
  readonly groups: readonly { readonly label: undefined; readonly options: readonly Option[] }[];
}

/** The form that narrows the list of notices. */
export interface ChangesFilters {
  readonly action: string;
  readonly label: string;
  readonly classLabel: string;
  readonly classes: readonly Option[];
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
  const choices: ChangesChoice[] = [
    choice(reader, filter, 'scope', scopeIds(reader), true),
    choice(reader, filter, 'type', types, false),
    // There may be a thousand: one comes here from the page of the one that one follows.
    ...(filter['third-party'].length > 0 ? [choice(reader, filter, 'third-party', [], true)] : []),
  ];
  return {
    action: addresses.changes(),
    label: words.t('register.filters'),
    classLabel: words.t('changes.filter.class'),
    classes: [
      { value: '', label: words.t('changes.filter.any-class'), chosen: filter.class === undefined },
      ...NOTICE_CLASSES.map((value) => ({
        value,
        label: words.t(`class.${value}`),
        chosen: value === filter.class,
      })),
    ],
    choices,
    apply: words.t('register.filter.apply'),
    active: words.t('register.filter.active'),
    chips: chipsOf(reader, filter, choices),
    all: addresses.changes(),
    clear: words.t('register.filter.clear'),
  };
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

function chipsOf(reader: Reader, filter: NoticeFilter, choices: readonly ChangesChoice[]): Chip[] {
  const { words, addresses } = reader;
  const { scope, type, 'third-party': party, class: noticeClass } = filter;
  const all: Query = { scope, type, 'third-party': party, class: noticeClass };
  const chip = (name: string, value: string, without: Query): Chip => {
    const text = words.t('register.filter.chip', { name, value });
    const href = addresses.changes({ ...all, ...without });
    return { text, href, remove: words.t('register.filter.remove', { name: text }) };
  };
  const ofClass =
    noticeClass === undefined
      ? []
      : [
          chip(words.t('changes.filter.class'), words.t(`class.${noticeClass as 'told'}`), {
            class: undefined,
          }),
        ];
  return [
    ...ofClass,
    ...choices.flatMap(({ name, label }) =>
      filter[name].map((value) =>
        chip(label, labelOf(reader, name, value), {
          [name]: filter[name].filter((other) => other !== value),
        }),
      ),
    ),
  ];
}

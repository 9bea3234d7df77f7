import { lastEdition } from '../../domain/ledger.ts';
import type { Query } from '../../language/addresses.ts';
import type { Moment } from '../moment.ts';
import type { Reader } from '../reader.ts';
import { snapshotOn } from '../snapshot.ts';
import type { Link } from './link.ts';
import { momentQuery } from './moment-query.ts';
import { pairsOf, type Pair } from './pairs.ts';
import { scopeName } from './scope-name.ts';

/** A form with one field that leads to another day, or to what changed since an edition. */
export interface AskForm {
  /** The id of its field, one of a kind on the page. */
  readonly id: string;
  readonly action: string;
  readonly kept: readonly Pair[];
  readonly name: 'on' | 'since';
  readonly label: string;
  readonly value: string;
  readonly button: string;
  /** The highest edition there is, for a field that asks for one. */
  readonly last?: number;
}

/** A few ways to go on, under a heading. */
export interface Panel {
  readonly id: string;
  readonly title: string;
  readonly forms: readonly AskForm[];
  readonly links: readonly Link[];
}

/** The form that leads to the register on a day of the reader's choice. */
export function dayForm(
  { words, addresses }: Reader,
  value: string,
  kept: Query = {},
  id = 'ask-on',
): AskForm {
  return {
    id,
    action: addresses.register(),
    kept: pairsOf(kept),
    name: 'on',
    label: words.t('register.filter.on'),
    value,
    button: words.t('register.filter.apply'),
  };
}

function sinceForm(
  { words, addresses }: Reader,
  last: number,
  value: number | undefined,
  kept: Query,
): AskForm {
  return {
    id: 'ask-since',
    action: addresses.register(),
    kept: pairsOf(kept),
    name: 'since',
    label: words.t('register.filter.since'),
    value: value === undefined ? '' : String(value),
    button: words.t('register.filter.apply'),
    last,
  };
}

/** What stands under the list: other days, what is different, the feeds, the files. */
export function panelsOf(
  reader: Reader,
  moment: Moment,
  { since, filters }: { readonly since: number | undefined; readonly filters: Query },
): Panel[] {
  const { words, context } = reader;
  const last = lastEdition(context.ledger.current());
  return [
    {
      id: 'another-day',
      title: words.t('register.on.choose'),
      forms: [dayForm(reader, moment.day, filters)],
      links: [],
    },
    {
      id: 'compare',
      title: words.t('register.compare'),
      forms: [sinceForm(reader, last, since, { ...momentQuery(moment), ...filters })],
      links: [compareLink(reader, moment)],
    },
    { id: 'subscribe', title: words.t('register.subscribe'), forms: [], links: feedLinks(reader) },
    {
      id: 'files',
      title: words.t('register.take-away'),
      forms: [],
      links: fileLinks(reader, momentQuery(moment)),
    },
  ];
}

/** From the moment shown to today; from today's page, what the last edition made different. */
function compareLink({ words, addresses, today }: Reader, moment: Moment): Link {
  const { asked, day, edition } = moment;
  const from = asked === 'day' ? day : asked === 'edition' ? edition : Math.max(1, edition - 1);
  return { text: words.t('register.compare-from'), href: addresses.compare({ from, to: today }) };
}

/** The feed of everything, and one of each scope there is today. */
export function feedLinks(reader: Reader): Link[] {
  const { words, addresses, context, today } = reader;
  const scopes = [...snapshotOn(context.ledger.current(), today).scopes];
  const all: Link = {
    text: words.t('register.subscribe-feed'),
    href: addresses.feed(),
    hint: words.t('file.feed.hint'),
  };
  if (scopes.length < 2) return [all];
  return [
    all,
    ...scopes
      .map(([id, scope]) => ({ name: scopeName(reader, scope, id).text, id }))
      .sort((a, b) => words.compare(a.name, b.name))
      .map(({ name, id }) => ({
        text: words.t('register.subscribe-scope', { name }),
        href: addresses.feed({ scope: id }),
      })),
  ];
}

/** The files a reader can take away, of the same moment as the page. */
export function fileLinks({ words, addresses }: Reader, moment: Query): Link[] {
  return [
    { text: words.t('file.json'), href: addresses.json(moment), hint: words.t('file.json.hint') },
    { text: words.t('file.csv'), href: addresses.csv(moment), hint: words.t('file.csv.hint') },
    { text: words.t('file.ledger'), href: addresses.ledger(), hint: words.t('file.ledger.hint') },
  ];
}

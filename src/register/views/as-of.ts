import { editionAnnouncedBy } from '../../domain/ledger.ts';
import type { Query } from '../../language/addresses.ts';
import { hasBegun, type Moment } from '../moment.ts';
import type { Reader } from '../reader.ts';
import type { Link } from './link.ts';

/** The bar that says which moment a page shows, where it is not simply today. */
export interface AsOf {
  readonly text: string;
  readonly links: readonly Link[];
}

/**
 * What a page of another moment says of itself, and where its reader can go on.
 *
 * @param addressOf the address of the same page with another moment
 */
export function asOf(reader: Reader, moment: Moment, addressOf: (query: Query) => string): AsOf | undefined {
  if (moment.asked === 'today') return undefined;
  const { words, today } = reader;
  const back: Link = { text: words.t('register.on.back'), href: addressOf({}) };
  const day = words.day(moment.day);
  if (moment.asked === 'edition')
    return {
      text: words.t('register.on.edition', { edition: moment.edition, day }),
      links: [...editionLinks(reader, moment, addressOf), back],
    };
  if (moment.day > today) return { text: words.t('register.on.future', { day }), links: [back] };
  if (moment.day === today) return { text: words.t('register.on.today', { day }), links: [back] };
  return {
    text: words.t('register.on.past', { day }),
    links: [...saidThen(reader, moment, addressOf), back],
  };
}

function editionLinks(
  { words, addresses }: Reader,
  { day, edition }: Moment,
  addressOf: (query: Query) => string,
): Link[] {
  return [
    { text: words.t('register.on.notice', { edition }), href: addresses.notice(edition) },
    { text: words.t('register.on.as-known', { day: words.day(day) }), href: addressOf({ on: day }) },
  ];
}

/** What was in effect then, as known today, and what the list said then may differ: late disclosures, corrections. */
function saidThen({ words }: Reader, moment: Moment, addressOf: (query: Query) => string): Link[] {
  const edition = editionAnnouncedBy(moment.known, moment.day);
  if (edition === 0 || !hasBegun(moment)) return [];
  const text = words.t('register.on.said', { day: words.day(moment.day), edition });
  return [{ text, href: addressOf({ on: moment.day, edition }) }];
}

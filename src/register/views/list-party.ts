import { addDays } from '../../domain/days.ts';
import type { Category, Role } from '../../domain/subjects/processing.ts';
import type { ThirdParty } from '../../domain/subjects/third-party.ts';
import type { Moment } from '../moment.ts';
import type { Reader } from '../reader.ts';
import { upcomingIn } from '../upcoming.ts';
import type { ProcessingInTime } from '../use-in-time.ts';
import type { Label } from './labels.ts';
import { listRow, type ListRow } from './list-row.ts';
import type { Listing } from './listing.ts';
import { momentQuery } from './moment-query.ts';
import { partyMark, type PartyMark } from './party-mark.ts';
import { nameOf } from './party-name.ts';
import type { Phrase } from './phrase.ts';
import type { Tag } from './tag.ts';

/** One third party in one scope of the list. */
export interface ListParty {
  /** Of its place on the page: `application--amazon-s3`. */
  readonly id: string;
  readonly mark: PartyMark;
  readonly href: string;
  readonly name: Phrase;
  /** What the link to its place is called; none where the list is shown in passing. */
  readonly link: string | undefined;
  /** The legal entity; its country, and its role where that is the same in all rows. */
  readonly about: readonly string[];
  readonly tags: readonly Tag[];
  readonly rows: readonly ListRow[];
}

/** What all third parties of a list have in common. */
export interface PartyContext {
  readonly moment: Moment;
  readonly scope: string;
  readonly listing: Listing | undefined;
  readonly labels: (categories: readonly Category[]) => readonly Label[];
}

/** @param rows its processings in the scope, in their order */
export function listParty(
  reader: Reader,
  context: PartyContext,
  rows: readonly ProcessingInTime[],
): ListParty {
  const { words, addresses } = reader;
  const { moment, scope, listing, labels } = context;
  const marked = listing?.marked;
  const [first] = rows;
  if (!first) throw new RangeError('A third party is listed by its processings.');
  const { thirdPartyId: id, thirdParty } = first;
  const name = nameOf(reader, thirdParty, id);
  const roles = new Set(rows.map(({ processing }) => processing.role));
  return {
    id: placeId(scope, id),
    mark: partyMark(id, name.text),
    href: addresses.thirdParty(id, momentQuery(moment)),
    name,
    link: listing && words.t('register.row-link', { name: name.text }),
    about: aboutOf(reader, thirdParty, roles.size === 1 ? first.processing.role : undefined),
    tags: [...(marked?.ids.has(id) ? [marked.tag] : []), ...upcomingTags(reader, moment, scope, first)],
    rows: rows.map((row) => listRow(reader, row, { day: moment.day, showRole: roles.size > 1, labels })),
  };
}

/** Ids have single hyphens only, so that two of them between two ids belong to neither. */
function placeId(scope: string, thirdParty: string): string {
  return `${scope}--${thirdParty}`;
}

/** `Amazon.com Inc.`, `United States · Subprocessor`. */
function aboutOf({ words }: Reader, { kind, entity }: ThirdParty, role: Role | undefined): string[] {
  const unnamed = kind === 'service' ? words.t('gap.entity-named') : words.t(`kind.${kind}`);
  const country = entity?.country === undefined ? [] : [words.country(entity.country)];
  const more = [...country, ...(role === undefined ? [] : [words.role(role)])];
  return [entity?.name ?? unnamed, ...(more.length > 0 ? [more.join(' · ')] : [])];
}

/** Of a day that has passed one knows what came later; it is told by the history, not as something to come. */
function upcomingTags(reader: Reader, moment: Moment, scope: string, row: ProcessingInTime): Tag[] {
  const { words, addresses, today } = reader;
  if (row.state !== 'current' || (moment.asked === 'day' && moment.day < today)) return [];
  const next = upcomingIn(moment.known, moment.day, { id: row.thirdPartyId, state: row.thirdParty, scope });
  if (!next) return [];
  const text = next.ends
    ? words.t('register.removed-from', { day: words.dayShort(addDays(next.day, -1)) })
    : words.t('register.changes-on', { day: words.dayShort(next.day) });
  return [{ text, tone: 'soon', href: addresses.notice(next.edition) }];
}

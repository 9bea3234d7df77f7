import { addDays } from '../../domain/days.ts';
import type { Role } from '../../domain/subjects/processing.ts';
import type { ThirdParty } from '../../domain/subjects/third-party.ts';
import type { Moment } from '../moment.ts';
import type { Reader } from '../reader.ts';
import { upcomingIn } from '../upcoming.ts';
import type { ProcessingInTime } from '../use-in-time.ts';
import { listRow, type ListRow } from './list-row.ts';
import { momentQuery } from './moment-query.ts';
import { phraseOf, type Phrase } from './phrase.ts';
import type { Tag } from './tag.ts';

/** One third party in one scope of the list. */
export interface ListParty {
  readonly id: string;
  readonly href: string;
  readonly name: Phrase;
  /** The legal entity; its country, and its role where that is the same in all rows. */
  readonly about: readonly string[];
  readonly tags: readonly Tag[];
  readonly rows: readonly ListRow[];
}

/** Third parties that stand out in the list, and the tag that says why. */
export interface Marked {
  readonly ids: ReadonlySet<string>;
  readonly tag: Tag;
}

const STATES = ['current', 'planned', 'ended'];

export function listParty(
  reader: Reader,
  moment: Moment,
  scope: string,
  processings: readonly ProcessingInTime[],
  marked?: Marked,
): ListParty {
  const { words, addresses } = reader;
  const rows = [...processings].sort(
    (a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state) || words.compare(a.id, b.id),
  );
  const [first] = rows;
  if (!first) throw new RangeError('A third party is listed by its processings.');
  const { thirdPartyId: id, thirdParty } = first;
  const roles = new Set(rows.map(({ processing }) => processing.role));
  return {
    id,
    href: addresses.thirdParty(id, momentQuery(moment)),
    name: nameOf(reader, thirdParty, id),
    about: aboutOf(reader, thirdParty, roles.size === 1 ? first.processing.role : undefined),
    tags: [...(marked?.ids.has(id) ? [marked.tag] : []), ...upcomingTags(reader, moment, scope, first)],
    rows: rows.map((row) => listRow(reader, row, roles.size > 1)),
  };
}

export function nameOf({ words }: Reader, thirdParty: ThirdParty | undefined, id: string): Phrase {
  const text = words.text(thirdParty?.name, { paths: thirdParty?.outdated, path: 'name' });
  return phraseOf(words, text) ?? { text: id };
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

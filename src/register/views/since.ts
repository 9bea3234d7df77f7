import { noticeOf, upTo } from '../../domain/ledger.ts';
import { isInUse } from '../../domain/register.ts';
import { readingOf } from '../../domain/reading.ts';
import { changedSince } from '../../domain/changed-since.ts';
import { headingFor } from '../heading.ts';
import { readerAt, type Moment } from '../moment.ts';
import type { Reader } from '../reader.ts';
import { snapshotOn } from '../snapshot.ts';
import type { Link } from './link.ts';
import type { Marked } from './listing.ts';
import { nameOf } from './party-name.ts';
import { changeEntry, type ChangeEntry } from './change-entry.ts';
import { momentQuery } from './moment-query.ts';

/** Third parties of which the same happened since an edition. */
export interface ChangedGroup {
  readonly title: string;
  readonly parties: readonly Link[];
}

/** What changed since an edition that the reader knows. */
export interface Since {
  readonly title: string;
  readonly intro: string;
  /** In effect on the day shown, compared with what that edition left. */
  readonly groups: readonly ChangedGroup[];
  readonly entries: readonly ChangeEntry[];
  /** Where the rest of the notices are, when there are more than one wants to see here. */
  readonly more: Link | undefined;
  /** The third parties that changed, as they are marked in the list. */
  readonly marked: Marked;
}

// A reader who was away for years is sent to the list of all changes.
const SHOWN = 20;

export function sinceOf(reader: Reader, moment: Moment, edition: number): Since {
  const { words, addresses } = reader;
  const { known } = moment;
  const announcedOn = noticeOf(known, edition)?.announcedOn ?? moment.day;
  const at = readerAt(reader, moment);
  const later = known.notices.slice(edition).reverse();
  const groups = changedParties(reader, moment, edition);
  return {
    title: words.t('register.since.title', { edition }),
    intro: words.t(later.length + groups.all.size === 0 ? 'register.since.none' : 'register.since.intro', {
      edition,
      day: words.day(announcedOn),
    }),
    groups: groups.shown,
    entries: later.slice(0, SHOWN).map((notice) => changeEntry(reader, headingFor(at, known, notice))),
    more:
      later.length > SHOWN ? { text: words.t('register.all-changes'), href: addresses.changes() } : undefined,
    marked: { ids: groups.all, tag: { text: words.t('register.since.tag', { edition }), tone: 'strong' } },
  };
}

function changedParties(
  reader: Reader,
  moment: Moment,
  edition: number,
): { readonly shown: ChangedGroup[]; readonly all: ReadonlySet<string> } {
  const { words, addresses, today } = reader;
  const { known, day } = moment;
  const announcedOn = noticeOf(known, edition)?.announcedOn ?? day;
  const before = snapshotOn(upTo(known, edition), announcedOn).thirdParties;
  const after = snapshotOn(known, day).thirdParties;
  const ids = changedSince(readingOf(known, today, { on: day }), edition).flatMap(({ subject, fields }) =>
    subject.kind === 'third-party' && fields.length > 0 ? [subject.id] : [],
  );
  const how = (id: string): 'added' | 'removed' | 'changed' => {
    if (!isInUse(before.get(id))) return 'added';
    return isInUse(after.get(id)) ? 'changed' : 'removed';
  };
  const used = ids.filter((id) => isInUse(before.get(id)) || isInUse(after.get(id)));
  const shown = (['added', 'changed', 'removed'] as const).map((name) => ({
    title: words.t(`register.since.${name}`),
    parties: used
      .filter((id) => how(id) === name)
      .map((id) => {
        const { text, lang } = nameOf(reader, after.get(id) ?? before.get(id), id);
        const href = addresses.thirdParty(id, momentQuery(moment));
        return lang === undefined ? { text, href } : { text, href, lang };
      })
      .sort((a, b) => words.compare(a.text, b.text)),
  }));
  return { shown: shown.filter(({ parties }) => parties.length > 0), all: new Set(used) };
}

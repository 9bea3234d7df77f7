import { isSetChange } from '../../domain/field-change.ts';
import type { Ledger, PublishedNotice } from '../../domain/ledger.ts';
import type { Change } from '../../domain/notice.ts';
import { changeInWords } from '../../language/change-in-words.ts';
import type { ChangeInWords, FactsInWords } from '../../language/notice-in-words.ts';
import { toldChanges, type ToldChange } from '../../language/notice-title.ts';
import { tellingOf, type Telling } from '../../language/telling.ts';
import { headingFor } from '../heading.ts';
import { noticesAbout } from '../notice-index.ts';
import type { Reader } from '../reader.ts';
import { changeEntry, type ChangeEntry } from './change-entry.ts';
import { diffGroups, factGroups, isNew, type DiffGroup, type FactGroup } from './diff.ts';

/** A notice in the history of one third party, with what it changed there. */
export interface HistoryEntry extends ChangeEntry {
  readonly groups: readonly DiffGroup[];
  /** What began or ended, told in full. */
  readonly told: { readonly facts: readonly FactGroup[]; readonly groups: readonly DiffGroup[] };
}

/** Everything that was ever told of a third party, newest first, planned changes included. */
export function historyOf(reader: Reader, ledger: Ledger, id: string): HistoryEntry[] {
  const notices = noticesAbout(ledger, { kind: 'third-party', id });
  return notices.toReversed().map((notice) => historyEntry(reader, ledger, notice, id));
}

function historyEntry(reader: Reader, ledger: Ledger, notice: PublishedNotice, id: string): HistoryEntry {
  const { words } = reader;
  const own = changesOf(reader, ledger, notice, id);
  return {
    ...changeEntry(reader, headingFor(reader, ledger, notice)),
    groups: own.flatMap(({ groups, first }) => (first ? [] : groups)),
    told: {
      facts: own.flatMap(({ facts }) => factGroups(words, facts)),
      groups: own.flatMap(({ groups, first }) => (first ? groups : [])),
    },
  };
}

interface Told {
  /** It tells of the third party for the first time: all of it is new. */
  readonly first: boolean;
  readonly groups: readonly DiffGroup[];
  readonly facts: readonly FactsInWords[];
}

function changesOf({ words }: Reader, ledger: Ledger, { edition }: PublishedNotice, id: string): Told[] {
  const telling = tellingOf(words, ledger, edition);
  if (!telling) return [];
  const about = withOnly(telling, id);
  return toldChanges(about)
    .filter((told) => isAbout(told, id) || told.replaced.some((one) => isAbout(one, id)))
    .map((told): ChangeInWords => changeInWords(about, told))
    .map((change) =>
      change.subject.id === id
        ? { first: isNew(change), groups: diffGroups(words, change), facts: change.facts }
        : { first: false, groups: [], facts: change.replaces.find((one) => one.id === id)?.facts ?? [] },
    );
}

/** The notice with only the changes of this third party and of what takes its place: a first edition has a thousand. */
function withOnly(telling: Telling, id: string): Telling {
  const { notice } = telling;
  const positions = notice.changes.flatMap((change, position) =>
    isAbout({ change }, id) || takesPlaceOf(change, id) ? [position] : [],
  );
  const changes = positions.flatMap((position) => notice.changes[position] ?? []);
  return {
    ...telling,
    notice: { ...notice, changes },
    around: (position) => telling.around(positions[position] ?? -1),
  };
}

function takesPlaceOf({ fields }: Change, id: string): boolean {
  return fields.some((field) => field.field === 'replaces' && isSetChange(field) && field.added.includes(id));
}

function isAbout({ change: { subject } }: Pick<ToldChange, 'change'>, id: string): boolean {
  return subject.kind === 'third-party' && subject.id === id;
}

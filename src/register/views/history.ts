import type { Ledger, PublishedNotice } from '../../domain/ledger.ts';
import { replacedBy } from '../../domain/notice-kind.ts';
import type { Change } from '../../domain/notice.ts';
import { changeInWords } from '../../language/change-in-words.ts';
import type { ChangeInWords, FactsInWords } from '../../language/notice-in-words.ts';
import { toldChanges, type ToldChange } from '../../language/notice-title.ts';
import { tellingOf, type Telling } from '../../language/telling.ts';
import { headingFor } from '../heading.ts';
import { noticesAbout } from '../notice-index.ts';
import type { Reader } from '../reader.ts';
import { changeEntry, type ChangeEntry } from './change-entry.ts';
import { diffGroups, isNew, type DiffGroup } from './diff.ts';
import { factGroups, type FactGroup } from './fact-groups.ts';
import { historyDays, isPlanned, type HistoryDay } from './history-days.ts';
import type { IconName } from './icon.ts';

/** What a notice is to a third party: it comes, it goes, it changes; or it is still to do so. */
export type HistoryIcon = Extract<IconName, 'add' | 'change' | 'remove' | 'clock'>;

/** A notice in the history of one third party, with what it changed there. */
export interface HistoryEntry extends ChangeEntry {
  readonly icon: HistoryIcon;
  /** It was withdrawn: none of it came to be. */
  readonly isOver: boolean;
  readonly days: readonly HistoryDay[];
  /** What it does to earlier notices, or that it is the first of all. */
  readonly note: string | undefined;
  readonly groups: readonly DiffGroup[];
  /** What began or ended, told in full. */
  readonly told: { readonly facts: readonly FactGroup[]; readonly groups: readonly DiffGroup[] };
}

/** Everything that was ever told of a third party: what is still to come, then the rest, newest first. */
export function historyOf(reader: Reader, ledger: Ledger, id: string): HistoryEntry[] {
  const notices = noticesAbout(ledger, { kind: 'third-party', id });
  return notices
    .toReversed()
    .map((notice) => historyEntry(reader, ledger, notice, id))
    .sort((a, b) => Number(b.icon === 'clock') - Number(a.icon === 'clock'));
}

function historyEntry(reader: Reader, ledger: Ledger, notice: PublishedNotice, id: string): HistoryEntry {
  const { words } = reader;
  const own = changesOf(reader, ledger, notice, id);
  const heading = headingFor(reader, ledger, notice);
  return {
    ...changeEntry(reader, heading),
    icon: isPlanned(heading) ? 'clock' : iconOf(own),
    isOver: heading.standing?.state.id === 'withdrawn',
    days: historyDays(words, heading),
    note: heading.revises?.sentence ?? (notice.edition === 1 ? heading.summary : undefined),
    groups: own.flatMap(({ groups, first }) => (first ? [] : groups)),
    told: {
      facts: own.flatMap(({ facts }) => factGroups(words, facts)),
      groups: own.flatMap(({ groups, first }) => (first ? groups : [])),
    },
  };
}

const COMES: readonly ChangeInWords['kind'][] = ['added-again', 'added-scope'];
const GOES: readonly ChangeInWords['kind'][] = ['removed', 'removed-scope'];

function iconOf(own: readonly Told[]): HistoryIcon {
  if (own.some(({ first, kind }) => first || COMES.includes(kind))) return 'add';
  return own.some(({ kind }) => GOES.includes(kind)) ? 'remove' : 'change';
}

interface Told {
  /** What the change is to this third party: one that another takes the place of is removed. */
  readonly kind: ChangeInWords['kind'];
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
        ? { kind: change.kind, first: isNew(change), groups: diffGroups(words, change), facts: change.facts }
        : {
            kind: 'removed',
            first: false,
            groups: [],
            facts: change.replaces.find((one) => one.id === id)?.facts ?? [],
          },
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
  return replacedBy({ fields }).includes(id);
}

function isAbout({ change: { subject } }: Pick<ToldChange, 'change'>, id: string): boolean {
  return subject.kind === 'third-party' && subject.id === id;
}

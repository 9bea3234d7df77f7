import type { Ledger, PublishedNotice } from '../../domain/ledger.ts';
import { changeInWords } from '../../language/change-in-words.ts';
import { noticeHeading, type ChangeInWords, type FactsInWords } from '../../language/notice-in-words.ts';
import { toldChanges, type ToldChange } from '../../language/notice-title.ts';
import { tellingOf } from '../../language/telling.ts';
import { noticesAbout } from '../notice-index.ts';
import type { Reader } from '../reader.ts';
import { changeEntry, type ChangeEntry } from './change-entry.ts';
import { diffGroups, factGroups, type DiffGroup, type FactGroup } from './diff.ts';

/** A notice in the history of one third party, with what it changed there. */
export interface HistoryEntry extends ChangeEntry {
  readonly groups: readonly DiffGroup[];
  /** What began or ended, told in full. */
  readonly facts: readonly FactGroup[];
}

/** Everything that was ever told of a third party, newest first, planned changes included. */
export function historyOf(reader: Reader, ledger: Ledger, id: string): HistoryEntry[] {
  const notices = noticesAbout(ledger, { kind: 'third-party', id });
  return notices.toReversed().map((notice) => historyEntry(reader, ledger, notice, id));
}

function historyEntry(reader: Reader, ledger: Ledger, notice: PublishedNotice, id: string): HistoryEntry {
  const { words, today } = reader;
  const own = changesOf(reader, ledger, notice, id);
  return {
    ...changeEntry(reader, noticeHeading(words, ledger, notice, today)),
    groups: own.flatMap(({ groups }) => groups),
    facts: own.flatMap(({ facts }) => factGroups(words, facts)),
  };
}

/** Only what the notice says of this third party: a first edition tells of a thousand. */
function changesOf(
  { words }: Reader,
  ledger: Ledger,
  { edition }: PublishedNotice,
  id: string,
): { readonly groups: DiffGroup[]; readonly facts: readonly FactsInWords[] }[] {
  const telling = tellingOf(words, ledger, edition);
  if (!telling) return [];
  return toldChanges(telling)
    .filter((told) => isAbout(told, id) || told.replaced.some(({ change }) => isAbout({ change }, id)))
    .map((told): ChangeInWords => changeInWords(telling, told))
    .map((change) =>
      change.subject.id === id
        ? { groups: diffGroups(words, change), facts: change.facts }
        : { groups: [], facts: change.replaces.find((one) => one.id === id)?.facts ?? [] },
    );
}

function isAbout({ change: { subject } }: Pick<ToldChange, 'change'>, id: string): boolean {
  return subject.kind === 'third-party' && subject.id === id;
}

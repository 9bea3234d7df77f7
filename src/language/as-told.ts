import { apply } from '../domain/apply.ts';
import type { Day } from '../domain/days.ts';
import { noticeOf, type Ledger } from '../domain/ledger.ts';
import { subjectKey, type Subject, type SubjectState } from '../domain/subjects/subject.ts';
import { inOrder, timelineOf, type LiveChange } from '../domain/timeline.ts';

/** A subject just before and just after one change. Undefined: it does not exist then. */
export interface ToldStates {
  readonly before: SubjectState | undefined;
  readonly after: SubjectState | undefined;
}

/**
 * What a notice's own readers knew: states of subjects by the notices up to an edition, whatever came later. A feed item
 * and an old edition must read the same for ever. Costs the length of the subject's own history only.
 */
export interface AsTold {
  /** The subject around the change at a position of the edition's notice. */
  readonly around: (subject: Subject, position: number) => ToldStates;
  /** The subject on a day; when it does not exist then, as it last was, or else as it first will be. */
  readonly nearest: (subject: Subject, day: Day) => SubjectState | undefined;
}

export function asTold(ledger: Ledger, edition: number): AsTold {
  return {
    around: (subject, position) => {
      const found = stepsOf(ledger, edition, subject).find((step) => isAt(step.change, edition, position));
      return found ?? { before: undefined, after: undefined };
    },
    nearest: (subject, day) => {
      const steps = stepsOf(ledger, edition, subject);
      const past = steps.filter(({ change }) => change.baseline || change.effectiveOn <= day);
      return (past.findLast(({ after }) => after) ?? steps.find(({ after }) => after))?.after;
    },
  };
}

/** A change of a subject with the states around it. */
interface Step extends ToldStates {
  readonly change: LiveChange;
}

function isAt(change: LiveChange, edition: number, position: number): boolean {
  return change.edition === edition && change.position === position;
}

/** A change of a subject, by the edition that made it and its position there. */
interface Place {
  readonly edition: number;
  readonly position: number;
}

interface History {
  readonly places: readonly Place[];
  /** The whole history, where every shorter one is its beginning. */
  readonly steps: readonly Step[] | undefined;
}

function stepsOf(ledger: Ledger, edition: number, subject: Subject): readonly Step[] {
  const { places, steps } = historyOf(ledger, subject);
  if (steps) return steps.filter(({ change }) => change.edition <= edition);
  return stepsIn(revisedChanges(ledger, places, subject, edition));
}

const histories = new WeakMap<Ledger, Map<string, History>>();

function historyOf(ledger: Ledger, subject: Subject): History {
  let known = histories.get(ledger);
  if (!known) histories.set(ledger, (known = new Map<string, History>()));
  const key = subjectKey(subject);
  let history = known.get(key);
  if (!history) known.set(key, (history = readHistory(ledger, key)));
  return history;
}

/**
 * Where nothing was revised and changes take effect in the order of their editions, the states at an earlier edition are
 * the first of those today, and one pass serves them all.
 */
function readHistory(ledger: Ledger, key: string): History {
  const { bySubject, revisionsOf } = indexOf(ledger);
  const places = bySubject.get(key) ?? [];
  if (places.some(({ edition }) => revisionsOf.has(edition))) return { places, steps: undefined };
  const changes = places.flatMap((place) => changeAt(ledger, place)).sort(inOrder);
  const straight = changes.every(({ edition }, index) => edition >= (changes[index - 1]?.edition ?? 0));
  return { places, steps: straight ? stepsIn(changes) : undefined };
}

function changeAt(ledger: Ledger, { edition, position }: Place): LiveChange[] {
  const notice = noticeOf(ledger, edition);
  const change = notice?.changes[position];
  if (!notice || !change) return [];
  const { subject, fields } = change;
  return [{ edition, position, effectiveOn: notice.effectiveOn, baseline: edition === 1, subject, fields }];
}

/** The subject's live changes as they stood at the edition, with what revisions had made of them by then. */
function revisedChanges(
  ledger: Ledger,
  places: readonly Place[],
  subject: Subject,
  last: number,
): readonly LiveChange[] {
  const { revisionsOf } = indexOf(ledger);
  const editions = places.flatMap(({ edition }) => [edition, ...(revisionsOf.get(edition) ?? [])]);
  const notices = [...new Set(editions)]
    .filter((edition) => edition <= last)
    .sort((a, b) => a - b)
    .map((edition) => noticeOf(ledger, edition))
    .filter((notice) => notice !== undefined);
  return timelineOf(notices, subject).changes;
}

function stepsIn(changes: readonly LiveChange[]): Step[] {
  let state: SubjectState | undefined;
  return changes.map((change) => {
    const before = state;
    state = apply(change.subject.kind, state, change.fields);
    return { change, before, after: state };
  });
}

interface Index {
  readonly bySubject: ReadonlyMap<string, readonly Place[]>;
  /** Editions that revise an edition. */
  readonly revisionsOf: ReadonlyMap<number, readonly number[]>;
}

const indexes = new WeakMap<Ledger, Index>();

function indexOf(ledger: Ledger): Index {
  let index = indexes.get(ledger);
  if (!index) indexes.set(ledger, (index = makeIndex(ledger)));
  return index;
}

function makeIndex(ledger: Ledger): Index {
  const bySubject = new Map<string, Place[]>();
  const revisionsOf = new Map<number, number[]>();
  for (const { edition, changes, revises } of ledger.notices) {
    for (const [position, { subject }] of changes.entries())
      put(bySubject, subjectKey(subject), { edition, position });
    if (revises && revises.action !== 'redact') put(revisionsOf, revises.edition, edition);
  }
  return { bySubject, revisionsOf };
}

function put<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

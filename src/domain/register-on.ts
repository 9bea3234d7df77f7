import { apply } from './apply.ts';
import type { Day } from './days.ts';
import { lastEdition, timeline, upTo, type Ledger } from './ledger.ts';
import type { SubjectChange } from './classify.ts';
import { EMPTY_REGISTER, type Register } from './register.ts';
import type { Organisation } from './subjects/organisation.ts';
import type { Scope } from './subjects/scope.ts';
import { subjectKey, type Subject, type SubjectState } from './subjects/subject.ts';
import type { ThirdParty } from './subjects/third-party.ts';
import type { LiveChange, Timeline } from './timeline.ts';

/** Collects the states of subjects while changes are applied one after the other. */
class Fold {
  organisation: Organisation | undefined;
  readonly scopes: Map<string, Scope>;
  readonly thirdParties: Map<string, ThirdParty>;

  constructor(from: Register = EMPTY_REGISTER) {
    this.organisation = from.organisation;
    this.scopes = new Map(from.scopes);
    this.thirdParties = new Map(from.thirdParties);
  }

  take({ subject, fields }: SubjectChange): void {
    if (subject.kind === 'organisation') this.organisation = apply('organisation', this.organisation, fields);
    else if (subject.kind === 'scope')
      put(this.scopes, subject.id, apply('scope', this.scopes.get(subject.id), fields));
    else put(this.thirdParties, subject.id, apply('third-party', this.thirdParties.get(subject.id), fields));
  }
}

function put<State>(states: Map<string, State>, id: string, state: State | undefined): void {
  if (state === undefined) states.delete(id);
  else states.set(id, state);
}

/**
 * What was, is or will be in effect on the day, as known today; with an edition, as known when that edition was the
 * last. A pure function of the ledger and the day.
 *
 * On the baseline's own day and after, the baseline holds; before it, nothing does.
 */
export function registerOn(ledger: Ledger, day: Day, edition = lastEdition(ledger)): Register {
  const fold = new Fold();
  for (const change of changesBy(timeline(upTo(ledger, edition)).changes, day)) fold.take(change);
  return fold;
}

function* changesBy(changes: readonly LiveChange[], day: Day): Generator<LiveChange> {
  for (const change of changes) {
    // The baseline comes first; before its day the register had not begun, whatever was told of that time later.
    if (change.effectiveOn > day) return;
    yield change;
  }
}

/**
 * What will be in effect on the eve of the day, the baseline included whatever its day: what a notice for that day finds.
 */
export function registerAtEve(ledger: Ledger, day: Day): Register {
  return registerBy(timeline(ledger), (effectiveOn) => effectiveOn < day);
}

/** Everything announced so far, as it will be once all of it is in effect. */
export function registerAnnounced(ledger: Ledger): Register {
  return registerBy(timeline(ledger), () => true);
}

/**
 * What the baseline makes together with the changes of the days that are asked for.
 *
 * @param subjects keys (`subjectKey`) of the only subjects to look at; without them, all
 */
export function registerBy(
  line: Timeline,
  asked: (effectiveOn: Day) => boolean,
  subjects?: Iterable<string>,
): Register {
  const changes = subjects ? [...subjects].flatMap((key) => line.bySubject.get(key) ?? []) : line.changes;
  const fold = new Fold();
  for (const change of changes) if (change.baseline || asked(change.effectiveOn)) fold.take(change);
  return fold;
}

/** The register with changes applied to it; the given one stays as it is. */
export function withChanges(register: Register, changes: readonly SubjectChange[]): Register {
  const fold = new Fold(register);
  for (const change of changes) fold.take(change);
  return fold;
}

/** The state of one subject on the day; costs the length of its own history only. */
export function subjectOn(line: Timeline, subject: Subject, day: Day): SubjectState | undefined {
  let state: SubjectState | undefined;
  const began = line.changes[0]?.effectiveOn;
  if (began === undefined || day < began) return undefined;
  for (const change of line.bySubject.get(subjectKey(subject)) ?? []) {
    if (change.effectiveOn > day) break;
    state = apply(subject.kind, state, change.fields);
  }
  return state;
}

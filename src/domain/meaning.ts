import { classify, type SubjectChange } from './classify.ts';
import type { Day } from './days.ts';
import { timeline, type Ledger } from './ledger.ts';
import type { Change } from './notice.ts';
import { withOutdated } from './outdated.ts';
import { stateOf, type Register } from './register.ts';
import { registerBy, withChanges } from './register-on.ts';
import { continuedIn } from './restructurings.ts';
import { subjectKey } from './subjects/subject.ts';
import type { Timeline } from './timeline.ts';

/** What drafted changes meet, make and mean on a day. */
export interface Meaning {
  readonly changes: readonly Change[];
  /** On the eve of the day: only the subjects that the changes concern, and all scopes. */
  readonly before: Register;
  /** The same with the changes, and with what other notices do to scopes on the day itself: they decide what binds. */
  readonly after: Register;
}

export function meaningOn(ledger: Ledger, drafted: readonly SubjectChange[], day: Day): Meaning {
  const line = timeline(ledger);
  const before = registerBy(line, (effectiveOn) => effectiveOn < day, concerned(line, drafted));
  const { scopes } = registerBy(line, (effectiveOn) => effectiveOn <= day, scopesOf(line));
  const changes = drafted.map((change) => withOutdated(change, stateOf(before, change.subject)));
  const after = withChanges({ ...before, scopes }, changes);
  const effects = classify(changes, before, after);
  return {
    before,
    after,
    changes: changes.map(({ subject, fields }, index) => ({
      subject,
      fields: [...fields],
      effects: effects[index] ?? [],
    })),
  };
}

/** The keys of all subjects on which the meaning of changes rests. */
export function concerned(line: Timeline, changes: readonly SubjectChange[]): Set<string> {
  const continued = continuedIn(changes).map((id) => `third-party/${id}`);
  return new Set([...scopesOf(line), ...continued, ...changes.map(({ subject }) => subjectKey(subject))]);
}

function scopesOf(line: Timeline): string[] {
  return [...line.bySubject.keys()].filter((key) => key.startsWith('scope/'));
}

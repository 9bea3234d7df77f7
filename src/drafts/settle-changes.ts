import { organisationIn } from '../domain/admit-changes.ts';
import { apply } from '../domain/apply.ts';
import { problemsOfChanges } from '../domain/check-changes.ts';
import { dayOf, type Day } from '../domain/days.ts';
import type { SubjectChange } from '../domain/classify.ts';
import { firstLawfulDay, lastSetter, rebaseOnto } from '../domain/plan-day.ts';
import { withOutdated } from '../domain/outdated.ts';
import type { Problem } from '../domain/problem.ts';
import { oursOver, type Rebased } from '../domain/rebase.ts';
import { stateOf } from '../domain/register.ts';
import { registerBy } from '../domain/register-on.ts';
import { timeline } from '../domain/ledger.ts';
import { subjectKey, type Subject, type SubjectState } from '../domain/subjects/subject.ts';
import type { ChangesContent } from './draft-content.ts';
import { announcementIn, type Situation } from './situation.ts';

/** Drafted changes on their day. */
export interface Settled {
  readonly announcedOn: Day;
  readonly effectiveOn: Day;
  readonly firstLawfulDay: Day;
  /** Of the fields that are sound as such. */
  readonly rebased: Rebased;
  /** What is wrong with the changes as such, whatever the register says. */
  readonly faults: readonly Problem[];
}

/** Finds the day of drafted changes and puts them onto what the register will say on its eve. */
export function settleChanges(situation: Situation, content: ChangesContent): Settled {
  const faults = problemsOfChanges(content.changes);
  const changes = soundOf(content.changes, faults);
  const { ledger, now } = situation;
  const first = organisationIn({ changes });
  const announced = announcementIn(situation, 'problems' in first ? undefined : first);
  const announcedOn = announced?.announcement.announcedOn ?? dayOf(now, 'UTC');
  const lawful = announced
    ? firstLawfulDay(ledger, changes, announced.announcement, announced.organisation)
    : { day: announcedOn, rebased: rebaseOnto(ledger, changes, announcedOn) };
  const effectiveOn = content.effectiveOn ?? lawful.day;
  const rebased = effectiveOn === lawful.day ? lawful.rebased : rebaseOnto(ledger, changes, effectiveOn);
  return {
    announcedOn,
    effectiveOn,
    firstLawfulDay: lawful.day,
    rebased: withEditions(situation, rebased, effectiveOn),
    faults,
  };
}

/** The changes without the fields that no register could take. */
function soundOf(changes: ChangesContent['changes'], faults: readonly Problem[]): SubjectChange[] {
  const places = new Set(faults.map(({ at }) => at));
  // A fault within a value names the field first, and then the way into it.
  const within = new Set(faults.flatMap(({ at = '' }) => beginningsOf(at.split('/'))));
  const isFaulty = (place: string): boolean => within.has(place);
  return changes
    .filter(({ subject }) => !places.has(subjectKey(subject)))
    .map(({ subject, fields }) => ({
      subject,
      fields: fields.filter(({ field }) => !isFaulty(`${subjectKey(subject)}/${field}`)),
    }));
}

function beginningsOf(steps: readonly string[]): string[] {
  return steps.map((_, index) => steps.slice(0, index + 1).join('/'));
}

/** Conflicts with the notice that is in the way of each. */
function withEditions({ ledger }: Situation, rebased: Rebased, day: Day): Rebased {
  const conflicts = rebased.conflicts.map((conflict) => {
    const edition = lastSetter(ledger, conflict.subject, conflict.field, day);
    return edition === undefined ? conflict : { ...conflict, edition };
  });
  return { ...rebased, conflicts };
}

/** A subject on the eve of a draft's day, and as the draft would have it. */
export interface States {
  readonly before: SubjectState | undefined;
  readonly after: SubjectState | undefined;
}

/**
 * With the marks of translations that come to lag behind. What is in conflict reads as the draft has it, unless what it belongs to is gone: whoever goes on drafting sees their
 * own words.
 */
export function statesOf(situation: Situation, { rebased, effectiveOn }: Settled, subject: Subject): States {
  const key = subjectKey(subject);
  const line = timeline(situation.ledger);
  const before = stateOf(
    registerBy(line, (day) => day < effectiveOn, [key]),
    subject,
  );
  const own = rebased.changes.find((change) => subjectKey(change.subject) === key)?.fields ?? [];
  const disputed = rebased.conflicts
    .filter((conflict) => subjectKey(conflict.subject) === key && !conflict.gone)
    .map(oursOver);
  const { fields } = withOutdated({ subject, fields: [...own, ...disputed] }, before);
  return { before, after: apply(subject.kind, before, fields) };
}

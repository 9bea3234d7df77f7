import { apply } from '../domain/apply.ts';
import { daysOf } from '../domain/conflicts.ts';
import { addDays, type Day } from '../domain/days.ts';
import { timeline } from '../domain/ledger.ts';
import { isInUse, stateOf } from '../domain/register.ts';
import {
  subjectKey,
  type Subject,
  type SubjectKind,
  type SubjectStates,
} from '../domain/subjects/subject.ts';
import type { LiveChange } from '../domain/timeline.ts';
import { periodsOfUse, type PeriodOfUse } from '../domain/uses.ts';
import type { Reading } from '../domain/reading.ts';
import type { UseState } from './register-schema.ts';

/** What is public about a subject; `on` when it holds on another day than the one asked for. */
export interface Facts<State> {
  readonly state: State;
  readonly on?: Day;
}

/**
 * The facts of a subject on the day of the reading. Of one that is announced and does not exist yet: those of its first
 * day; of one that is gone: those of its last day. Undefined when nothing was known of it by the day.
 */
export function factsOf<Kind extends SubjectKind>(
  reading: Reading,
  subject: Subject & { kind: Kind },
): Facts<SubjectStates[Kind]> | undefined {
  const { day, known, announced, register } = reading;
  const state = stateOf(register, subject) as SubjectStates[Kind] | undefined;
  if (state) return { state };
  const began = timeline(known).changes[0]?.effectiveOn;
  if (day === undefined || began === undefined || day < began) return undefined;
  const key = subjectKey(subject);
  return (
    spells<Kind>(timeline(announced).bySubject.get(key)).find(({ from }) => from > day)?.first ??
    spells<Kind>(timeline(known).bySubject.get(key)).findLast(
      ({ until }) => until !== undefined && until <= day,
    )?.last
  );
}

/** A time during which a subject exists, with its facts on the first and the last day of it. */
interface Spell<State> {
  readonly from: Day;
  readonly first: Facts<State>;
  /** The first day on which it does not exist any more. */
  until?: Day;
  last?: Facts<State>;
}

function spells<Kind extends SubjectKind>(changes: readonly LiveChange[] = []): Spell<SubjectStates[Kind]>[] {
  const found: Spell<SubjectStates[Kind]>[] = [];
  let state: SubjectStates[Kind] | undefined;
  for (const day of daysOf(changes)) {
    const before = state;
    for (const { subject, fields } of day) state = apply<Kind>(subject.kind as Kind, state, fields);
    const from = day[0]?.effectiveOn ?? '';
    const open = found.at(-1);
    if (!before && state) found.push({ from, first: { state, on: from } });
    if (before && !state && open)
      Object.assign(open, { until: from, last: { state: before, on: addDays(from, -1) } });
  }
  return found;
}

/** When the third party was, is or will be in use, and what that makes of it on the day of the reading. */
export function useOf(
  { day, known, announced, register }: Reading,
  id: string,
): { readonly state: UseState; readonly periods: readonly PeriodOfUse[] } {
  const periods = periodsOfUse(known, id);
  if (isInUse(register.thirdParties.get(id))) return { state: 'current', periods };
  if (day !== undefined && periodsOfUse(announced, id).some(({ from }) => from > day))
    return { state: 'planned', periods };
  return {
    state: periods.some(({ from }) => day !== undefined && from <= day) ? 'ended' : 'unused',
    periods,
  };
}

import { apply } from './apply.ts';
import { daysOf } from './conflicts.ts';
import type { Day } from './days.ts';
import type { SubjectState } from './subjects/subject.ts';
import type { LiveChange } from './timeline.ts';

/** A stretch of time in which a subject stays the same. */
export interface Spell {
  /** Undefined: it does not exist. */
  readonly state: SubjectState | undefined;
  readonly from: Day;
  /** The first day on which it is otherwise; absent while it lasts. */
  readonly until?: Day;
  /** The notice that made it so. */
  readonly edition: number;
}

/** The first day of what the baseline tells: it was so before the register began, earlier than any day. */
export const BEFORE_ALL_DAYS: Day = '';

/** What a subject is, from one change to the next, in order of time. */
export function spellsOf(changes: readonly LiveChange[]): Spell[] {
  const spells: { state: SubjectState | undefined; from: Day; until?: Day; edition: number }[] = [];
  let state: SubjectState | undefined;
  for (const day of daysOf(changes)) {
    for (const change of day) state = apply(change.subject.kind, state, change.fields);
    const made = day.at(-1);
    if (!made) continue;
    const from = made.baseline ? BEFORE_ALL_DAYS : made.effectiveOn;
    const last = spells.at(-1);
    if (last) last.until = from;
    spells.push({ state, from, edition: made.edition });
  }
  return spells;
}

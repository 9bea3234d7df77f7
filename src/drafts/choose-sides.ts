import { apply } from '../domain/apply.ts';
import { CREATING, scopeOf } from '../domain/conflicts.ts';
import { isSetChange, type FieldChange } from '../domain/field-change.ts';
import { leafAt } from '../domain/fields/table.ts';
import { sameJson, type Json } from '../domain/json.ts';
import { valueAt, withValueAt } from '../domain/leaves.ts';
import { timeline } from '../domain/ledger.ts';
import { oursOver, placeOf, type Conflict } from '../domain/rebase.ts';
import { spellsOf } from '../domain/spells.ts';
import { subjectKey, type Subject, type SubjectState } from '../domain/subjects/subject.ts';
import { RegistryError } from '../errors.ts';
import type { ChangesContent, DraftedChange } from './draft-content.ts';
import { fieldsTo } from './drafted-fields.ts';
import { statesOf, type Settled } from './settle-changes.ts';
import type { Situation } from './situation.ts';
import { fittingIn, sayingWhatFits } from './still-fitting.ts';
import { changeOf } from './subject-change.ts';

/** Whose value holds: the draft's, or what the register says by now. */
export type Choice = 'ours' | 'theirs';

/**
 * The changes of a draft with every conflict settled: they lead from the register as it is by now to what was chosen.
 *
 * @throws RegistryError `refused` when what a chosen value belongs to is gone and was never published
 */
export function resolvedChanges(
  situation: Situation,
  settled: Settled,
  drafted: ChangesContent,
  choices: Readonly<Record<string, Choice>>,
): ChangesContent['changes'] {
  return drafted.changes.flatMap(({ subject }) => {
    const key = subjectKey(subject);
    const own = settled.rebased.changes.find((change) => subjectKey(change.subject) === key)?.fields ?? [];
    const conflicts = settled.rebased.conflicts.filter((conflict) => subjectKey(conflict.subject) === key);
    if (conflicts.length === 0) return own.length === 0 ? [] : [{ subject, fields: [...own] }];
    const { before } = statesOf(situation, settled, subject);
    const sides = { before, drafted: changeOf(drafted, subject), own };
    const chosen = conflicts.map((conflict) => ({ conflict, side: choices[placeOf(conflict)] ?? 'theirs' }));
    const wanted = chosen.reduce(
      (state, one) => decided(situation, settled, sides, state, one),
      apply(subject.kind, before, own),
    );
    const settledFields = fieldsTo(subject.kind, before, wanted).map((field) => withMark(field, own));
    const fields = sayingWhatFits({ subject, fields: settledFields }, before, fittingIn(own, before));
    return fields.length === 0 ? [] : [{ subject, fields }];
  });
}

interface Sides {
  readonly before: SubjectState | undefined;
  readonly drafted: DraftedChange | undefined;
  readonly own: readonly FieldChange[];
}

interface Chosen {
  readonly conflict: Conflict;
  readonly side: Choice;
}

function decided(
  situation: Situation,
  settled: Settled,
  { before, drafted }: Sides,
  state: SubjectState | undefined,
  { conflict, side }: Chosen,
): SubjectState | undefined {
  const whole = wholeOf(conflict, drafted?.fields ?? []);
  // Whoever keeps a part of what was to go keeps the whole of it.
  if (side === 'theirs') return whole.ends ? put(state, whole.steps, at(before, whole.steps)) : state;
  if (!conflict.gone) return apply(conflict.subject.kind, state, [oursOver(conflict)]);
  const fields = drafted?.fields.filter(({ field }) => field === conflict.field) ?? [];
  const there = broughtBack(situation, settled, conflict, whole.steps, state);
  return apply(conflict.subject.kind, there, fields);
}

/** What a field is a part of: a processing, or the subject as such. */
interface Whole {
  readonly steps: readonly string[];
  /** Whether the draft takes it away. */
  readonly ends: boolean;
}

function wholeOf({ subject, field }: Conflict, drafted: readonly FieldChange[]): Whole {
  const processing = leafAt(subject.kind, field)?.processing;
  const ends = (path: string): boolean =>
    drafted.some((one) => one.field === path && !isSetChange(one) && one.after === null);
  if (ends(CREATING[subject.kind])) return { steps: [], ends: true };
  return processing === undefined
    ? { steps: [], ends: false }
    : { steps: ['processings', processing], ends: ends(scopeOf(processing)) };
}

/**
 * What is gone as it last was, so that a change of it has something to change. Once for all fields of it: the second time
 * it is there.
 *
 * @throws RegistryError `refused` when it never was: the notice that was to bring it has been withdrawn
 */
function broughtBack(
  { ledger }: Situation,
  { effectiveOn }: Settled,
  { subject, field }: Conflict,
  processing: readonly string[],
  state: SubjectState | undefined,
): SubjectState | undefined {
  const missing = state === undefined ? [] : processing;
  if (state !== undefined && at(state, missing) !== undefined) return state;
  const last = lastStateWith(processing, ledger, subject, effectiveOn);
  const code = processing.length > 0 ? 'processing-missing' : 'subject-missing';
  if (last === undefined) throw new RegistryError('refused', [{ code, at: placeOf({ subject, field }) }]);
  return put(state, missing, at(last, missing));
}

function lastStateWith(
  steps: readonly string[],
  ledger: Situation['ledger'],
  subject: Subject,
  day: string,
): SubjectState | undefined {
  const spells = spellsOf(timeline(ledger).bySubject.get(subjectKey(subject)) ?? []);
  return spells.findLast((spell) => spell.from < day && at(spell.state, steps) !== undefined)?.state;
}

function at(state: SubjectState | undefined, steps: readonly string[]): Json | undefined {
  return valueAt(state as unknown as Json | undefined, steps);
}

function put(
  state: SubjectState | undefined,
  steps: readonly string[],
  value: Json | undefined,
): SubjectState | undefined {
  const tree = steps.length === 0 ? value : withValueAt(state as unknown as Json | undefined, steps, value);
  return tree as unknown as SubjectState | undefined;
}

/** A text that is still exchanged as it was drafted keeps its mark of mere wording. */
function withMark(field: FieldChange, own: readonly FieldChange[]): FieldChange {
  const drafted = own.find((one) => one.field === field.field);
  if (isSetChange(field) || !drafted || isSetChange(drafted) || !drafted.wording) return field;
  const isSame = sameJson(drafted.before, field.before) && sameJson(drafted.after, field.after);
  return isSame ? { ...field, wording: true } : field;
}

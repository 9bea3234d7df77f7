import { apply } from './apply.ts';
import { isSetChange, type FieldChange } from './field-change.ts';
import { leafAt } from './fields/table.ts';
import { canonical, type Json } from './json.ts';
import { valueAt } from './leaves.ts';
import type { Problem } from './problem.ts';
import { subjectKey, type Subject, type SubjectState } from './subjects/subject.ts';
import type { LiveChange } from './timeline.ts';

/**
 * The rule of conflicts, for one subject: every live change finds, on the eve of its day, exactly the `before` it
 * prints; its subject and processing exist; and no two set one field on one day. It covers overlapping plans, immediate
 * changes under a plan, back-dated ones and removals under a plan.
 *
 * The baseline tells what was in use before, so it holds on the eve of its own day too.
 *
 * @param changes the live changes of one subject in the order in which they apply
 * @param visit called with the state from each day on, for checks of its own
 */
export function conflicts(
  changes: readonly LiveChange[],
  visit: (state: SubjectState | undefined, change: LiveChange) => void = () => {},
): Problem[] {
  const problems: Problem[] = [];
  let eve: SubjectState | undefined;
  let last: LiveChange | undefined;
  for (const day of daysOf(changes)) {
    problems.push(...sameDay(day));
    for (const change of day) problems.push(...unfit(change, eve, last));
    for (const change of day) eve = apply(change.subject.kind, eve, change.fields);
    last = day.at(-1) ?? last;
    for (const change of day) visit(eve, change);
  }
  return problems;
}

/** Groups changes, already in order, that take effect together; the baseline is a group of its own. */
export function daysOf(changes: readonly LiveChange[]): LiveChange[][] {
  const key = (change: LiveChange): string => (change.baseline ? '' : change.effectiveOn);
  return [...Map.groupBy(changes, key).values()];
}

/** What of a change does not fit the state on the eve of its day. */
function unfit(change: LiveChange, eve: SubjectState | undefined, last: LiveChange | undefined): Problem[] {
  const inTheWay = last ? { edition: last.edition } : {};
  const missing = missingFrom(change, eve);
  if (missing) return [{ ...missing, ...inTheWay, value: String(change.edition) }];
  return change.fields
    .filter((field) => !findsBefore(change.subject, field, eve))
    .map((field) => ({
      code: 'conflict',
      at: place(change.subject, field),
      ...inTheWay,
      value: String(change.edition),
    }));
}

/** A change makes its subject or processing, or both are there on the eve. */
function missingFrom(change: LiveChange, eve: SubjectState | undefined): Problem | undefined {
  const { subject, fields } = change;
  const created = new Set(
    fields.filter((field) => !isSetChange(field) && field.before === null).map((field) => field.field),
  );
  if (eve === undefined && !created.has(CREATING[subject.kind]))
    return { code: 'subject-missing', at: subjectKey(subject) };
  const orphan = fields.find((field) => {
    const processing = leafAt(subject.kind, field.field)?.processing;
    if (processing === undefined || created.has(`processings/${processing}/scope`)) return false;
    return valueAt(eve as unknown as Json, ['processings', processing]) === undefined;
  });
  return orphan && { code: 'processing-missing', at: place(subject, orphan) };
}

const CREATING = { organisation: 'name', scope: 'capacity', 'third-party': 'kind' } as const;

function findsBefore(subject: Subject, change: FieldChange, eve: SubjectState | undefined): boolean {
  const leaf = leafAt(subject.kind, change.field);
  const found = leaf && valueAt(eve as unknown as Json | undefined, leaf.steps);
  if (!isSetChange(change)) return canonical(found ?? null) === canonical(change.before);
  const members = new Set((Array.isArray(found) ? found : []).map(canonical));
  return (
    change.removed.every((member) => members.has(canonical(member))) &&
    change.added.every((member) => !members.has(canonical(member)))
  );
}

/** Two changes of one day that set the same leaf, or the same member of one set. */
function sameDay(day: readonly LiveChange[]): Problem[] {
  const taken = new Map<string, number>();
  const problems: Problem[] = [];
  for (const change of day) {
    for (const field of change.fields) {
      for (const key of settings(field)) {
        const earlier = taken.get(key);
        if (earlier === undefined) taken.set(key, change.edition);
        else if (earlier !== change.edition)
          problems.push({
            code: 'same-day',
            at: place(change.subject, field),
            edition: earlier,
            value: change.effectiveOn,
          });
      }
    }
  }
  return problems;
}

function settings(field: FieldChange): string[] {
  if (!isSetChange(field)) return [field.field];
  return [...field.added, ...field.removed].map((member) => `${field.field} ${canonical(member)}`);
}

function place(subject: Subject, change: FieldChange): string {
  return `${subjectKey(subject)}/${change.field}`;
}

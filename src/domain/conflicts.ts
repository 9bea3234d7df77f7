import { apply } from './apply.ts';
import { isSetChange, type FieldChange } from './field-change.ts';
import { leafAt } from './fields/table.ts';
import { canonical, type Json } from './json.ts';
import type { Problem } from './problem.ts';
import { subjectKey, type Subject, type SubjectKind, type SubjectState } from './subjects/subject.ts';
import type { LiveChange } from './timeline.ts';
import { valueAt } from './tree.ts';

/**
 * The rule of conflicts, for one subject: every live change finds, on the eve of its day, exactly the `before` it
 * prints; its subject and processing exist; and no two set one field on one day. It covers overlapping plans, immediate
 * changes under a plan, back-dated ones and removals under a plan.
 *
 * The baseline tells what was in use before, so it holds on the eve of its own day too.
 *
 * @param changes the live changes of one subject in the order in which they apply
 * @param ours the notice that is drafted and the one it revises: a problem names the other one, which is in the way
 */
export function conflicts(changes: readonly LiveChange[], ours: ReadonlySet<number>): Problem[] {
  const problems: Problem[] = [];
  const setters = new Map<string, number>();
  let eve: SubjectState | undefined;
  for (const day of daysOf(changes)) {
    problems.push(...sameDay(day, ours));
    for (const change of day) problems.push(...unfit(change, eve, setters, ours));
    for (const change of day) {
      eve = apply(change.subject.kind, eve, change.fields);
      for (const key of change.fields.flatMap(settings)) setters.set(key, change.edition);
    }
  }
  return problems;
}

/** Groups changes, already in order, that take effect together; the baseline is a group of its own. */
export function daysOf(changes: readonly LiveChange[]): LiveChange[][] {
  const key = (change: LiveChange): string => (change.baseline ? '' : change.effectiveOn);
  return [...Map.groupBy(changes, key).values()];
}

/** What of a change does not fit the state on the eve of its day. */
function unfit(
  change: LiveChange,
  eve: SubjectState | undefined,
  setters: ReadonlyMap<string, number>,
  ours: ReadonlySet<number>,
): Problem[] {
  const misfits = missingFrom(change, eve) ?? misfitting(change, eve);
  return misfits.map(({ code, at, setting }) => {
    const edition = ours.has(change.edition) ? setters.get(setting) : change.edition;
    return { code, at, ...(edition === undefined ? {} : { edition }), value: String(change.edition) };
  });
}

/** Something that a change does not find as it says, and the setting whose last writer is the reason. */
interface Misfit extends Required<Pick<Problem, 'code' | 'at'>> {
  readonly setting: string;
}

/** A change makes its subject or processing, or both are there on the eve. */
function missingFrom({ subject, fields }: LiveChange, eve: SubjectState | undefined): Misfit[] | undefined {
  const made = new Set(fields.filter((field) => !isSetChange(field) && field.before === null).map(pathOf));
  const first = CREATING[subject.kind];
  if (eve === undefined && !made.has(first))
    return [{ code: 'subject-missing', at: subjectKey(subject), setting: first }];
  const orphan = fields.find((field) => {
    const processing = leafAt(subject.kind, field.field)?.processing;
    if (processing === undefined || made.has(scopeOf(processing))) return false;
    return valueAt(eve as unknown as Json, ['processings', processing]) === undefined;
  });
  const processing = orphan && leafAt(subject.kind, orphan.field)?.processing;
  if (!orphan || processing === undefined) return undefined;
  return [{ code: 'processing-missing', at: place(subject, orphan), setting: scopeOf(processing) }];
}

/** The field without which a subject of the kind cannot be. */
export const CREATING: Readonly<Record<SubjectKind, string>> = {
  organisation: 'name',
  scope: 'capacity',
  'third-party': 'kind',
};

/** The field without which a processing cannot be. */
export function scopeOf(processing: string): string {
  return `processings/${processing}/scope`;
}

function pathOf({ field }: FieldChange): string {
  return field;
}

function misfitting({ subject, fields }: LiveChange, eve: SubjectState | undefined): Misfit[] {
  return fields.flatMap((field) => {
    const setting = firstMisfit(subject, field, eve);
    return setting === undefined ? [] : [{ code: 'conflict', at: place(subject, field), setting }];
  });
}

function firstMisfit(subject: Subject, change: FieldChange, eve: SubjectState | undefined) {
  const leaf = leafAt(subject.kind, change.field);
  const found = leaf && valueAt(eve as unknown as Json | undefined, leaf.steps);
  if (!isSetChange(change))
    return canonical(found ?? null) === canonical(change.before) ? undefined : change.field;
  const members = new Set((Array.isArray(found) ? found : []).map(canonical));
  const misfit =
    change.removed.find((member) => !members.has(canonical(member))) ??
    change.added.find((member) => members.has(canonical(member)));
  return misfit === undefined ? undefined : memberOf(change.field, misfit);
}

/** Two changes of one day that set the same leaf, or the same member of one set. */
function sameDay(day: readonly LiveChange[], ours: ReadonlySet<number>): Problem[] {
  const taken = new Map<string, number>();
  return day.flatMap(({ subject, fields, edition, effectiveOn }) =>
    fields.flatMap((field) => {
      const others = settings(field).flatMap((key) => taken.get(key) ?? []);
      for (const key of settings(field)) taken.set(key, edition);
      const [other] = others;
      if (other === undefined) return [];
      const inTheWay = ours.has(other) ? edition : other;
      return [
        { code: 'same-day', at: place(subject, field), edition: inTheWay, value: effectiveOn } as const,
      ];
    }),
  );
}

function settings(field: FieldChange): string[] {
  if (!isSetChange(field)) return [field.field];
  return [...field.added, ...field.removed].map((member) => memberOf(field.field, member));
}

function memberOf(field: string, member: Json): string {
  return `${field} ${canonical(member)}`;
}

function place(subject: Subject, change: FieldChange): string {
  return `${subjectKey(subject)}/${change.field}`;
}

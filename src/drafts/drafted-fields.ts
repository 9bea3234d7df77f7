import { diff } from '../domain/diff.ts';
import { isSetChange, type FieldChange } from '../domain/field-change.ts';
import { isDeeperThan, sameJson } from '../domain/json.ts';
import { normalise } from '../domain/leaves.ts';
import type { Conflict } from '../domain/rebase.ts';
import { subjectKey, type Subject, type SubjectKind, type SubjectState } from '../domain/subjects/subject.ts';
import { RegistryError } from '../errors.ts';
import type { DraftedChange } from './draft-content.ts';
import type { Settled, States } from './settle-changes.ts';
import { fittingIn, outdatedIn, sayingWhatFits } from './still-fitting.ts';

interface Wanted {
  readonly subject: Subject;
  readonly state: States['after'];
  /** Paths of fields whose new text means the same as the old; absent: as they were marked. */
  readonly wording: readonly string[] | undefined;
}

/**
 * The fields of a draft's change that lead from the eve of its day to the wanted state. What is in conflict stays so,
 * with the new value as ours, until somebody who has seen both chooses.
 *
 * @param was what the draft changes there so far
 */
export function draftedFields(
  { before, after }: States,
  { rebased }: Pick<Settled, 'rebased'>,
  was: DraftedChange | undefined,
  { subject, state, wording }: Wanted,
): FieldChange[] {
  const conflicts = new Map(
    rebased.conflicts
      .filter((conflict) => subjectKey(conflict.subject) === subjectKey(subject))
      .map((conflict) => [conflict.field, conflict]),
  );
  const drafted = new Map((was?.fields ?? []).map((field) => [field.field, field]));
  const fields = fieldsTo(subject.kind, before, state).flatMap((field) =>
    stillInConflict(field, drafted.get(field.field), conflicts.get(field.field)),
  );
  const gone = (was?.fields ?? []).filter(({ field }) => conflicts.get(field)?.gone);
  const said = [...fields, ...gone].map((field) => marked(field, drafted.get(field.field), wording));
  // Whoever takes a text off the list that the form showed says that it still fits, and said so until it is back on it.
  const fitting = [...outdatedIn(after), ...fittingIn(was?.fields ?? [], before)];
  const off = fitting.filter((path) => !outdatedIn(state).includes(path));
  return sayingWhatFits({ subject, fields: said }, before, off);
}

/** @throws RegistryError `invalid` for an id or a language that cannot be part of a path */
export function fieldsTo(
  kind: SubjectKind,
  before: SubjectState | undefined,
  wanted: SubjectState | undefined,
): FieldChange[] {
  if (isDeeperThan(wanted, DEEPEST)) throw invalid(kind, 'Is nested deeper than any field.');
  const key = keyOffPath(wanted);
  if (key !== undefined) throw invalid(kind, `Not part of a path: ${key}`);
  try {
    return diff(kind, before, wanted && normalise(kind, wanted));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw invalid(kind, error.message);
  }
}

const DEEPEST = 10;

/** A key with a slash in it would be read as two steps of a path, find nothing there, and be lost without a word. */
function keyOffPath(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const keys = Array.isArray(value) ? [] : Object.keys(value);
  return keys.find((key) => key.includes('/')) ?? Object.values(value).map(keyOffPath).find(isKey);
}

function isKey(key: string | undefined): key is string {
  return key !== undefined;
}

function invalid(at: string, value: string): RegistryError {
  return new RegistryError('invalid', [{ code: 'invalid-value', at, value }]);
}

function stillInConflict(
  field: FieldChange,
  drafted: FieldChange | undefined,
  conflict: Conflict | undefined,
): FieldChange[] {
  if (!conflict) return [field];
  // What others put into something that is to go: nothing was drafted there.
  if (!drafted) return [];
  if (isSetChange(drafted) || isSetChange(field)) return [drafted];
  return sameJson(conflict.base, field.after) ? [field] : [{ ...field, before: conflict.base }];
}

/** The change with its mark of mere wording, which only an exchange of one text for another can have. */
function marked(
  field: FieldChange,
  drafted: FieldChange | undefined,
  wording: readonly string[] | undefined,
): FieldChange {
  if (isSetChange(field)) return field;
  const { wording: _, ...plain } = field;
  const isWording = wording ? wording.includes(field.field) : wasMarked(field, drafted);
  return isWording && plain.before !== null && plain.after !== null ? { ...plain, wording: true } : plain;
}

function wasMarked(field: FieldChange, drafted: FieldChange | undefined): boolean {
  if (!drafted || isSetChange(drafted) || isSetChange(field)) return false;
  return drafted.wording === true && sameJson(drafted.after, field.after);
}

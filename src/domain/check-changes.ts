import type { SubjectChange } from './classify.ts';
import { fieldChangeSchema, isSetChange, type FieldChange } from './field-change.ts';
import { leafAt } from './fields/table.ts';
import { canonical, sameJson, type Json } from './json.ts';
import { sortedMembers } from './leaves.ts';
import type { Problem } from './problem.ts';
import { subjectKey, type Subject } from './subjects/subject.ts';
import { isRedacted } from './text.ts';

/** What is wrong with changes as such, whatever the ledger says. */
export function problemsOfChanges(changes: readonly SubjectChange[]): Problem[] {
  const seen = new Set<string>();
  return changes.flatMap(({ subject, fields }) => {
    const key = subjectKey(subject);
    if (seen.has(key)) return [{ code: 'subject-twice', at: key }];
    seen.add(key);
    if (fields.length === 0) return [{ code: 'nothing-changed', at: key }];
    return [...repeated(fields, key), ...fields.flatMap((field) => problemsOfField(subject, field))];
  });
}

function repeated(fields: readonly FieldChange[], key: string): Problem[] {
  const paths = fields.map(({ field }) => field);
  return paths
    .filter((path, index) => paths.indexOf(path) !== index)
    .map((path) => ({ code: 'field-twice', at: `${key}/${path}` }));
}

function problemsOfField(subject: Subject, change: FieldChange): Problem[] {
  const at = `${subjectKey(subject)}/${change.field}`;
  if (!fieldChangeSchema.safeParse(change).success) return [{ code: 'invalid-value', at }];
  const leaf = leafAt(subject.kind, change.field);
  if (!leaf || (leaf.field.form === 'set') !== isSetChange(change)) return [{ code: 'unknown-field', at }];
  if (changesNothing(change)) return [{ code: 'nothing-changed', at }];
  if (isRedacted(canonical(newValues(change)))) return [{ code: 'invalid-value', at }];
  if (isSetChange(change))
    return isInOrder(change.added) && isInOrder(change.removed) ? [] : [{ code: 'invalid-value', at }];
  const mayBeWording = leaf.field.wording && change.before !== null && change.after !== null;
  return change.wording && !mayBeWording ? [{ code: 'not-wording', at }] : [];
}

function changesNothing(change: FieldChange): boolean {
  if (!isSetChange(change)) return sameJson(change.before, change.after);
  const removed = new Set(change.removed.map(canonical));
  return (
    change.added.length + change.removed.length === 0 ||
    change.added.some((member) => removed.has(canonical(member)))
  );
}

function newValues(change: FieldChange): Json {
  return isSetChange(change) ? change.added : change.after;
}

function isInOrder(members: readonly Json[]): boolean {
  return canonical(sortedMembers(members)) === canonical(members);
}

import type { SubjectChange } from './classify.ts';
import { fieldChangeSchema, isSetChange, type FieldChange } from './field-change.ts';
import { leafSchema } from './fields/leaf-schema.ts';
import { leafAt, type Leaf } from './fields/table.ts';
import { canonical, isCanonical, isDeeperThan, sameJson, type Json } from './json.ts';
import { normalValue } from './leaves.ts';
import type { Problem } from './problem.ts';
import { subjectKey, subjectSchema, type Subject } from './subjects/subject.ts';
import { isRedacted } from './text.ts';

/** What is wrong with changes as such, whatever the ledger says. */
export function problemsOfChanges(changes: readonly SubjectChange[]): Problem[] {
  const seen = new Set<string>();
  return changes.flatMap(({ subject, fields }) => {
    const key = subjectKey(subject);
    const wrong = subjectSchema.safeParse(subject).error?.issues[0]?.message;
    if (wrong !== undefined) return [{ code: 'invalid-value', at: key, value: wrong }];
    if (seen.has(key)) return [{ code: 'subject-twice', at: key }];
    seen.add(key);
    if (fields.length === 0) return [{ code: 'nothing-changed', at: key }];
    return [...repeated(fields, key), ...fields.flatMap((field) => problemsOfField(subject, field))];
  });
}

function repeated(fields: readonly FieldChange[], key: string): Problem[] {
  const seen = new Set<string>();
  return fields
    .filter(({ field }) => seen.size === seen.add(field).size)
    .map(({ field }) => ({ code: 'field-twice', at: `${key}/${field}` }));
}

function problemsOfField(subject: Subject, change: FieldChange): Problem[] {
  const at = `${subjectKey(subject)}/${change.field}`;
  const unwritable = whyUnwritable(change);
  if (unwritable !== undefined) return [{ code: 'invalid-value', at, value: unwritable }];
  const leaf = leafAt(subject.kind, change.field);
  if (!leaf || (leaf.field.form === 'set') !== isSetChange(change)) return [{ code: 'unknown-field', at }];
  if (changesNothing(change)) return [{ code: 'nothing-changed', at }];
  const invalid = problemsOfValues(subject, leaf, change, at);
  if (invalid.length > 0) return invalid;
  if (isSetChange(change) && change.field === 'outdated')
    return problemsOfOutdated(subject, change.added, at);
  const mayBeWording =
    leaf.field.wording && !isSetChange(change) && change.before !== null && change.after !== null;
  return !isSetChange(change) && change.wording && !mayBeWording ? [{ code: 'not-wording', at }] : [];
}

// A change has members, which have texts, which have languages; a hostile draft has ten thousand lists in one another.
const DEEPEST = 8;

/** Why a change cannot be written down in the one form that the ledger has. */
function whyUnwritable(change: FieldChange): string | undefined {
  if (isDeeperThan(change, DEEPEST)) return 'Is nested deeper than any field.';
  if (!isCanonical(change)) return 'Has half a character, or is no JSON.';
  const parsed = fieldChangeSchema.safeParse(change);
  if (!parsed.success) return parsed.error.issues[0]?.message ?? '';
  if (!sameJson(parsed.data, change)) return 'Has a key that cannot be kept.';
  if (isRedacted(canonical(isSetChange(change) ? change.added : change.after)))
    return 'Only a redaction puts a mark of redaction.';
  return isNormal(change) ? undefined : 'A set is written in order, each member once.';
}

function isNormal(change: FieldChange): boolean {
  const values = isSetChange(change) ? [change.added, change.removed] : [change.before, change.after];
  return values.every((value) => sameJson(value, normalValue(value)));
}

function changesNothing(change: FieldChange): boolean {
  if (!isSetChange(change)) return sameJson(change.before, change.after);
  const removed = new Set(change.removed.map(canonical));
  return (
    change.added.length + change.removed.length === 0 ||
    change.added.some((member) => removed.has(canonical(member)))
  );
}

/** The new values by the schema of the field. What was there before is for the rule of conflicts to find. */
function problemsOfValues({ kind }: Subject, { steps }: Leaf, change: FieldChange, at: string): Problem[] {
  const values = isSetChange(change) ? change.added : change.after === null ? [] : [change.after];
  return values.flatMap((value) =>
    (leafSchema(kind, steps)?.safeParse(value).error?.issues ?? []).map((issue): Problem => ({
      code: 'invalid-value',
      at: [at, ...issue.path].join('/'),
      value: issue.message,
    })),
  );
}

/** Only a text in some language can be out of date. */
function problemsOfOutdated({ kind }: Subject, added: readonly Json[], at: string): Problem[] {
  const wrong = added.filter(
    (path) => typeof path !== 'string' || leafAt(kind, path)?.language === undefined,
  );
  return wrong.map((path) => ({ code: 'invalid-value', at, value: canonical(path) }));
}

import { sameJson } from '../domain/json.ts';
import { subjectKey, type Subject } from '../domain/subjects/subject.ts';
import type { ChangesContent, DraftedChange } from './draft-content.ts';

/** The change that a draft holds for the subject. */
export function changeOf({ changes }: ChangesContent, subject: Subject): DraftedChange | undefined {
  const key = subjectKey(subject);
  return changes.find((change) => subjectKey(change.subject) === key);
}

/** The draft with another change for the subject, in its old place; without fields, with none. */
export function withChange(
  content: ChangesContent,
  { subject, fields }: DraftedChange | { readonly subject: Subject; readonly fields: readonly [] },
): ChangesContent {
  const key = subjectKey(subject);
  const [change] = fields.length === 0 ? [] : [{ subject, fields: [...fields] }];
  const others = content.changes.map((one) => (subjectKey(one.subject) === key ? change : one));
  const placed = changeOf(content, subject) ? others : [...others, change];
  return { ...content, changes: placed.filter((one) => one !== undefined) };
}

export function isSameChange(one: DraftedChange | undefined, other: DraftedChange | undefined): boolean {
  return sameJson(one?.fields ?? null, other?.fields ?? null);
}

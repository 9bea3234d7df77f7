import type { SubjectChange } from './classify.ts';
import { isSetChange, type FieldChange } from './field-change.ts';
import type { Json } from './json.ts';

/** The vocabulary terms that changes use, sorted: `data/email-address`, `subjects/customers`. */
export function termsIn(changes: readonly SubjectChange[]): string[] {
  const found = changes.flatMap(({ fields }) => fields.flatMap(termsOf));
  return [...new Set(found)].sort();
}

function termsOf(change: FieldChange): string[] {
  const vocabulary = /\/(data|subjects)$/.exec(change.field)?.[1];
  if (!isSetChange(change) || vocabulary === undefined) return [];
  return [...change.added, ...change.removed].flatMap((member) => termOf(member, vocabulary));
}

function termOf(member: Json, vocabulary: string): string[] {
  const term = typeof member === 'object' && member !== null && 'term' in member ? member.term : undefined;
  return typeof term === 'string' ? [`${vocabulary}/${term}`] : [];
}

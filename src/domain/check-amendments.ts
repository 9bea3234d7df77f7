import type { SubjectChange } from './classify.ts';
import { isSetChange } from './field-change.ts';
import { leafAt } from './fields/table.ts';
import type { Amendment } from './notice.ts';
import type { Problem } from './problem.ts';
import { isRedacted, proseSchema } from './text.ts';

type Mend = Amendment['fields'][number];

/**
 * What is wrong with amendments: only words may be mended, in texts that the notice sets, from what it says now.
 *
 * @param changes the changes of the notice with the words that earlier amendments gave them
 */
export function problemsOfAmendments(
  changes: readonly SubjectChange[],
  amendments: readonly Amendment[],
): Problem[] {
  const mends = amendments.flatMap(({ change, fields }) => fields.map((mend) => ({ change, mend })));
  if (mends.length === 0) return [{ code: 'nothing-changed', at: 'revises/amendments' }];
  const seen = new Set<string>();
  return mends.flatMap(({ change, mend }) => {
    const at = `changes/${String(change)}/${mend.field}`;
    if (seen.size === seen.add(at).size) return [{ code: 'field-twice', at }];
    return problemsOfMend(changes[change], mend, at);
  });
}

function problemsOfMend(
  change: SubjectChange | undefined,
  { field, before, after }: Mend,
  at: string,
): Problem[] {
  const said = change?.fields.find((one) => one.field === field);
  const leaf = change && leafAt(change.subject.kind, field);
  if (!leaf || !said || isSetChange(said) || typeof said.after !== 'string')
    return [{ code: 'unknown-field', at }];
  if (!leaf.field.wording) return [{ code: 'not-wording', at }];
  if (said.after !== before) return [{ code: 'before-differs', at, value: said.after }];
  if (after === before || after === said.before) return [{ code: 'nothing-changed', at }];
  const message = proseSchema.safeParse(after).error?.issues[0]?.message;
  if (message !== undefined) return [{ code: 'invalid-value', at, value: message }];
  return isRedacted(after)
    ? [{ code: 'invalid-value', at, value: 'Only a redaction puts a mark of redaction.' }]
    : [];
}

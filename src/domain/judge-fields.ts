import { isSetChange, type FieldChange } from './field-change.ts';
import type { FieldValue, Judgement, States } from './fields/field.ts';
import { leafAt, type Leaf } from './fields/table.ts';
import type { Json } from './json.ts';
import { valueAt } from './tree.ts';
import type { SubjectKind } from './subjects/subject.ts';

/**
 * What the changed fields of one subject mean, by the table of fields. A text that staff marked as mere wording, and a
 * text added or taken away in one language while others stay, are editorial, save where the text is itself a fact.
 */
export function judgeFields(kind: SubjectKind, fields: readonly FieldChange[], states: States): Judgement[] {
  return telling(fields).flatMap((change) => {
    const leaf = leafAt(kind, change.field);
    if (!leaf) throw new RangeError(`Not a public field: ${change.field}`);
    return leaf.language === undefined ? judgeWhole(leaf, states) : judgeText(leaf, change, states);
  });
}

/** Which translations lag behind (`outdated`) is worth telling only where nothing else is told. */
export function telling(fields: readonly FieldChange[]): readonly FieldChange[] {
  const others = fields.filter(({ field }) => field !== 'outdated');
  return others.length > 0 ? others : fields;
}

function judgeWhole(leaf: Leaf, states: States): readonly Judgement[] {
  return leaf.field.judge(read(states.before, leaf.steps), read(states.after, leaf.steps), states);
}

function judgeText(leaf: Leaf, change: FieldChange, states: States): readonly Judgement[] {
  if (isSetChange(change)) return [];
  if (change.wording) return [{ type: 'wording', direction: 'neutral' }];
  const whole = leaf.steps.slice(0, -1);
  const [before, after] = [read(states.before, whole), read(states.after, whole)];
  const oneLanguage = change.before === null || change.after === null;
  if (oneLanguage && before !== undefined && after !== undefined && sharesLanguage(before, after))
    return [{ type: leaf.field.factual ? 'details-changed' : 'translated', direction: 'neutral' }];
  return leaf.field.judge(change.before ?? undefined, change.after ?? undefined, states);
}

/** Whether some language reads on: otherwise one text was exchanged for another in a language of its own. */
function sharesLanguage(before: FieldValue, after: FieldValue): boolean {
  const languages = Object.keys(after as object);
  return Object.keys(before as object).some((language) => languages.includes(language));
}

function read(state: unknown, steps: readonly string[]): FieldValue {
  return valueAt(state as Json, steps);
}

import type { FieldChange } from '../domain/field-change.ts';
import { leafAt } from '../domain/fields/table.ts';
import type { Change } from '../domain/notice.ts';
import type { Subject } from '../domain/subjects/subject.ts';
import type { ToldStates } from './as-told.ts';
import { fieldsInWords, processingIn, type FieldInWords } from './field-in-words.ts';
import type { ValueContext } from './field-values.ts';
import { meaningsInWords, type MeaningInWords } from './meanings/meanings-in-words.ts';
import type { Named, TellingOfChanges } from './telling.ts';

/** Fields that changed in one place: the subject itself, or one of its processings. */
export interface FieldsInWords {
  readonly processing?: string;
  readonly scope?: Named;
  /** The purpose of the processing, by which readers know it. */
  readonly purpose?: string;
  /** The language of the purpose, where it is not the reader's. */
  readonly purposeLanguage?: string;
  /** What the changes mean, in sentences. */
  readonly meanings: readonly MeaningInWords[];
  readonly fields: readonly FieldInWords[];
}

/** What changed beside what the facts tell already, by place. */
export function fieldGroups(
  telling: TellingOfChanges,
  context: ValueContext,
  around: ToldStates,
  change: Change,
): FieldsInWords[] {
  const { subject } = change;
  const places = Map.groupBy(
    change.fields.filter((field) => !isTold(field, change, around)),
    ({ field }) => leafAt(subject.kind, field)?.processing,
  );
  return [...places]
    .map(([processing, fields]) => ({
      ...placeOf(telling, around, processing),
      ...changedFields(context, { ...around, kind: subject.kind }, fields),
    }))
    .filter(({ fields }) => fields.length > 0);
}

/** Fields of one place that changed, and what that means. */
export function changedFields(
  context: ValueContext,
  around: ToldStates & { readonly kind: Subject['kind'] },
  changes: readonly FieldChange[],
): Pick<FieldsInWords, 'meanings' | 'fields'> {
  const fields = fieldsInWords(context, around, changes);
  return { meanings: meaningsInWords(context, around, fields, changes), fields };
}

/** Whether the facts tell the field: of a processing that begins or ends, or of a third party that is new. */
function isTold({ field }: FieldChange, { subject }: Change, { before, after }: ToldStates): boolean {
  if (subject.kind !== 'third-party') return false;
  const processing = leafAt(subject.kind, field)?.processing;
  if (processing !== undefined) return !processingIn(before, processing) || !processingIn(after, processing);
  return before === undefined && TOLD_BY_ENTITY.test(field);
}

const TOLD_BY_ENTITY =
  /^(kind|name\/.*|service\/.*|entity\/.*|parent\/.*|affiliate|engagedBy|representatives|replaces)$/;

export function placeOf(
  { scope, words }: Pick<TellingOfChanges, 'scope' | 'words'>,
  { before, after }: ToldStates,
  processing: string | undefined,
) {
  if (processing === undefined) return {};
  const row = processingIn(after, processing) ?? processingIn(before, processing);
  if (!row) return { processing };
  const purpose = words.text(row.purpose);
  return {
    processing,
    scope: scope(row.scope),
    ...(purpose && { purpose: purpose.value }),
    ...(purpose?.fallback === true && { purposeLanguage: purpose.language }),
  };
}

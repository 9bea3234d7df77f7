import type { FormFault } from '../../forms/form-fault.ts';
import type { FieldProblem } from '../../forms/received-form.ts';
import type { SubjectKind } from '../../domain/subjects/subject.ts';
import { leafAt } from '../../domain/fields/table.ts';
import type { Words } from '../../language/words.ts';

/** What is wrong with a form, in words: in the list above it each says of which field it is. */
export function faultsInWords(words: Words, kind: SubjectKind, faults: readonly FormFault[]): FieldProblem[] {
  return faults.map((fault) => {
    const label = labelAt(words, kind, fault.field);
    const text = faultInWords(words, fault);
    return {
      field: fault.field,
      message: label === undefined ? text : words.t('third-party.labelled', { label, text }),
    };
  });
}

/** The same at the control itself. */
export function faultInWords({ t, number }: Words, { code, limit }: FormFault): string {
  return t(`form.wrong.${code}`, { limit: limit === undefined ? '' : number(limit) });
}

/** The label of the field that a control is part of: `Retention` for `processings.p1.retention.number`. */
function labelAt(words: Words, kind: SubjectKind, name: string): string | undefined {
  const steps = name.split('.');
  for (let length = steps.length; length > 0; length--) {
    const path = steps.slice(0, length).join('/');
    // Of a text the whole is no leaf: one of its languages is.
    if (leafAt(kind, path) ?? leafAt(kind, `${path}/und`)) return words.fieldName(kind, path);
  }
  return undefined;
}

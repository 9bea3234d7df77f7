import { leafAt } from '../../domain/fields/table.ts';
import type { SubjectKind, SubjectState } from '../../domain/subjects/subject.ts';
import { withConfirmed } from '../../forms/confirmed.ts';
import type { FormValues } from '../../forms/form-values.ts';
import { subjectFromForm } from '../../forms/subject-from-form.ts';
import type { FormFault } from '../../forms/form-fault.ts';

/** What a form describes, or what is wrong with it. */
export type ReadForm = { readonly state: SubjectState } | { readonly faults: readonly FormFault[] };

/** @param before what it was made from */
export function readForm(kind: SubjectKind, values: FormValues, before: SubjectState | undefined): ReadForm {
  return subjectFromForm(kind, withConfirmed(values), before);
}

/** The texts of which it was said that only their wording changes; anything else that was sent is no text. */
export function wordingIn(kind: SubjectKind, values: FormValues): string[] {
  return (values.get('wording') ?? [])
    .filter((path) => leafAt(kind, path)?.field.wording === true)
    .slice(0, 500);
}

import type { Json } from '../domain/json.ts';
import type { SubjectKind, SubjectStates } from '../domain/subjects/subject.ts';
import { isTree, valueAt } from '../domain/tree.ts';
import type { FormValues } from './form-values.ts';
import { fieldsOf } from './subject-from-form.ts';

/** What the form of a subject holds before anything is typed: every field there is, those not stated empty. */
export function valuesOfSubject<Kind extends SubjectKind>(
  kind: Kind,
  state: SubjectStates[Kind] | undefined,
): FormValues {
  const tree = state as unknown as Json | undefined;
  const processings = valueAt(tree, ['processings']);
  const values = new Map<string, readonly string[]>(kind === 'third-party' ? [['processings', ['']]] : []);
  for (const [path, control] of fieldsOf(kind, isTree(processings) ? Object.keys(processings) : [])) {
    const steps = path.split('/');
    for (const [name, some] of control.write(steps.join('.'), valueAt(tree, steps))) values.set(name, some);
  }
  return values;
}

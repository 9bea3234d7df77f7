import type { RegistryError } from '../../errors.ts';
import type { FieldProblem } from '../../forms/received-form.ts';
import type { Words } from '../../language/words.ts';

/** Why a verb refused, in words, each at the control that has the path of the field it names. */
export function problemsIn({ code, problems }: RegistryError, words: Words): FieldProblem[] {
  if (problems.length > 0)
    return problems.map((problem) => ({
      field: fieldAt(problem.at ?? ''),
      message: words.problem(problem),
    }));
  return [{ field: '', message: words.t(`gate.field.${code}`) }];
}

/**
 * The name of the control for a place in the register: `third-party/x/processings/p1/retention` is
 * `processings.p1.retention`; a subject as a whole is the whole form.
 */
function fieldAt(at: string): string {
  const [kind, ...path] = at.split('/');
  return (kind === 'organisation' ? path : path.slice(1)).join('.');
}

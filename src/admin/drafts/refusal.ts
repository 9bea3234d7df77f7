import type { FieldProblem } from '../../forms/received-form.ts';
import type { Refusal } from '../../web/forms/handle-form.ts';

export type Refused = Refusal;

/** The answer to a form that cannot be done as it is: shown again, with everything that was typed. */
export function refusal(problems: readonly FieldProblem[], status: 400 | 403 | 404 | 409 = 400): Refused {
  return { kind: 'refused', status, problems };
}

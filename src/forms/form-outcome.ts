import type { RegistryError } from '../errors.ts';
import type { FieldProblem, ReceivedForm } from './received-form.ts';

/** What came of a form, for the page that handles it. */
export type FormOutcome =
  /** No form was sent. */
  | { readonly kind: 'none' }
  /** Done: the reader is sent on, with status 303. */
  | { readonly kind: 'done'; readonly to: string }
  /** The form is shown anew with what was typed, with status 200. */
  | (Shown & { readonly form: ReceivedForm })
  /** The form is shown anew with what was typed, and what is wrong with it. */
  | (Refusal & { readonly form: ReceivedForm; readonly error?: RegistryError });

/** An action that only shows the form anew: a row more, a preview. */
export interface Shown {
  readonly kind: 'shown';
}

/** An action that was not done; 409 says that somebody else was first. */
export interface Refusal {
  readonly kind: 'refused';
  readonly status: 400 | 403 | 404 | 409;
  readonly problems: readonly FieldProblem[];
}

/** What an action comes to: the path to go on to, the form anew, or why not. */
export type Handled = string | Shown | Refusal;

/** Does what a button of a form asks. */
export type Handler = (form: ReceivedForm) => Promise<Handled>;

/** The answer to a form that cannot be done as it is: shown again, with everything that was typed. */
export function refusal(problems: readonly FieldProblem[], status: Refusal['status'] = 400): Refusal {
  return { kind: 'refused', status, problems };
}

import type { z } from 'zod';
import { RegistryError } from '../../errors.ts';
import type { FieldProblem, ReceivedForm } from '../../forms/received-form.ts';
import type { Words } from '../../language/words.ts';
import type { AdminLocals } from '../admin/admin-locals.ts';
import { statusOf } from '../error-status.ts';
import { problemsIn } from './field-problems.ts';
import { valuesOf } from './values-of.ts';

/** What came of a form, for the page that handles it. */
export type FormOutcome =
  /** No form was sent. */
  | { readonly kind: 'none' }
  /** Done: the reader is sent on, with status 303. */
  | { readonly kind: 'done'; readonly to: string }
  /** The form is shown anew with what was typed, with status 200. */
  | { readonly kind: 'shown'; readonly form: ReceivedForm }
  /** The form is shown anew with what was typed, and what is wrong with it. */
  | {
      readonly kind: 'refused';
      readonly status: RefusedStatus;
      readonly form: ReceivedForm;
      readonly problems: readonly FieldProblem[];
      readonly error?: RegistryError;
    };

type RefusedStatus = 400 | 403 | 404 | 409;

/** An action that only shows the form anew: a row more, a preview. */
export interface Shown {
  readonly kind: 'shown';
}

/** An action that was not done. */
export interface Refusal {
  readonly kind: 'refused';
  readonly status: RefusedStatus;
  readonly problems: readonly FieldProblem[];
}

/** What an action comes to: the path to go on to, the form anew, or why not. */
export type Handled = string | Shown | Refusal;

/** Does what a button of a form asks. */
export type Handler = (form: ReceivedForm) => Promise<Handled>;

/** The same for a form whose fields a schema knows: does it with their values, and says by itself what is wrong with them. */
export interface CheckedHandler<Values> {
  readonly schema: z.ZodType<Values> & { readonly shape: Readonly<Record<string, z.ZodType>> };
  readonly run: (values: Values, form: ReceivedForm) => Promise<Handled>;
}

/** The form was understood, and is shown anew. */
export function shown(): Shown {
  return { kind: 'shown' };
}

/** The form is shown anew with what is wrong; 409 says that somebody else was first. */
export function refused(problems: readonly FieldProblem[], status: RefusedStatus = 400): Refusal {
  return { kind: 'refused', status, problems };
}

interface FormReader {
  readonly admin?: AdminLocals;
  readonly words: Words;
}

/**
 * Does what the posted form asks by the handler of its action. A foreseen failure of a verb becomes a refusal with its
 * status and its problems in words, each at the control that has the path of its field; others are thrown on.
 */
export async function handleForm<Values extends Readonly<Record<string, unknown>>>(
  { admin, words }: FormReader,
  handlers: { readonly [Action in keyof Values]: Handler | CheckedHandler<Values[Action]> },
): Promise<FormOutcome> {
  const form = admin?.form;
  if (form === undefined) return { kind: 'none' };
  if (!Object.hasOwn(handlers, form.action))
    throw new Error(`No handler for ${form.action}, an action of ${admin?.route?.path ?? 'no route'}.`);
  const handler = handlers[form.action as keyof Values] as Handler | CheckedHandler<unknown>;
  try {
    return outcomeOf(await handle(handler, form, words), form);
  } catch (error) {
    return refusalOf(error, form, words);
  }
}

function handle(
  handler: Handler | CheckedHandler<unknown>,
  form: ReceivedForm,
  words: Words,
): Promise<Handled> {
  if (typeof handler === 'function') return handler(form);
  const read = valuesOf(form, handler.schema, words);
  return 'problems' in read ? Promise.resolve(refused(read.problems)) : handler.run(read.values, form);
}

function outcomeOf(handled: Handled, form: ReceivedForm): FormOutcome {
  if (typeof handled !== 'string') return { ...handled, form };
  // Which page comes next is never for the form to say: the gate holds answers to it, and this says it sooner.
  if (!/^\/(?![/\\])/.test(handled)) throw new Error('A form leads to a path of ours, or nowhere.');
  return { kind: 'done', to: handled };
}

function refusalOf(error: unknown, form: ReceivedForm, words: Words): FormOutcome {
  const status = statusOf(error);
  if (!(error instanceof RegistryError) || status === 500) throw error;
  return { kind: 'refused', status, form, problems: problemsIn(error, words), error };
}

import { RegistryError } from '../../errors.ts';
import type { FormOutcome, Handled, Handler } from '../../forms/form-outcome.ts';
import type { ReceivedForm } from '../../forms/received-form.ts';
import type { Words } from '../../language/words.ts';
import type { AdminLocals } from '../admin/admin-locals.ts';
import { statusOf } from '../../error-status.ts';
import { problemsIn } from './field-problems.ts';

interface FormReader {
  readonly admin?: AdminLocals;
  readonly words: Words;
}

/**
 * Does what the posted form asks by the handler of its action. A foreseen failure of a verb becomes a refusal with its
 * status and its problems in words, each at the control that has the path of its field; others are thrown on.
 */
export async function handleForm(
  { admin, words }: FormReader,
  handlers: Readonly<Record<string, Handler>>,
): Promise<FormOutcome> {
  const form = admin?.form;
  if (form === undefined) return { kind: 'none' };
  const handler = Object.hasOwn(handlers, form.action) ? handlers[form.action] : undefined;
  if (!handler)
    throw new Error(`No handler for ${form.action}, an action of ${admin?.route?.path ?? 'no route'}.`);
  try {
    return outcomeOf(await handler(form), form);
  } catch (error) {
    return refusalOf(error, form, words);
  }
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

import type { Words } from '../../language/words.ts';
import { SignInError, type SignInReason } from '../../staff/sign-in-error.ts';
import type { Refusal } from '../../forms/form-outcome.ts';
import type { Locals } from '../reader.ts';

/** Which control a reason is said at; where none is named, above the form. */
type Fields = Partial<Record<SignInReason, string>>;

/** Does what a form asks for; what sign-in refuses is said in its words, at the control that the reason belongs to. */
export async function orSignInRefused<T>(
  locals: Locals,
  fields: Fields,
  work: () => Promise<T>,
): Promise<T | Refusal> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof SignInError)) throw error;
    const field = fields[error.reason] ?? '';
    const message = reasonInWords(locals, error.reason, error.seconds);
    return { kind: 'refused', status: error.code === 'conflict' ? 409 : 400, problems: [{ field, message }] };
  }
}

/** Why somebody is not let in, for them to read. */
export function reasonInWords(
  { words, context }: { readonly words: Words; readonly context: Locals['context'] },
  reason: SignInReason,
  seconds = 0,
): string {
  const name = context.configuration.oidc?.name ?? '';
  return words.t(`sign-in.refused.${reason}`, { seconds, name });
}

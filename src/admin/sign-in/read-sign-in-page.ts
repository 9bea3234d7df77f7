import type { TextView } from '../../forms/field-view.ts';
import type { FieldProblem, ReceivedForm } from '../../forms/received-form.ts';
import type { Link } from '../../register/views/link.ts';
import { signIn } from '../../staff/sign-in.ts';
import type { FormOutcome, Handled } from '../../forms/form-outcome.ts';
import { adminAddresses } from '../admin-addresses.ts';
import { answerOf, textField } from '../answer.ts';
import type { Locals } from '../reader.ts';
import { plainFrame, type PlainFrame } from '../frame.ts';
import { passwordField } from './sign-in-fields.ts';
import { orSignInRefused, reasonInWords } from './sign-in-refusal.ts';
import { visitorOf } from './visitor.ts';

export interface SignInPage {
  readonly frame: PlainFrame;
  readonly problems: { readonly title: string; readonly list: readonly FieldProblem[] };
  readonly fields: readonly TextView[];
  readonly button: string;
  /** The other way in, when the registry is set up with a provider. */
  readonly provider: { readonly or: string; readonly link: Link } | undefined;
  readonly help: string;
}

/** @param next the page to go on to, without a language */
export function readSignInPage(locals: Locals, outcome: FormOutcome, next: string): SignInPage {
  const { t } = locals.words;
  const answer = answerOf(outcome);
  const email = textField(answer, 'email', t('sign-in.field.email'), {
    type: 'email',
    required: true,
    autocomplete: 'username',
    maxLength: 254,
  });
  return {
    frame: plainFrame(locals, { title: t('sign-in.title'), lead: t('sign-in.lead') }),
    problems: { title: t('sign-in.problems'), list: [...answer.problems, ...broughtAlong(locals, outcome)] },
    fields: [email, passwordField(locals, answer)],
    button: t('sign-in.button'),
    provider: providerLink(locals, next),
    help: t('sign-in.help'),
  };
}

/**
 * Signs somebody in with what they typed, and goes on to the page they came for, or to where a code is asked for.
 *
 * @param cookies is given what the browser is to keep
 */
export function enter(locals: Locals, form: ReceivedForm, next: string, cookies: string[]): Promise<Handled> {
  const { context, addresses } = locals;
  return orSignInRefused(locals, {}, async () => {
    const outcome = await signIn(context, {
      email: form.value('email'),
      password: form.value('password'),
      ...visitorOf(locals),
    });
    cookies.push(...outcome.cookies);
    return outcome.kind === 'code'
      ? adminAddresses(addresses).signInCode({ next })
      : addresses.translated(next, addresses.language);
  });
}

function providerLink({ context, words, addresses }: Locals, next: string): SignInPage['provider'] {
  const { oidc } = context.configuration;
  if (!oidc) return undefined;
  const link = {
    href: adminAddresses(addresses).provider({ next }),
    text: words.t('sign-in.provider', { name: oidc.name }),
  };
  return { or: words.t('sign-in.or'), link };
}

/** What is said after something else led here; an answer to a form says something newer. */
export function broughtAlong(locals: Locals, { kind }: FormOutcome): FieldProblem[] {
  const problem = locals.admin?.query['problem'];
  if (kind !== 'none' || !isTold(problem)) return [];
  const isOfProvider = problem !== 'over';
  if (isOfProvider && !locals.context.configuration.oidc) return [];
  return [{ field: '', message: reasonInWords(locals, problem) }];
}

function isTold(problem: string | undefined): problem is 'over' | 'provider' | 'provider-silent' {
  return problem === 'over' || problem === 'provider' || problem === 'provider-silent';
}

import type { TextView } from '../../forms/field-view.ts';
import type { FieldProblem, ReceivedForm } from '../../forms/received-form.ts';
import type { Link } from '../../register/views/link.ts';
import { confirmIdentity } from '../../staff/confirm-identity.ts';
import { hasPassword } from '../../staff/passwords.ts';
import type { FormOutcome, Handled } from '../../forms/form-outcome.ts';
import { adminAddresses } from '../admin-addresses.ts';
import { answerOf } from '../answer.ts';
import type { Locals } from '../reader.ts';
import { plainFrame, type PlainFrame } from '../frame.ts';
import { broughtAlong } from './read-sign-in-page.ts';
import { codeField, passwordField } from './sign-in-fields.ts';
import { orSignInRefused } from './sign-in-refusal.ts';
import { signedInOf } from './visitor.ts';

/** The page on which somebody who is signed in shows again who they are: by password and code, or at the provider. */
export interface ConfirmPage {
  readonly frame: PlainFrame;
  readonly problems: { readonly title: string; readonly list: readonly FieldProblem[] };
  /** Shown so that a password manager knows whose password it is. */
  readonly user: string;
  readonly form: { readonly fields: readonly TextView[]; readonly button: string } | undefined;
  readonly provider: { readonly text: string; readonly link: Link | undefined } | undefined;
  readonly back: Link;
}

/** @param next the page to go on to, without a language */
export async function readConfirmPage(
  locals: Locals,
  outcome: FormOutcome,
  next: string,
): Promise<ConfirmPage> {
  const { words, addresses, context } = locals;
  const { t } = words;
  const { member } = signedInOf(locals);
  const answer = answerOf(outcome);
  const byPassword = await hasPassword(context.database.orm, member.id);
  const fields = [
    passwordField(locals, answer),
    ...(member.hasSecondFactor ? [codeField(locals, answer)] : []),
  ];
  return {
    frame: plainFrame(locals, { title: t('sign-in.confirm.title'), lead: t('sign-in.confirm.lead') }),
    problems: {
      title: t('sign-in.confirm.problems'),
      list: [...answer.problems, ...broughtAlong(locals, outcome)],
    },
    user: member.email,
    form: byPassword ? { fields, button: t('sign-in.confirm.button') } : undefined,
    provider: byPassword ? undefined : atProvider(locals, next),
    back: { href: adminAddresses(addresses).home(), text: t('sign-in.confirm.cancel') },
  };
}

function atProvider({ words: { t }, context, addresses }: Locals, next: string): ConfirmPage['provider'] {
  const { oidc } = context.configuration;
  if (!oidc) return { text: t('sign-in.confirm.no-means'), link: undefined };
  const { name } = oidc;
  const href = adminAddresses(addresses).provider({ next, confirm: 'yes' });
  return {
    text: t('sign-in.confirm.provider-text', { name }),
    link: { href, text: t('sign-in.confirm.provider', { name }) },
  };
}

/** Notes that somebody has shown again who they are, and goes on to what they were about to do. */
export function confirm(locals: Locals, form: ReceivedForm, next: string): Promise<Handled> {
  const { context, addresses } = locals;
  const fields = { 'wrong-password': 'password', 'wrong-code': 'code' };
  return orSignInRefused(locals, fields, async () => {
    await confirmIdentity(context, {
      signedIn: signedInOf(locals),
      password: form.value('password'),
      given: { code: form.value('code') },
    });
    return addresses.translated(next, addresses.language);
  });
}

import type { TextView } from '../../forms/field-view.ts';
import type { FieldProblem, ReceivedForm } from '../../forms/received-form.ts';
import type { Link } from '../../register/views/link.ts';
import type { GivenCode } from '../../staff/second-factor-row.ts';
import { pendingSignIn, verifyCode } from '../../staff/verify-code.ts';
import type { FormOutcome, Handled } from '../../forms/form-outcome.ts';
import { adminAddresses } from '../admin-addresses.ts';
import { answerOf } from '../answer.ts';
import type { Locals } from '../reader.ts';
import { plainFrame, type PlainFrame } from '../frame.ts';
import { codeField, recoveryField } from './sign-in-fields.ts';
import { orSignInRefused } from './sign-in-refusal.ts';
import { visitorOf } from './visitor.ts';

export interface CodePage {
  readonly frame: PlainFrame;
  readonly problems: { readonly title: string; readonly list: readonly FieldProblem[] };
  readonly code: { readonly field: TextView; readonly button: string };
  readonly recovery: {
    readonly summary: string;
    /** Whether it was just tried: then it stays in sight. */
    readonly open: boolean;
    readonly field: TextView;
    readonly button: string;
  };
  readonly again: Link;
}

/** Where a browser has to go that has nothing to give a code for: on, or back to the beginning. */
export async function elsewhereThanCode(locals: Locals, next: string): Promise<string | undefined> {
  const { context, addresses } = locals;
  if (locals.admin?.signedIn) return addresses.translated(next, addresses.language);
  const pending = await pendingSignIn(context, visitorOf(locals).headers);
  if (pending) return undefined;
  // Who has just typed a code is told what became of it.
  return adminAddresses(addresses).signIn({ next, problem: locals.admin?.form && 'over' });
}

/** @param next the page to go on to, without a language */
export function readCodePage(locals: Locals, outcome: FormOutcome, next: string): CodePage {
  const { t } = locals.words;
  const answer = answerOf(outcome);
  return {
    frame: plainFrame(locals, { title: t('sign-in.code.title'), lead: t('sign-in.code.lead') }),
    problems: { title: t('sign-in.problems'), list: answer.problems },
    code: { field: codeField(locals, answer), button: t('sign-in.code.verify') },
    recovery: {
      summary: t('sign-in.code.without-app'),
      open: answer.form?.action === 'recover',
      field: recoveryField(locals, answer),
      button: t('sign-in.code.recover'),
    },
    again: { href: adminAddresses(locals.addresses).signIn({ next }), text: t('sign-in.code.start-again') },
  };
}

/** Completes a sign-in by a code of the app. */
export function verify(
  locals: Locals,
  form: ReceivedForm,
  next: string,
  cookies: string[],
): Promise<Handled> {
  return complete(locals, { code: form.value('code') }, next, cookies);
}

/** Completes a sign-in by a recovery code. */
export function recover(
  locals: Locals,
  form: ReceivedForm,
  next: string,
  cookies: string[],
): Promise<Handled> {
  return complete(locals, { recovery: form.value('recovery') }, next, cookies);
}

function complete(locals: Locals, given: GivenCode, next: string, cookies: string[]): Promise<Handled> {
  const { context, addresses } = locals;
  const fields = { 'wrong-code': 'code', 'wrong-recovery': 'recovery' };
  return orSignInRefused(locals, fields, async () => {
    cookies.push(...(await verifyCode(context, { ...visitorOf(locals), given })));
    return addresses.translated(next, addresses.language);
  });
}

import type { TextView } from '../../forms/field-view.ts';
import type { FieldProblem } from '../../forms/received-form.ts';
import type { Link } from '../../register/views/link.ts';
import { organisationName } from '../../register/views/organisation-name.ts';
import { codePicture } from '../../staff/code-picture.ts';
import { inGroupsOfFour, otpauthAddress } from '../../staff/one-time-code.ts';
import { recoveryCodesLeft, secondFactorOwed, secretToShare } from '../../staff/second-factor.ts';
import { isFresh } from '../../staff/session-limits.ts';
import type { FormOutcome } from '../../forms/form-outcome.ts';
import { adminAddresses } from '../admin-addresses.ts';
import { answerOf, type Answer } from '../answer.ts';
import type { Locals } from '../reader.ts';
import { adminFrame, type AdminFrame } from '../frame.ts';
import { codeField } from '../sign-in/sign-in-fields.ts';
import { signedInOf } from '../sign-in/visitor.ts';

/** Recovery codes as they are shown, once. */
export interface ToldCodes {
  readonly title: string;
  readonly text: string;
  readonly codes: readonly string[];
  readonly kept: Link;
}

/** How far somebody is with their second factor; one of the four is there. */
export interface SecondFactorPage {
  readonly frame: AdminFrame;
  readonly problems: { readonly title: string; readonly list: readonly FieldProblem[] };
  readonly owed: string | undefined;
  readonly none: { readonly text: string; readonly button: string } | undefined;
  readonly begun: BegunSecondFactor | undefined;
  readonly on: SecondFactorInUse | undefined;
  readonly told: ToldCodes | undefined;
}

interface BegunSecondFactor {
  readonly share: {
    readonly title: string;
    readonly text: string;
    /** For the phone that reads it off the screen. */
    readonly picture: { readonly src: string; readonly alt: string };
    readonly field: TextView;
    readonly link: Link;
  };
  readonly prove: { readonly title: string; readonly field: TextView; readonly button: string };
  readonly again: string;
}

interface SecondFactorInUse {
  readonly text: string;
  readonly left: string;
  readonly renew: { readonly text: string; readonly warning: string };
  readonly disable: { readonly text: string; readonly warning: string };
}

/** @param codes the recovery codes that were just made, if any were */
export async function readSecondFactorPage(
  locals: Locals,
  outcome: FormOutcome,
  codes: readonly string[],
): Promise<SecondFactorPage> {
  const { t } = locals.words;
  const { member } = signedInOf(locals);
  const answer = answerOf(outcome);
  const isOwed = await secondFactorOwed(locals.context, member);
  const page = {
    frame: frameOf(locals),
    problems: { title: t('account.factor.problems'), list: answer.problems },
    owed: isOwed && codes.length === 0 ? t('account.factor.owed') : undefined,
    none: undefined,
    begun: undefined,
    on: undefined,
    told: undefined,
  };
  if (codes.length > 0) return { ...page, told: told(locals, codes) };
  if (member.hasSecondFactor) return { ...page, on: await inUse(locals) };
  const begun = await readBegun(locals, answer);
  if (begun) return { ...page, begun };
  return { ...page, none: { text: t('account.factor.why'), button: t('account.factor.begin') } };
}

function frameOf(locals: Locals): AdminFrame {
  const { words, addresses } = locals;
  const account = { href: adminAddresses(addresses).account(), text: words.t('account.title') };
  return adminFrame(locals, {
    title: words.t('account.factor.title'),
    section: 'account',
    crumbs: [account],
  });
}

/** The secret is shown to those only who have just shown who they are: whoever sees it can make codes. */
async function readBegun(locals: Locals, answer: Answer): Promise<BegunSecondFactor | undefined> {
  const { words, context } = locals;
  const { t } = words;
  const signedIn = signedInOf(locals);
  const secret = isFresh(signedIn, context.clock.now()) ? await secretToShare(context, signedIn) : undefined;
  if (secret === undefined) return undefined;
  const address = otpauthAddress(secret, organisationName(locals), signedIn.member.email);
  return {
    share: {
      title: t('account.factor.step-1'),
      text: t('account.factor.step-1-text'),
      picture: { src: codePicture(address), alt: t('account.factor.picture') },
      field: secretField(t('account.factor.secret'), secret),
      link: { href: address, text: t('account.factor.open') },
    },
    prove: {
      title: t('account.factor.step-2'),
      field: codeField(locals, answer),
      button: t('account.factor.enable'),
    },
    again: t('account.factor.again'),
  };
}

function secretField(label: string, secret: string): TextView {
  return {
    id: 'secret',
    name: 'secret',
    label,
    type: 'line',
    value: inGroupsOfFour(secret),
    readOnly: true,
    copy: true,
  };
}

async function inUse(locals: Locals): Promise<SecondFactorInUse> {
  const { t } = locals.words;
  const signedIn = signedInOf(locals);
  const isRequired = await secondFactorOwed(locals.context, { hasSecondFactor: false });
  return {
    text: t('account.second-factor.text-on'),
    left: t('account.factor.left', { count: await recoveryCodesLeft(locals.context, signedIn) }),
    renew: { text: t('account.factor.renew'), warning: t('account.factor.renew-text') },
    disable: {
      text: t('account.factor.disable'),
      warning: t(isRequired ? 'account.factor.disable-owed' : 'account.factor.disable-text'),
    },
  };
}

function told({ words: { t }, addresses }: Locals, codes: readonly string[]): ToldCodes {
  return {
    title: t('account.factor.codes'),
    text: t('account.factor.codes-text'),
    codes,
    kept: { href: adminAddresses(addresses).account(), text: t('account.factor.codes-kept') },
  };
}

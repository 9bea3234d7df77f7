import type { TextView } from '../../forms/field-view.ts';
import type { FieldProblem } from '../../forms/received-form.ts';
import type { Link } from '../../register/views/link.ts';
import { hasPassword } from '../../staff/passwords.ts';
import type { StaffMember } from '../../staff/staff-member.ts';
import type { FormOutcome } from '../../forms/form-outcome.ts';
import { adminAddresses } from '../admin-addresses.ts';
import { answerOf } from '../answer.ts';
import type { Locals } from '../reader.ts';
import { adminFrame, type AdminFrame } from '../frame.ts';
import type { Tag } from '../../register/views/tag.ts';
import type { Column, Row, SummaryFact } from '../page-parts.ts';
import { signedInOf } from '../sign-in/visitor.ts';
import { newPasswordFields } from './new-password.ts';
import { sessionsTable } from './sessions-table.ts';

/** What somebody may see and change of how they themselves come in. */
export interface AccountPage {
  readonly frame: AdminFrame;
  readonly problems: { readonly title: string; readonly list: readonly FieldProblem[] };
  readonly who: { readonly title: string; readonly facts: readonly SummaryFact[]; readonly note: string };
  readonly secondFactor: {
    readonly title: string;
    readonly state: Tag;
    readonly text: string;
    readonly link: Link;
  };
  /** Absent for those who come by the provider only. */
  readonly password:
    | {
        readonly title: string;
        readonly lead: string;
        readonly user: string;
        readonly fields: readonly TextView[];
        readonly button: string;
      }
    | undefined;
  readonly sessions: {
    readonly title: string;
    readonly lead: string;
    readonly columns: readonly Column[];
    readonly rows: readonly Row[];
    readonly everywhere: string;
  };
}

export async function readAccountPage(locals: Locals, outcome: FormOutcome): Promise<AccountPage> {
  const { t } = locals.words;
  const { member } = signedInOf(locals);
  const answer = answerOf(outcome);
  const byPassword = await hasPassword(locals.context.database.orm, member.id);
  return {
    frame: adminFrame(locals, { title: t('account.title'), section: 'account' }),
    problems: { title: t('account.problems'), list: answer.problems },
    who: { title: t('account.who'), facts: factsOf(locals, member, byPassword), note: t('account.who.note') },
    secondFactor: secondFactorOf(locals, member),
    password: byPassword
      ? {
          title: t('account.password'),
          lead: t('account.password.lead'),
          user: member.email,
          fields: newPasswordFields(locals, answer),
          button: t('account.password.button'),
        }
      : undefined,
    sessions: {
      title: t('account.sessions'),
      lead: t('account.sessions.lead'),
      ...(await sessionsTable(locals)),
      everywhere: t('account.sessions.everywhere'),
    },
  };
}

function factsOf({ words, context }: Locals, member: StaffMember, byPassword: boolean): SummaryFact[] {
  const { t } = words;
  const provider = context.configuration.oidc?.name;
  const means = [byPassword ? t('account.who.password') : undefined, provider].filter(
    (one) => one !== undefined,
  );
  return [
    { label: t('account.who.name'), values: [{ text: member.name }] },
    { label: t('account.who.email'), values: [{ text: member.email }] },
    { label: t('account.who.role'), values: [{ text: t(`admin.role.${member.role}`) }] },
    { label: t('account.who.means'), values: [{ text: words.list(means) }] },
  ];
}

function secondFactorOf(
  { words: { t }, addresses }: Locals,
  { hasSecondFactor }: StaffMember,
): AccountPage['secondFactor'] {
  const state = hasSecondFactor ? 'on' : 'off';
  return {
    title: t('account.second-factor'),
    state: { text: t(`account.second-factor.${state}`), tone: hasSecondFactor ? 'good' : 'bad' },
    text: t(`account.second-factor.text-${state}`),
    link: {
      href: adminAddresses(addresses).secondFactor(),
      text: t(hasSecondFactor ? 'account.second-factor.manage' : 'account.second-factor.set-up'),
    },
  };
}

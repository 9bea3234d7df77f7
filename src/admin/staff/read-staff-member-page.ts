import type { ChoicesView } from '../../forms/field-view.ts';
import type { FieldProblem } from '../../forms/received-form.ts';
import type { Link } from '../../register/views/link.ts';
import { listStaff, type ListedStaff } from '../../staff/list-staff.ts';
import { StaffError } from '../../staff/staff-error.ts';
import type { FormOutcome } from '../../forms/form-outcome.ts';
import { adminAddresses } from '../admin-addresses.ts';
import { answerOf } from '../answer.ts';
import { memberOf, type Locals } from '../reader.ts';
import { adminFrame, type AdminFrame } from '../frame.ts';
import type { SummaryFact } from '../page-parts.ts';
import { instantInWords } from '../instant.ts';
import { offersFor, type Offer } from './offers.ts';
import { roleChoices } from './role-choices.ts';
import { nameOf, stateTagOf } from './state-tags.ts';
import type { ToldLink } from './told-link.ts';

/** One member of staff, and what an admin can do about them. */
export interface StaffMemberPage {
  readonly frame: AdminFrame;
  readonly problems: { readonly title: string; readonly list: readonly FieldProblem[] };
  readonly link: ToldLink | undefined;
  readonly facts: readonly SummaryFact[];
  /** In one's own page: where one's own access is. */
  readonly own: { readonly text: string; readonly link: Link } | undefined;
  readonly role: { readonly title: string; readonly field: ChoicesView; readonly button: string } | undefined;
  readonly offers: readonly Offer[];
}

/**
 * @param link that the answered form made: it is shown here, and never again
 * @throws StaffError `unknown-person`
 */
export async function readStaffMemberPage(
  locals: Locals,
  id: string,
  outcome: FormOutcome,
  link: ToldLink | undefined,
): Promise<StaffMemberPage> {
  const { words, addresses, context } = locals;
  const { t } = words;
  const member = (await listStaff(context)).find((one) => one.id === id);
  if (!member) throw new StaffError('unknown-person');
  const answer = answerOf(outcome);
  const admin = adminAddresses(addresses);
  const isOneself = memberOf(locals).id === id;
  const isHere = member.state !== 'removed';
  return {
    frame: adminFrame(locals, {
      title: nameOf(words, member),
      section: 'staff',
      crumbs: [{ text: t('staff.title'), href: admin.staffList() }],
    }),
    problems: { title: t('staff.problems'), list: answer.problems },
    link,
    facts: factsOf(locals, member),
    own: isOneself
      ? { text: t('staff.own'), link: { text: t('admin.nav.account'), href: admin.account() } }
      : undefined,
    role:
      isHere && !isOneself
        ? {
            title: t('staff.role.title'),
            field: roleChoices(locals, answer, member.role),
            button: t('staff.role.button'),
          }
        : undefined,
    offers: isOneself ? [] : offersFor(words, member),
  };
}

function factsOf(locals: Locals, member: ListedStaff): SummaryFact[] {
  const { words } = locals;
  const { t } = words;
  const fact = (label: string, text: string): SummaryFact => ({ label, values: [{ text }] });
  const { email, role, state, hasSecondFactor, createdAt, signedInAt } = member;
  const present = [
    fact(t('staff.field.email'), email),
    fact(t('staff.field.role'), t(`admin.role.${role}`)),
    fact(
      t('staff.column.second-factor'),
      t(hasSecondFactor ? 'staff.second-factor.yes' : 'staff.second-factor.no'),
    ),
    fact(
      t('staff.column.signed-in'),
      signedInAt === undefined ? t('staff.not-signed-in') : instantInWords(locals, signedInAt),
    ),
  ];
  return [
    { label: t('staff.column.state'), values: [], tags: [stateTagOf(words, member)] },
    ...(state === 'removed' ? [] : present),
    fact(t('staff.since'), instantInWords(locals, createdAt)),
  ];
}

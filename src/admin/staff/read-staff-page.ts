import type { ChoicesView, TextView } from '../../forms/field-view.ts';
import type { FieldProblem } from '../../forms/received-form.ts';
import { listStaff, type ListedStaff } from '../../staff/list-staff.ts';
import type { FormOutcome } from '../../forms/form-outcome.ts';
import { adminAddresses } from '../admin-addresses.ts';
import { answerOf, textField, type Answer } from '../answer.ts';
import { memberOf, type Locals } from '../reader.ts';
import { adminFrame, type AdminFrame } from '../frame.ts';
import type { Cell, Column, Row } from '../page-parts.ts';
import { instantInWords } from '../instant.ts';
import { roleChoices } from './role-choices.ts';
import { nameOf, stateTagOf } from './state-tags.ts';
import type { ToldLink } from './told-link.ts';

/** Everybody on the staff, and the form that invites somebody. */
export interface StaffPage {
  readonly frame: AdminFrame;
  readonly problems: { readonly title: string; readonly list: readonly FieldProblem[] };
  readonly link: ToldLink | undefined;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly invite: {
    readonly title: string;
    readonly lead: string;
    readonly fields: readonly TextView[];
    readonly role: ChoicesView;
    readonly button: string;
  };
}

/** @param link that the answered form made: it is shown here, and never again */
export async function readStaffPage(
  locals: Locals,
  outcome: FormOutcome,
  link: ToldLink | undefined,
): Promise<StaffPage> {
  const { words } = locals;
  const { t } = words;
  // Once somebody is invited the form is for the next one.
  const answer = link ? { form: undefined, problems: [] } : answerOf(outcome);
  const everybody = await listStaff(locals.context);
  return {
    frame: adminFrame(locals, { title: t('staff.title'), section: 'staff', lead: t('staff.lead') }),
    problems: { title: t('staff.problems'), list: answer.problems },
    link,
    columns: columnsOf(locals),
    rows: everybody.map((member) => rowOf(locals, member)),
    invite: {
      title: t('staff.invite.title'),
      lead: t('staff.invite.lead'),
      fields: inviteFields(locals, answer),
      role: roleChoices(locals, answer, 'editor'),
      button: t('staff.invite.button'),
    },
  };
}

function inviteFields({ words: { t } }: Locals, answer: Answer): TextView[] {
  return [
    textField(answer, 'name', t('staff.field.name'), { required: true, maxLength: 200 }),
    textField(answer, 'email', t('staff.field.email'), { type: 'email', required: true, maxLength: 254 }),
  ];
}

function columnsOf({ words: { t } }: Locals): Column[] {
  return [
    { label: t('staff.column.name') },
    { label: t('staff.column.role') },
    { label: t('staff.column.state') },
    { label: t('staff.column.second-factor') },
    { label: t('staff.column.signed-in') },
  ];
}

function rowOf(locals: Locals, member: ListedStaff): Row {
  const { words, addresses } = locals;
  const isOneself = memberOf(locals).id === member.id;
  const name: Cell = {
    text: nameOf(words, member),
    href: adminAddresses(addresses).staffMember(member.id),
    ...(member.state === 'removed' ? {} : { small: member.email }),
    ...(isOneself ? { tags: [{ text: words.t('staff.you') }] } : {}),
  };
  return {
    id: member.id,
    cells: [
      name,
      { text: words.t(`admin.role.${member.role}`) },
      { tags: [stateTagOf(words, member)] },
      secondFactorOf(locals, member),
      signedInOf(locals, member),
    ],
  };
}

function secondFactorOf({ words: { t } }: Locals, { state, hasSecondFactor }: ListedStaff): Cell {
  if (state === 'removed') return { text: '–', quiet: true };
  return hasSecondFactor
    ? { text: t('staff.second-factor.yes') }
    : { text: t('staff.second-factor.no'), quiet: true };
}

function signedInOf(locals: Locals, { signedInAt }: ListedStaff): Cell {
  return signedInAt === undefined
    ? { text: locals.words.t('staff.not-signed-in'), quiet: true }
    : { text: instantInWords(locals, signedInAt), datetime: signedInAt };
}

import type { ReceivedForm } from '../../forms/received-form.ts';
import { changeRole } from '../../staff/change-role.ts';
import { forgetStaff } from '../../staff/forget-staff.ts';
import { makeLink } from '../../staff/make-link.ts';
import { removeStaff, type OneOfStaff } from '../../staff/remove-staff.ts';
import { resetSecondFactor } from '../../staff/reset-second-factor.ts';
import { STAFF_ROLES } from '../../staff/roles.ts';
import { signOutStaff } from '../../staff/sign-out-staff.ts';
import { findStaff } from '../../staff/staff-rows.ts';
import { refusal, type Handled, type Handler } from '../../forms/form-outcome.ts';
import { adminAddresses } from '../admin-addresses.ts';
import { actorOf, type Locals } from '../reader.ts';
import type { Told } from './invite-handlers.ts';
import { orRefused } from './staff-refusal.ts';
import { toldLink } from './told-link.ts';

const DONE = {
  'sign-out': 'staff-signed-out',
  'reset-second-factor': 'staff-second-factor-reset',
  remove: 'staff-removed',
  forget: 'staff-forgotten',
} as const;

const VERBS = {
  'sign-out': signOutStaff,
  'reset-second-factor': resetSecondFactor,
  remove: removeStaff,
  forget: forgetStaff,
} as const satisfies Record<
  keyof typeof DONE,
  (context: Locals['context'], input: OneOfStaff) => Promise<unknown>
>;

/** @param told gets a link that is made, which the answer shows: it is kept nowhere from which it could be told again */
export function staffMemberHandlers(locals: Locals, staff: string, told: Told) {
  const doing =
    (action: keyof typeof VERBS): Handler =>
    () =>
      doToStaff(locals, staff, action);
  return {
    'change-role': (form) => giveRole(locals, staff, form),
    link: () => tellLink(locals, staff, told),
    'sign-out': doing('sign-out'),
    'reset-second-factor': doing('reset-second-factor'),
    remove: doing('remove'),
    forget: doing('forget'),
  } satisfies Readonly<Record<string, Handler>>;
}

function doToStaff(locals: Locals, staff: string, action: keyof typeof VERBS): Promise<Handled> {
  return orRefused(locals, '', async () => {
    await VERBS[action](locals.context, { actor: actorOf(locals), staff });
    return adminAddresses(locals.addresses).staffMember(staff, { done: DONE[action] });
  });
}

async function giveRole(locals: Locals, staff: string, form: ReceivedForm): Promise<Handled> {
  const role = STAFF_ROLES.find((one) => one === form.value('role'));
  if (!role) return refusal([{ field: 'role', message: locals.words.t('staff.wrong.role') }]);
  return orRefused(locals, 'role', async () => {
    await changeRole(locals.context, { actor: actorOf(locals), staff, role });
    return adminAddresses(locals.addresses).staffMember(staff, { done: 'staff-role-changed' });
  });
}

async function tellLink(locals: Locals, staff: string, told: Told): Promise<Handled> {
  const link = await orRefused(locals, '', () => makeLink(locals.context, { actor: actorOf(locals), staff }));
  if (!('token' in link)) return link;
  const member = await findStaff(locals.context.database.orm, staff);
  told.link = toldLink(locals, member?.name ?? '', link);
  return { kind: 'shown' };
}

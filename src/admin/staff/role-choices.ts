import type { ChoicesView } from '../../forms/field-view.ts';
import { STAFF_ROLES, type StaffRole } from '../../staff/roles.ts';
import { choices, type Answer } from '../answer.ts';
import type { Locals } from '../reader.ts';

/** The roles to choose from, each with what it may do. */
export function roleChoices({ words }: Locals, answer: Answer, chosen: StaffRole): ChoicesView {
  const options = STAFF_ROLES.map((role) => ({
    value: role,
    label: words.t(`admin.role.${role}`),
    hint: words.t(`staff.role.${role}`),
  }));
  return choices(answer, 'role', words.t('staff.field.role'), 'radio', options, [chosen], { required: true });
}

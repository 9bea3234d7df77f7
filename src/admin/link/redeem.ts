import type { FieldProblem, ReceivedForm } from '../../forms/received-form.ts';
import { emailSchema, personNameSchema } from '../../staff/person-schema.ts';
import { openLink, redeemLink } from '../../staff/redeem-link.ts';
import type { StaffError } from '../../staff/staff-error.ts';
import { refusal, type Handled } from '../../forms/form-outcome.ts';
import { adminAddresses } from '../admin-addresses.ts';
import type { Locals } from '../reader.ts';
import { orRefused } from '../staff/staff-refusal.ts';

/** Sets the password, and sends its holder to the sign-in page. */
export async function redeem(locals: Locals, token: string, form: ReceivedForm): Promise<Handled> {
  const link = await openLink(locals.context, token);
  // Nothing is said of a form that nobody is asked for.
  if (!link) return refusal([], 404);
  const person = link.member ?? personIn(form);
  const problems = [...wrongIn(locals, person), ...repeated(locals, form)];
  const { name, email } = person;
  if (problems.length > 0 || name === undefined || email === undefined) return refusal(problems);
  const input = { token, password: form.value('password'), person: { name, email } };
  return orRefused(locals, fieldOf, async () => {
    await redeemLink(locals.context, input);
    return adminAddresses(locals.addresses).signIn({ done: 'password-set' });
  });
}

/** What the first admin says of themselves; what cannot be so is left out. */
function personIn(form: ReceivedForm): { readonly name?: string; readonly email?: string } {
  const name = personNameSchema.safeParse(form.value('name')).data;
  const email = emailSchema.safeParse(form.value('email')).data;
  return { ...(name === undefined ? {} : { name }), ...(email === undefined ? {} : { email }) };
}

function wrongIn({ words: { t } }: Locals, person: { name?: string; email?: string }): FieldProblem[] {
  return (['name', 'email'] as const)
    .filter((field) => person[field] === undefined)
    .map((field) => ({ field, message: t(`staff.wrong.${field}`) }));
}

/** A slip in a password that nobody sees would lock its owner out at once. */
function repeated({ words: { t } }: Locals, form: ReceivedForm): FieldProblem[] {
  return form.value('password') === form.value('repeated')
    ? []
    : [{ field: 'repeated', message: t('link.wrong.repeated') }];
}

function fieldOf({ reason }: StaffError): string {
  if (reason === 'address-taken') return 'email';
  return reason === 'link-over' ? '' : 'password';
}

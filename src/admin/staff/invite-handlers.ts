import { z } from 'zod';
import type { FieldProblem, ReceivedForm } from '../../forms/received-form.ts';
import { inviteStaff } from '../../staff/invite-staff.ts';
import { emailSchema, personNameSchema } from '../../staff/person-schema.ts';
import { STAFF_ROLES } from '../../staff/roles.ts';
import { refusal, type Handled, type Handler } from '../../forms/form-outcome.ts';
import { actorOf, type Locals } from '../reader.ts';
import { orRefused } from './staff-refusal.ts';
import { toldLink, type ToldLink } from './told-link.ts';

const inviteSchema = z.object({
  name: personNameSchema,
  email: emailSchema,
  role: z.enum(STAFF_ROLES),
});

/** A link that a form has made, for the page that answers it. */
export interface Told {
  link?: ToldLink;
}

/** @param told gets the link, which the answer shows: it is kept nowhere from which it could be told again */
export function inviteHandlers(locals: Locals, told: Told): { readonly invite: Handler } {
  return { invite: (form) => invite(locals, form, told) };
}

async function invite(locals: Locals, form: ReceivedForm, told: Told): Promise<Handled> {
  const parsed = inviteSchema.safeParse({
    name: form.value('name'),
    email: form.value('email'),
    role: form.value('role'),
  });
  if (!parsed.success) return refusal(problemsOf(locals, parsed.error));
  const invited = await orRefused(locals, 'email', () =>
    inviteStaff(locals.context, { actor: actorOf(locals), ...parsed.data }),
  );
  if (!('link' in invited)) return invited;
  told.link = toldLink(locals, invited.member.name, invited.link);
  return { kind: 'shown' };
}

const FIELDS = ['name', 'email', 'role'] as const;

function problemsOf({ words }: Locals, { issues }: z.ZodError): FieldProblem[] {
  return FIELDS.filter((field) => issues.some(({ path }) => path[0] === field)).map((field) => ({
    field,
    message: words.t(`staff.wrong.${field}`),
  }));
}

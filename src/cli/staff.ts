import type { Actor } from '../actor.ts';
import type { Configuration } from '../configuration.ts';
import type { Context } from '../context.ts';
import { firstAdminLink } from '../staff/first-admin-link.ts';
import { inviteStaff } from '../staff/invite-staff.ts';
import { linkAddress } from '../staff/link-address.ts';
import type { NewLink } from '../staff/link-rows.ts';
import { listStaff } from '../staff/list-staff.ts';
import { makeLink } from '../staff/make-link.ts';
import { emailSchema, personNameSchema } from '../staff/person-schema.ts';
import { removeStaff } from '../staff/remove-staff.ts';
import { STAFF_ROLES, type StaffRole } from '../staff/roles.ts';
import { StaffError } from '../staff/staff-error.ts';
import type { StaffMember } from '../staff/staff-member.ts';
import { staffByEmail } from '../staff/staff-rows.ts';
import { Misuse, Refusal } from './refusal.ts';
import { staffTable } from './staff-table.ts';
import type { Terminal } from './terminal.ts';
import { configurationFor, refuseMissing, withContext, type DatabaseOption } from './with-context.ts';

const OPERATOR: Actor = { kind: 'system', id: 'command-line' };

export interface AddStaffOptions extends DatabaseOption {
  readonly email: string;
  readonly name: string;
  readonly role: string;
}

/** Puts somebody on the staff, and prints the link by which they choose a password. */
export async function addStaff(terminal: Terminal, options: AddStaffOptions): Promise<void> {
  const person = personFrom(options);
  await withStaff(terminal, options, async (context) => {
    const { member, link } = await inviteStaff(context, { actor: OPERATOR, ...person });
    terminal.out(`${member.name} is on the staff as ${member.role}.\n${handOver(context, link)}`);
  });
}

export interface ListStaffOptions extends DatabaseOption {
  readonly json?: boolean;
}

/** Prints who is on the staff: a table, or JSON with a line for each. */
export async function printStaff(terminal: Terminal, options: ListStaffOptions): Promise<void> {
  await withStaff(terminal, options, async (context) => {
    const staff = await listStaff(context);
    if (options.json) for (const member of staff) terminal.out(`${JSON.stringify(member)}\n`);
    else terminal.out(staffTable(staff));
  });
}

export interface LinkOptions extends DatabaseOption {
  readonly first?: boolean;
}

/** Prints a new link for somebody, or the one by which the first admin is set up. */
export async function printLink(
  terminal: Terminal,
  email: string | undefined,
  options: LinkOptions,
): Promise<void> {
  if ((email === undefined) === (options.first !== true))
    throw new Misuse('Give an address, or --first for the link of the first admin.');
  await withStaff(terminal, options, async (context) => {
    const link =
      email === undefined
        ? await firstLink(context)
        : await linkOf(context, await memberWith(context, email));
    terminal.out(handOver(context, link));
  });
}

/** Takes somebody off the staff, at once and for good. */
export async function removeFromStaff(
  terminal: Terminal,
  email: string,
  options: DatabaseOption,
): Promise<void> {
  await withStaff(terminal, options, async (context) => {
    const { id, name } = await memberWith(context, email);
    await removeStaff(context, { actor: OPERATOR, staff: id });
    terminal.out(`${name} was removed: all sessions have ended.\n`);
  });
}

async function withStaff(
  terminal: Terminal,
  options: DatabaseOption,
  work: (context: Context) => Promise<void>,
): Promise<void> {
  const configuration: Configuration = configurationFor(terminal, options);
  refuseMissing(configuration);
  await withContext(terminal, configuration, work);
}

function personFrom({ email, name, role }: AddStaffOptions): {
  name: string;
  email: string;
  role: StaffRole;
} {
  const known = STAFF_ROLES.find((one) => one === role);
  if (!known) throw new Misuse(`${role} is no role. There is: ${STAFF_ROLES.join(', ')}.`);
  const parsed = { email: emailSchema.safeParse(email), name: personNameSchema.safeParse(name) };
  if (!parsed.email.success) throw new Refusal(`${email} is no e-mail address.`);
  if (!parsed.name.success) throw new Refusal('A name is one line of 1 to 200 characters.');
  return { name: parsed.name.data, email: parsed.email.data, role: known };
}

async function memberWith({ database }: Context, email: string): Promise<StaffMember> {
  const member = await staffByEmail(database.orm, email);
  if (!member) throw new Refusal(`Nobody on the staff has the address ${email}.`);
  return member;
}

async function firstLink(context: Context): Promise<NewLink> {
  const link = await firstAdminLink(context);
  if (!link) throw new StaffError('admin-exists');
  return link;
}

function linkOf(context: Context, { id }: StaffMember): Promise<NewLink> {
  return makeLink(context, { actor: OPERATOR, staff: id });
}

function handOver({ configuration }: Context, link: NewLink): string {
  return [
    'This link sets the password. It works once, and is shown only here:',
    `  ${linkAddress(configuration.publicUrl, link.token)}`,
    `It is good until ${link.expiresAt}.`,
    '',
  ].join('\n');
}

import { randomUUID } from 'node:crypto';
import { newDraftHandlers } from '../../../src/admin/drafts/start/handlers.ts';
import type { What } from '../../../src/admin/drafts/start/what.ts';
import type { Locals } from '../../../src/admin/reader.ts';
import type { Draft } from '../../../src/drafts/draft-content.ts';
import { readDraft } from '../../../src/drafts/read-draft.ts';
import type { ReceivedForm } from '../../../src/forms/received-form.ts';
import type { StaffMember } from '../../../src/staff/staff-member.ts';
import { adminRouteAt } from '../../../src/web/admin/match-admin-route.ts';
import type { FormOutcome, Handled } from '../../../src/forms/form-outcome.ts';
import type { DeskStand } from './desk-stand.ts';

type Fields = Readonly<Record<string, string | readonly string[]>>;

/** A form as a page gets it. */
export function formWith(fields: Fields, action = 'save', argument = ''): ReceivedForm {
  const all = (name: string): readonly string[] => {
    const value = fields[name];
    if (value === undefined) return [];
    return typeof value === 'string' ? [value] : value;
  };
  return {
    action,
    argument,
    value: (name) => all(name)[0] ?? '',
    values: all,
    names: () => Object.keys(fields),
    file: () => undefined,
  };
}

/** A page as somebody on the staff asks for it. */
export function localsOf(
  stand: DeskStand,
  member: StaffMember,
  query: Readonly<Record<string, string>> = {},
  language = 'en',
): Locals {
  const { admin, ...rest } = stand.reader(member, query, language);
  const route = adminRouteAt('/admin/drafts');
  if (!admin || !route) throw new Error('The table has no line for the drafts.');
  return { ...rest, admin: { ...admin, route } };
}

/** Sends the form that begins a draft; a random key unless the form has one. */
export function send(locals: Locals, what: What, fields: Fields): Promise<Handled> {
  return newDraftHandlers(locals)[what](formWith({ key: randomUUID(), ...fields }, what));
}

/** The draft that a redirect leads to. */
export async function draftAt(locals: Locals, to: Handled): Promise<Draft> {
  const id = typeof to === 'string' ? /\/drafts\/([0-9a-f-]{36})/.exec(to)?.[1] : undefined;
  const draft = id === undefined ? undefined : await readDraft(locals.context, id);
  if (!draft) throw new Error(`Leads to no draft: ${JSON.stringify(to)}`);
  return draft;
}

export const NO_FORM: FormOutcome = { kind: 'none' };

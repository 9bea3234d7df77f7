import type { AuditActor, AuditRow } from '../../audit/read-audit.ts';
import { draftTitles } from '../../audit/draft-titles.ts';
import { staffNames } from '../../staff/staff-names.ts';
import { adminAddresses } from '../admin-addresses.ts';
import { may, type AdminReader } from '../reader.ts';
import { deskName } from '../third-parties/desk-name.ts';
import { nameOfStaff, type StaffNames } from '../names-of-staff.ts';
import { momentOf } from '../../register/moment.ts';
import { scopeAt, scopeName } from '../../register/views/scope-name.ts';

/** What stands behind the ids of some rows: the log holds no names, so that people can be forgotten. */
export interface AuditNames {
  readonly staff: StaffNames;
  readonly drafts: ReadonlyMap<string, string>;
}

export async function auditNames({ context }: AdminReader, rows: readonly AuditRow[]): Promise<AuditNames> {
  const [staff, titles] = await Promise.all([
    staffNames(context),
    draftTitles(context.database.orm, [...new Set(rows.flatMap(draftsIn))]),
  ]);
  return { staff, drafts: titles };
}

/** A row is about a draft, or tells which one it came from. */
function draftsIn({ subject, after }: AuditRow): string[] {
  const told = after as { readonly draft?: unknown } | null | undefined;
  return [
    ...(subject.startsWith('draft:') ? [subject.slice('draft:'.length)] : []),
    ...(typeof told?.draft === 'string' ? [told.draft] : []),
  ];
}

/** Who did it, in words. */
export function actorInWords(
  { words }: AdminReader,
  { staff }: AuditNames,
  { kind, id }: AuditActor,
): string {
  switch (kind) {
    case 'staff':
      return nameOfStaff(words, staff, id);
    case 'system':
      return id === 'sample' || id === 'command-line' ? words.t(`audit.actor.${id}`) : id;
    case 'import':
      return words.t('audit.actor.import');
    case 'subscriber':
      return words.t('audit.actor.subscriber');
    default:
      return `${kind}:${id}`;
  }
}

/** What something was done to, with its page where it has one. */
export interface SubjectInWords {
  readonly text: string;
  readonly href?: string;
}

/** Subjects without an id of their own. */
const WHOLE = ['register', 'staff', 'house-rules', 'look', 'organisation'] as const;

export function subjectInWords(reader: AdminReader, names: AuditNames, subject: string): SubjectInWords {
  const { words, addresses } = reader;
  const admin = adminAddresses(addresses);
  const whole = WHOLE.find((one) => one === subject);
  if (whole) return { text: words.t(`audit.subject.${whole}`) };
  const [kind, id = ''] = subject.split(':');
  switch (kind) {
    case 'edition':
      return { text: words.t('notice.heading', { edition: Number(id) }), href: admin.notice(Number(id)) };
    case 'third-party':
      return { text: deskName(reader, id), href: admin.thirdParty(id) };
    case 'scope':
      return { text: scopeIn(reader, id), href: admin.scopes() };
    case 'draft':
      return draftInWords(reader, names, id);
    case 'staff':
      return staffInWords(reader, names, id);
    default:
      return { text: subject };
  }
}

function scopeIn(reader: AdminReader, id: string): string {
  const moment = momentOf(reader.context.ledger.current(), reader.today, {});
  return scopeName(reader, scopeAt(moment, id), id).text;
}

function draftInWords({ words, addresses }: AdminReader, { drafts }: AuditNames, id: string): SubjectInWords {
  const title = drafts.get(id);
  return title === undefined
    ? { text: words.t('audit.subject.draft-gone') }
    : {
        text: words.t('audit.subject.draft', { title }),
        href: adminAddresses(addresses).draft(id),
      };
}

function staffInWords(reader: AdminReader, { staff }: AuditNames, id: string): SubjectInWords {
  const { words, addresses } = reader;
  const text = nameOfStaff(words, staff, id);
  return may(reader, 'admin') ? { text, href: adminAddresses(addresses).staffMember(id) } : { text };
}

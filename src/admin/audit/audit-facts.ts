import type { AuditRow } from '../../audit/read-audit.ts';
import { NOTICE_CLASSES } from '../../domain/change-types.ts';
import { isDay } from '../../domain/days.ts';
import type { Json } from '../../domain/json.ts';
import { CONTRACT_STATES, DOSSIER_FIELDS } from '../../dossier/dossier.ts';
import { STAFF_ROLES } from '../../staff/roles.ts';
import type { AdminReader } from '../reader.ts';
import { instantInWords } from '../instant.ts';
import { nameOfStaff } from '../names-of-staff.ts';
import type { AuditNames } from './audit-names.ts';

/** A fact that a row of the log tells: as it was and as it is, where both were told. */
export interface AuditFact {
  readonly label: string;
  readonly told: string;
}

/** What a row of the log tells beside who did what: fact by fact, in words where there are words for it. */
export function auditFacts(reader: AdminReader, names: AuditNames, { before, after }: AuditRow): AuditFact[] {
  const [was, is] = [factsIn(before), factsIn(after)];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].map((name) => ({
    label: labelOf(reader, name),
    told: toldOf(reader, inWords(was, name), inWords(is, name)),
  }));

  function inWords(facts: Readonly<Record<string, Json>>, name: string): string | undefined {
    return facts[name] === undefined ? undefined : valueInWords(reader, names, name, facts[name]);
  }
}

function toldOf({ words }: AdminReader, before: string | undefined, after: string | undefined): string {
  if (before === undefined || before === after) return after ?? '';
  return after === undefined
    ? words.t('audit.fact-was', { before })
    : words.t('audit.fact-changed', { before, after });
}

function factsIn(told: Json | undefined): Readonly<Record<string, Json>> {
  if (told === undefined || told === null) return {};
  return typeof told === 'object' && !Array.isArray(told)
    ? (told as Readonly<Record<string, Json>>)
    : { value: told };
}

/** Facts with a name of their own; others, of versions to come, are called as they are. */
const LABELLED = [
  'accent',
  'approvedBy',
  'assessmentNextOn',
  'assessmentOn',
  'by',
  'class',
  'contract',
  'darkLogo',
  'draft',
  'draftsDiscarded',
  'edition',
  'editions',
  'effectiveOn',
  'expiresAt',
  'fields',
  'hash',
  'kind',
  'logo',
  'logoAlternative',
  'logoSaysName',
  'nextReview',
  'origin',
  'ownApproval',
  'purpose',
  'register',
  'role',
  'rows',
  'secondFactor',
  'sessions',
  'sessionsEnded',
  'state',
  'version',
  'wordingConfirmed',
] as const;

function labelOf({ words }: AdminReader, name: string): string {
  const known = LABELLED.find((one) => one === name);
  return known ? words.t(`audit.fact.${known}`) : name;
}

function valueInWords(reader: AdminReader, names: AuditNames, name: string, value: Json): string {
  const { words } = reader;
  if (value === null) return words.t('audit.fact-empty');
  if (typeof value === 'boolean') return words.t(value ? 'general.yes' : 'general.no');
  if (typeof value === 'number') return words.number(value);
  if (typeof value === 'string') return textInWords(reader, names, name, value);
  if (Array.isArray(value) && value.length > 0)
    return value.map((one: Json) => valueInWords(reader, names, name, one)).join(', ');
  return JSON.stringify(value);
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

function textInWords(reader: AdminReader, names: AuditNames, name: string, text: string): string {
  const { words } = reader;
  if (name === 'approvedBy') return nameOfStaff(words, names.staff, text);
  if (name === 'draft') return names.drafts.get(text) ?? text;
  if (isDay(text)) return words.day(text);
  if (INSTANT.test(text)) return instantInWords(reader, text);
  return termInWords(reader, name, text) ?? text;
}

/** A value of a closed set, as its pages call it. */
function termInWords({ words }: AdminReader, name: string, text: string): string | undefined {
  switch (name) {
    case 'class':
      return inSet(NOTICE_CLASSES, text, (one) => words.t(`class.${one}`));
    case 'contract':
      return inSet(CONTRACT_STATES, text, (one) => words.t(`dossier.contract.${one}`));
    case 'fields':
      return inSet(DOSSIER_FIELDS, text, (one) => words.t(`dossier.field.${one}`));
    case 'role':
      return inSet(STAFF_ROLES, text, (one) => words.t(`admin.role.${one}`));
    default:
      return inSet(TERMS, text, (one) => words.t(`audit.term.${one}`));
  }
}

/** Values of closed sets that have words only here: states, purposes of links, house rules, kinds of draft. */
const TERMS = [
  'active',
  'allowed',
  'amend',
  'approved',
  'changes',
  'code',
  'discarded',
  'first-admin',
  'invitation',
  'invited',
  'link',
  'new-password',
  'open',
  'optional',
  'own',
  'password',
  'postpone',
  'provider',
  'published',
  'refused',
  'removed',
  'required',
  'submitted',
  'withdraw',
] as const;

function inSet<Term extends string>(
  terms: readonly Term[],
  text: string,
  tell: (term: Term) => string,
): string | undefined {
  const term = terms.find((one) => one === text);
  return term === undefined ? undefined : tell(term);
}

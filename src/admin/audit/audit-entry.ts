import type { AuditRow } from '../../audit/read-audit.ts';
import { AUDIT_ACTIONS } from '../../audit/record-audit.ts';
import { canonical } from '../../domain/json.ts';
import type { AdminReader } from '../reader.ts';
import { instantInWords } from '../instant.ts';
import type { SummaryFact } from '../page-parts.ts';
import { auditFacts, type AuditFact } from './audit-facts.ts';
import { actorInWords, subjectInWords, type AuditNames, type SubjectInWords } from './audit-names.ts';

/** One thing that was done, ready to be read. */
export interface AuditEntry {
  readonly id: string;
  readonly at: { readonly text: string; readonly datetime: string };
  readonly who: string;
  readonly what: string;
  readonly subject: SubjectInWords;
  readonly facts: readonly AuditFact[];
  /** The row as it is stored. */
  readonly stored: readonly SummaryFact[];
}

export function auditEntry(reader: AdminReader, names: AuditNames, row: AuditRow): AuditEntry {
  return {
    id: row.id,
    at: { text: instantInWords(reader, row.at), datetime: row.at },
    who: actorInWords(reader, names, row.actor),
    what: actionInWords(reader, row.action),
    subject: subjectInWords(reader, names, row.subject),
    facts: auditFacts(reader, names, row),
    stored: storedFacts(row),
  };
}

/** What was done, in words. A row that another version wrote may tell of something this one has no words for. */
export function actionInWords({ words }: AdminReader, action: string): string {
  const known = AUDIT_ACTIONS.find((one) => one === action);
  return known ? words.t(`audit.action.${known}`) : action;
}

function storedFacts({ id, at, actor, action, subject, before, after }: AuditRow): SummaryFact[] {
  const columns = {
    id,
    at,
    actor: `${actor.kind}:${actor.id}`,
    action,
    subject,
    before: before === undefined ? undefined : canonical(before),
    after: after === undefined ? undefined : canonical(after),
  };
  return Object.entries(columns).flatMap(([label, text]) =>
    text === undefined ? [] : [{ label, values: [{ text }] }],
  );
}

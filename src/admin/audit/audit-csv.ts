import { stringify } from 'csv-stringify/sync';
import { everyAuditRow, type AuditRow } from '../../audit/read-audit.ts';
import { canonical, type Json } from '../../domain/json.ts';
import { spreadsheetCell } from '../../exports/spreadsheet-cell.ts';
import type { AdminReader } from '../reader.ts';
import { zoneOf } from '../instant.ts';
import { actionInWords } from './audit-entry.ts';
import { actorInWords, auditNames, subjectInWords, type AuditNames } from './audit-names.ts';
import { auditFilter, readAuditQuery } from './audit-query.ts';

const COLUMNS = [
  'id',
  'at',
  'who',
  'actor',
  'what',
  'action',
  'about',
  'subject',
  'before',
  'after',
] as const;
type Column = (typeof COLUMNS)[number];

/**
 * `/admin/audit.csv`: the audit log with the filter of its page, one row a thing that was done, the newest first; in
 * words beside what is stored (RFC 4180, UTF-8). No cell of it is run as a formula.
 */
export async function renderAuditCsv(reader: AdminReader): Promise<string> {
  const filter = auditFilter(readAuditQuery(reader.admin?.query ?? {}), zoneOf(reader));
  const rows = await Array.fromAsync(everyAuditRow(reader.context.database.orm, filter));
  const names = await auditNames(reader, rows);
  const headings = COLUMNS.map((column) => spreadsheetCell(reader.words.t(`audit.csv.${column}`)));
  const lines = rows.map((row) => {
    const cells = cellsOf(reader, names, row);
    return COLUMNS.map((column) => spreadsheetCell(cells[column]));
  });
  return stringify([headings, ...lines], { bom: true, record_delimiter: 'windows', escape_formulas: true });
}

function cellsOf(reader: AdminReader, names: AuditNames, row: AuditRow): Record<Column, string> {
  const { id, at, actor, action, subject, before, after } = row;
  return {
    id,
    at,
    who: actorInWords(reader, names, actor),
    actor: `${actor.kind}:${actor.id}`,
    what: actionInWords(reader, action),
    action,
    about: subjectInWords(reader, names, subject).text,
    subject,
    before: jsonText(before),
    after: jsonText(after),
  };
}

function jsonText(told: Json | undefined): string {
  return told === undefined ? '' : canonical(told);
}

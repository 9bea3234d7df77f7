import { auditActors, readAudit, type AuditActor } from '../../audit/read-audit.ts';
import { AUDIT_ACTIONS } from '../../audit/record-audit.ts';
import type { Pager } from '../../register/read-changes-page.ts';
import type { Link } from '../../register/views/link.ts';
import { adminAddresses } from '../admin-addresses.ts';
import type { AdminReader } from '../reader.ts';
import { zoneOf } from '../instant.ts';
import { chosenFilter, filterForm, typedFilter, type FilterForm } from '../filter-form.ts';
import { adminFrame, type AdminFrame } from '../frame.ts';
import { actionInWords, auditEntry, type AuditEntry } from './audit-entry.ts';
import { actorInWords, auditNames, type AuditNames } from './audit-names.ts';
import { actorText, auditFilter, filterQuery, readAuditQuery, type AuditQuery } from './audit-query.ts';

const PER_PAGE = 50;

/** The audit log: who did what, the newest first. */
export interface AuditPage {
  readonly frame: AdminFrame;
  readonly filters: FilterForm;
  readonly count: string;
  readonly entries: readonly AuditEntry[];
  /** What opens an entry as it is stored. */
  readonly raw: string;
  readonly none: string;
  readonly download: Link;
  /** Absent where everything stands on one page. */
  readonly pager: Pager | undefined;
}

export async function readAuditPage(reader: AdminReader): Promise<AuditPage> {
  const { words, addresses, context } = reader;
  const query = readAuditQuery(reader.admin?.query ?? {});
  const { orm } = context.database;
  const offset = (query.page - 1) * PER_PAGE;
  const [{ rows, total }, actors] = await Promise.all([
    readAudit(orm, auditFilter(query, zoneOf(reader)), { limit: PER_PAGE, offset }),
    auditActors(orm),
  ]);
  const names = await auditNames(reader, rows);
  return {
    frame: adminFrame(reader, {
      title: words.t('admin.nav.audit'),
      section: 'audit',
      lead: words.t('audit.lead'),
    }),
    filters: filtersOf(reader, query, actors, names),
    count: words.t('audit.count', { count: total }),
    entries: rows.map((row) => auditEntry(reader, names, row)),
    raw: words.t('audit.raw'),
    none: words.t(isFiltered(query) ? 'audit.none-match' : 'audit.none'),
    download: {
      text: words.t('audit.download'),
      href: adminAddresses(addresses).auditCsv(filterQuery(query)),
    },
    pager: pagerOf(reader, query, total),
  };
}

function pagerOf({ words, addresses }: AdminReader, query: AuditQuery, total: number): Pager | undefined {
  const pages = Math.max(1, Math.ceil(total / PER_PAGE));
  if (pages === 1 && query.page === 1) return undefined;
  const at = (page: number): string => adminAddresses(addresses).audit({ ...filterQuery(query), page });
  return {
    label: words.t('audit.pages'),
    text: words.t('audit.page', { page: query.page, pages }),
    newer:
      query.page > 1
        ? { text: words.t('audit.newer'), href: at(Math.min(query.page - 1, pages)) }
        : undefined,
    older: query.page < pages ? { text: words.t('audit.older'), href: at(query.page + 1) } : undefined,
  };
}

function filtersOf(
  reader: AdminReader,
  query: AuditQuery,
  actors: readonly AuditActor[],
  names: AuditNames,
): FilterForm {
  const { words, addresses } = reader;
  const label = (name: 'who' | 'action' | 'subject' | 'from' | 'to') => words.t(`audit.filter.${name}`);
  const fields = [
    chosenFilter(reader, 'who', label('who'), query.who, actorOptions(reader, actors, names)),
    chosenFilter(reader, 'action', label('action'), query.action, actionOptions(reader)),
    typedFilter('subject', label('subject'), 'search', query.subject),
    typedFilter('from', label('from'), 'date', query.from),
    typedFilter('to', label('to'), 'date', query.to),
  ];
  return filterForm(reader, adminAddresses(addresses).audit(), fields, isFiltered(query));
}

function isFiltered(query: AuditQuery): boolean {
  return Object.values(filterQuery(query)).some((value) => value !== undefined);
}

interface Option {
  readonly value: string;
  readonly label: string;
}

function actorOptions(reader: AdminReader, actors: readonly AuditActor[], names: AuditNames): Option[] {
  return actors
    .map((actor) => ({ value: actorText(actor), label: actorInWords(reader, names, actor) }))
    .sort((one, other) => reader.words.compare(one.label, other.label));
}

function actionOptions(reader: AdminReader): Option[] {
  return AUDIT_ACTIONS.map((action) => ({ value: action, label: actionInWords(reader, action) })).sort(
    (one, other) => reader.words.compare(one.label, other.label),
  );
}

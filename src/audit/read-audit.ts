import { and, count, desc, eq, getTableColumns, gte, like, lt, sql, type SQL } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Orm } from '../../db/client.ts';
import { auditLog } from '../../db/schema/audit-log.ts';
import type { Json } from '../domain/json.ts';

/** What the log is read from. */
export type AuditReader = Pick<Orm, 'select' | 'selectDistinct'>;

/** Which rows of the audit log are asked for. */
export interface AuditFilter {
  readonly who?: AuditActor | undefined;
  readonly action?: string | undefined;
  /** A part of the subject: `edition:12`, or only `12`. */
  readonly subject?: string | undefined;
  /** Since this instant, and before that one. */
  readonly from?: Temporal.Instant | undefined;
  readonly until?: Temporal.Instant | undefined;
}

/** Who did it: a kind of actor and an opaque id. */
export interface AuditActor {
  readonly kind: string;
  readonly id: string;
}

/** A row of the audit log. */
export interface AuditRow {
  readonly id: string;
  /** Instant in UTC. */
  readonly at: string;
  readonly actor: AuditActor;
  readonly action: string;
  readonly subject: string;
  /** What was and what is now, as facts; undefined where nothing was told. */
  readonly before: Json | undefined;
  readonly after: Json | undefined;
}

// Rows are only ever added: this is the order in which they were, also within one moment.
const NEWEST_FIRST = desc(sql`rowid`);

/** Rows of the log, the newest first, and how many there are in all. */
export async function readAudit(
  reader: AuditReader,
  filter: AuditFilter,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ readonly rows: readonly AuditRow[]; readonly total: number }> {
  const where = conditionOf(filter);
  const [rows, [counted]] = await Promise.all([
    reader.select().from(auditLog).where(where).orderBy(NEWEST_FIRST).limit(limit).offset(offset),
    reader.select({ total: count() }).from(auditLog).where(where),
  ]);
  return { rows: rows.map(rowIn), total: counted?.total ?? 0 };
}

// The database answers a few hundred rows at a time without holding up others.
const BATCH = 500;

/** Every row that the filter leaves, the newest first; rows that are written meanwhile are not among them. */
export async function* everyAuditRow(reader: AuditReader, filter: AuditFilter): AsyncGenerator<AuditRow> {
  let last: number | undefined;
  do {
    const before: SQL | undefined = last === undefined ? undefined : sql`rowid < ${last}`;
    const rows: (typeof auditLog.$inferSelect & { row: number })[] = await reader
      .select({ ...getTableColumns(auditLog), row: sql<number>`rowid` })
      .from(auditLog)
      .where(and(conditionOf(filter), before))
      .orderBy(NEWEST_FIRST)
      .limit(BATCH);
    yield* rows.map(rowIn);
    last = rows.length < BATCH ? undefined : rows.at(-1)?.row;
  } while (last !== undefined);
}

/** Everybody and everything that ever did something. */
export async function auditActors(reader: AuditReader): Promise<AuditActor[]> {
  return reader
    .selectDistinct({ kind: auditLog.actorKind, id: auditLog.actorId })
    .from(auditLog)
    .orderBy(auditLog.actorKind, auditLog.actorId);
}

function conditionOf({ who, action, subject, from, until }: AuditFilter): SQL | undefined {
  return and(
    who && and(eq(auditLog.actorKind, who.kind), eq(auditLog.actorId, who.id)),
    action === undefined ? undefined : eq(auditLog.action, action),
    subject === undefined ? undefined : contains(subject),
    // Ids are made from the instant and sort by it: days are found by the key of the table.
    from && gte(auditLog.id, firstIdAt(from)),
    until && lt(auditLog.id, firstIdAt(until)),
  );
}

function contains(text: string): SQL {
  const plain = text.replaceAll(/[\\%_]/g, String.raw`\$&`);
  return sql`${like(auditLog.subject, `%${plain}%`)} escape '\\'`;
}

/** Sorts before every id of that millisecond and after those of earlier ones (RFC 9562, 5.7: they begin with it). */
function firstIdAt(instant: Temporal.Instant): string {
  const hex = Math.max(0, instant.epochMilliseconds).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}`;
}

function rowIn(row: typeof auditLog.$inferSelect): AuditRow {
  const { id, at, actorKind, actorId, action, subject } = row;
  const actor = { kind: actorKind, id: actorId };
  return { id, at, actor, action, subject, before: factsIn(row.before), after: factsIn(row.after) };
}

function factsIn(text: string | null): Json | undefined {
  // The column is checked to hold JSON.
  return text === null ? undefined : (JSON.parse(text) as Json);
}

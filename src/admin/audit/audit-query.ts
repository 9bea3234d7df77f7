import type { Temporal } from 'temporal-polyfill';
import type { AuditActor, AuditFilter } from '../../audit/read-audit.ts';
import { addDays, endOfDay, isDay, type Day } from '../../domain/days.ts';
import type { Query } from '../../language/addresses.ts';

/** What the audit log may be asked, as it was typed, without what is no question. */
export interface AuditQuery {
  /** `staff:` and an id. */
  readonly who: string | undefined;
  readonly action: string | undefined;
  readonly subject: string | undefined;
  readonly from: Day | undefined;
  /** The last day, itself included. */
  readonly to: Day | undefined;
  readonly page: number;
}

/** Reads a query that anybody may have typed: what is no filter filters nothing. */
export function readAuditQuery(asked: Readonly<Record<string, string>>): AuditQuery {
  const day = (name: 'from' | 'to'): Day | undefined => {
    const text = asked[name]?.trim() ?? '';
    return isDay(text) ? text : undefined;
  };
  const text = (name: string): string | undefined => {
    const value = asked[name]?.trim() ?? '';
    return value === '' ? undefined : value;
  };
  const page = asked['page'] ?? '';
  return {
    who: text('who'),
    action: text('action'),
    subject: text('subject'),
    from: day('from'),
    to: day('to'),
    page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1,
  };
}

/** The filters as the part of an address, without the page. */
export function filterQuery({ who, action, subject, from, to }: AuditQuery): Query {
  return { who, action, subject, from, to };
}

/** @param timeZone in which days begin and end */
export function auditFilter(query: AuditQuery, timeZone: string): AuditFilter {
  const { who, action, subject, from, to } = query;
  return {
    who: who === undefined ? undefined : actorIn(who),
    action,
    subject,
    from: from === undefined ? undefined : startOfDay(from, timeZone),
    until: to === undefined ? undefined : endOfDay(to, timeZone),
  };
}

function startOfDay(day: Day, timeZone: string): Temporal.Instant {
  return endOfDay(addDays(day, -1), timeZone);
}

function actorIn(text: string): AuditActor {
  const [kind = '', ...id] = text.split(':');
  return { kind, id: id.join(':') };
}

/** An actor as a value of the filter. */
export function actorText({ kind, id }: AuditActor): string {
  return `${kind}:${id}`;
}

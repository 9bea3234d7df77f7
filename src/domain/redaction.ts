import { digest } from './chain.ts';
import { problemsOfTimeline } from './check-timeline.ts';
import type { Day } from './days.ts';
import { canonical, type Json } from './json.ts';
import type { Ledger } from './ledger.ts';
import { noticeSchema, type Notice } from './notice.ts';
import type { Problem } from './problem.ts';
import { redactionMark } from './text.ts';
import { timelineOf } from './timeline.ts';

/** A payload as it will read, with its digest for the announcing notice. */
export interface RedactedRow {
  readonly edition: number;
  readonly payload: string;
  readonly digest: string;
}

export type RedactionPlan =
  { readonly rows: readonly RedactedRow[] } | { readonly problems: readonly Problem[] };

// Shorter texts stand in too many words that have nothing to do with what must go.
const SHORTEST = 3;

/**
 * Plans to take a text out of the whole ledger: wherever it stands in a published text, a dated mark takes its place, in
 * every edition alike, so that what later notices print as `before` still fits. Text that is no free text (an id, a
 * term, a country, a day) cannot be taken out: the register would no longer fold.
 *
 * The comparison is exact, capitals included. Nothing is changed here; the verb stores the rows and announces them.
 */
export function planRedaction(ledger: Ledger, text: string, day: Day): RedactionPlan {
  if (text.trim().length < SHORTEST) return { problems: [{ code: 'too-short', value: String(SHORTEST) }] };
  const mark = redactionMark(day);
  const notices = ledger.notices.map((notice) => {
    const payload = JSON.parse(notice.row.payload) as Notice;
    const redacted = redact(payload, text, mark);
    return {
      edition: notice.edition,
      redacted,
      payload: canonical(redacted),
      touched: canonical(redacted) !== notice.row.payload,
    };
  });
  const touched = notices.filter((notice) => notice.touched);
  if (touched.length === 0) return { problems: [{ code: 'nothing-found' }] };
  const problems = [
    ...touched.flatMap(({ edition, redacted }) =>
      noticeSchema.safeParse(redacted).success ? [] : [{ code: 'not-free-text', edition } as const],
    ),
    ...stillFolds(notices.map(({ redacted }) => redacted)),
  ];
  if (problems.length > 0) return { problems };
  return { rows: touched.map(({ edition, payload }) => ({ edition, payload, digest: digest(payload) })) };
}

/** Only what people wrote: the reason, the values of fields, the words of amendments. */
function redact(notice: Notice, text: string, mark: string): Notice {
  const clean = <Value extends Json>(value: Value): Value => replaceIn(value, text, mark) as Value;
  return {
    ...notice,
    ...(notice.reason ? { reason: clean(notice.reason) } : {}),
    changes: notice.changes.map((change) => ({
      ...change,
      fields: change.fields.map((field) =>
        'added' in field
          ? { ...field, added: field.added.map(clean), removed: field.removed.map(clean) }
          : { ...field, before: clean(field.before), after: clean(field.after) },
      ),
    })),
    ...(notice.revises?.action === 'amend'
      ? {
          revises: {
            ...notice.revises,
            amendments: notice.revises.amendments.map((amendment) => ({
              ...amendment,
              fields: amendment.fields.map((field) => ({
                ...field,
                before: clean(field.before),
                after: clean(field.after),
              })),
            })),
          },
        }
      : {}),
  };
}

function replaceIn(value: Json, text: string, mark: string): Json {
  if (typeof value === 'string') return value.replaceAll(text, mark);
  if (Array.isArray(value)) return value.map((item: Json) => replaceIn(item, text, mark));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replaceIn(item, text, mark)]));
}

function stillFolds(notices: readonly Notice[]): Problem[] {
  const line = timelineOf(notices);
  const subjects = notices.flatMap(({ changes }) => changes.map(({ subject }) => subject));
  return problemsOfTimeline(line, subjects).map(({ at, edition }) => ({
    code: 'not-free-text',
    ...(at === undefined ? {} : { at }),
    ...(edition === undefined ? {} : { edition }),
  }));
}

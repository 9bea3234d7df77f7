import { digest } from './chain.ts';
import { problemsOfTimeline } from './check-timeline.ts';
import type { Day } from './days.ts';
import { canonical, type Json } from './json.ts';
import type { Ledger } from './ledger.ts';
import { noticeSchema, type Notice } from './notice.ts';
import type { Problem } from './problem.ts';
import { subjectKey } from './subjects/subject.ts';
import { besideRedactionMarks, redactionMark } from './text.ts';
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
  const notices = ledger.notices.map(({ row }) => JSON.parse(row.payload) as Notice);
  const redacted = notices.map((notice) => redact(notice, text, redactionMark(day)));
  const touched = redacted.filter((notice, index) => canonical(notice) !== canonical(notices[index]));
  const inPlaces = notices.flatMap((notice) => problemsOfPlaces(notice, text));
  if (touched.length + inPlaces.length === 0) return { problems: [{ code: 'nothing-found' }] };
  const problems = [...inPlaces, ...touched.flatMap(problemsOfForm), ...stillFolds(redacted)];
  if (problems.length > 0) return { problems };
  return { rows: touched.map(rowOf) };
}

function rowOf(notice: Notice): RedactedRow {
  const payload = canonical(notice);
  return { edition: notice.edition, payload, digest: digest(payload) };
}

/** Ids and paths hold the register together: a text that stands in one cannot go. */
function problemsOfPlaces({ edition, changes }: Notice, text: string): Problem[] {
  return changes
    .flatMap(({ subject, fields }) => [
      subjectKey(subject),
      ...fields.map(({ field }) => `${subjectKey(subject)}/${field}`),
    ])
    .filter((place) => place.split('/').some((step) => step.includes(text)))
    .slice(0, 1)
    .map((at) => ({ code: 'not-free-text', at, edition, value: at }));
}

function problemsOfForm(notice: Notice): Problem[] {
  const place = noticeSchema.safeParse(notice).error?.issues[0]?.path.join('/');
  return place === undefined
    ? []
    : [{ code: 'not-free-text', at: place, edition: notice.edition, value: place }];
}

/** Only what people wrote: the reason, the values of fields, the words of amendments. */
function redact(notice: Notice, text: string, mark: string): Notice {
  const clean = <Value extends Json>(value: Value): Value => withoutText(value, text, mark) as Value;
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

/** A value with the mark in the place of the text, wherever that stands in it; names of members stay. */
export function withoutText(value: Json, text: string, mark: string): Json {
  if (typeof value === 'string') return besideRedactionMarks(value, (piece) => piece.replaceAll(text, mark));
  if (Array.isArray(value)) return value.map((item: Json) => withoutText(item, text, mark));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutText(item, text, mark)]));
}

function stillFolds(notices: readonly Notice[]): Problem[] {
  const line = timelineOf(notices);
  const subjects = notices.flatMap(({ changes }) => changes.map(({ subject }) => subject));
  return problemsOfTimeline(line, subjects).map(({ at, edition }) => ({
    code: 'not-free-text',
    ...(at === undefined ? {} : { at, value: at }),
    ...(edition === undefined ? {} : { edition }),
  }));
}

import type { Day } from './days.ts';
import { isSetChange, type FieldChange } from './field-change.ts';
import type { Amendment, Notice } from './notice.ts';
import { subjectKey, type Subject } from './subjects/subject.ts';

/** A change that is live: not withdrawn, on the day it now has, with the words it now has. */
export interface LiveChange {
  readonly edition: number;
  readonly position: number;
  readonly effectiveOn: Day;
  readonly baseline: boolean;
  readonly subject: Subject;
  readonly fields: readonly FieldChange[];
}

/** What later notices did to one. */
export interface Standing {
  readonly effectiveOn: Day;
  readonly withdrawnBy: number | undefined;
  /** Editions that postponed, amended, withdrew or redacted it, oldest first. */
  readonly revisedBy: readonly number[];
  readonly amendments: readonly Amendment[];
}

export interface Timeline {
  /** Live changes in the order in which they apply: the baseline first, then by effective day, edition, position. */
  readonly changes: readonly LiveChange[];
  /** The same, of one subject. The key is `subjectKey`. */
  readonly bySubject: ReadonlyMap<string, readonly LiveChange[]>;
  /** What became of each notice, by edition. */
  readonly standings: ReadonlyMap<number, Standing>;
}

interface Draft {
  effectiveOn: Day;
  withdrawnBy: number | undefined;
  revisedBy: number[];
  amendments: Amendment[];
}

/**
 * Lays published notices out in time. Revisions are taken into account by number, so the timeline of the first n
 * notices is what was known at edition n.
 *
 * @param only lays out the changes of one subject only; the standings are those of all notices given
 */
export function timelineOf(notices: readonly Notice[], only?: Subject): Timeline {
  const drafts = new Map<number, Draft>();
  for (const notice of notices) {
    drafts.set(notice.edition, {
      effectiveOn: notice.effectiveOn,
      withdrawnBy: undefined,
      revisedBy: [],
      amendments: [],
    });
    revise(drafts, notice);
  }
  const changes = notices
    .flatMap((notice) => liveChanges(notice, drafts.get(notice.edition), only))
    .sort(inOrder);
  return {
    changes,
    bySubject: Map.groupBy(changes, (change) => subjectKey(change.subject)),
    standings: drafts,
  };
}

function revise(drafts: Map<number, Draft>, { revises, edition }: Notice): void {
  if (!revises) return;
  const revised = revises.action === 'redact' ? revises.rows.map((row) => row.edition) : [revises.edition];
  for (const number of revised) drafts.get(number)?.revisedBy.push(edition);
  if (revises.action === 'redact') return;
  const target = drafts.get(revises.edition);
  if (!target) return;
  if (revises.action === 'withdraw') target.withdrawnBy = edition;
  if (revises.action === 'postpone') target.effectiveOn = revises.to;
  if (revises.action === 'amend') target.amendments.push(...revises.amendments);
}

function liveChanges(notice: Notice, draft: Draft | undefined, only: Subject | undefined): LiveChange[] {
  if (!draft || draft.withdrawnBy !== undefined) return [];
  const live: LiveChange[] = [];
  for (const [position, { subject, fields }] of notice.changes.entries()) {
    if (only && (subject.id !== only.id || subject.kind !== only.kind)) continue;
    live.push({
      edition: notice.edition,
      position,
      effectiveOn: draft.effectiveOn,
      baseline: notice.edition === 1,
      subject,
      fields: amended(fields, position, draft.amendments),
    });
  }
  return live;
}

/** The fields with the words that amendments gave them; a later amendment amends the earlier one. */
export function amended(
  fields: readonly FieldChange[],
  position: number,
  amendments: readonly Amendment[],
): readonly FieldChange[] {
  const words = new Map<string, string>();
  for (const amendment of amendments)
    if (amendment.change === position)
      for (const { field, after } of amendment.fields) words.set(field, after);
  if (words.size === 0) return fields;
  return fields.map((change) => {
    const after = words.get(change.field);
    return after === undefined || isSetChange(change) ? change : { ...change, after };
  });
}

/**
 * The order in which live changes apply. The baseline tells what was in use before the register began, so it holds
 * before everything else, on its own day too.
 */
export function inOrder(a: LiveChange, b: LiveChange): number {
  if (a.baseline !== b.baseline) return a.baseline ? -1 : 1;
  if (a.effectiveOn !== b.effectiveOn) return a.effectiveOn < b.effectiveOn ? -1 : 1;
  return a.edition - b.edition || a.position - b.position;
}

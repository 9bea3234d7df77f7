import { timeline, type Ledger, type PublishedNotice } from '../domain/ledger.ts';
import { isSetChange, type FieldChange } from '../domain/field-change.ts';
import type { Change } from '../domain/notice.ts';
import type { Subject } from '../domain/subjects/subject.ts';
import { amended } from '../domain/timeline.ts';
import type { Addresses } from '../language/addresses.ts';
import { sorted } from './in-order.ts';
import type { NoticeEntry } from './register-schema.ts';

/**
 * A notice as published, with what became of it by the end of the ledger.
 */
export function noticeEntry(ledger: Ledger, notice: PublishedNotice, addresses: Addresses): NoticeEntry {
  const { edition, hash, publishedAt, timeZone, announcedOn, effectiveOn, marks, reason } = notice;
  const { noticePeriod, objectionPeriod, firstEffectiveDay, objectionDeadline, changes, effects, revises } =
    notice;
  const standing = timeline(ledger).standings.get(edition);
  return {
    edition,
    hash,
    url: addresses.absolute(addresses.notice(edition)),
    publishedAt,
    timeZone,
    announcedOn,
    effectiveOn,
    class: notice.class,
    marks,
    noticePeriod,
    objectionPeriod,
    firstEffectiveDay,
    objectionDeadline,
    reason,
    changes: changes.map((change) => changeEntry(change, change.fields)),
    effects,
    revises,
    standing: {
      effectiveOn: standing?.effectiveOn ?? effectiveOn,
      revisedBy: [...(standing?.revisedBy ?? [])],
      withdrawnBy: standing?.withdrawnBy,
    },
  };
}

/** The same, its texts as later notices amended them: what will take effect. */
export function standingEntry(ledger: Ledger, notice: PublishedNotice, addresses: Addresses): NoticeEntry {
  const amendments = timeline(ledger).standings.get(notice.edition)?.amendments ?? [];
  const changes = notice.changes.map((change, position) =>
    changeEntry(change, amended(change.fields, position, amendments)),
  );
  return { ...noticeEntry(ledger, notice, addresses), changes };
}

function changeEntry({ subject, effects }: Change, fields: readonly FieldChange[]): Change {
  return { subject: subjectEntry(subject), effects, fields: fields.map(fieldEntry) };
}

export function subjectEntry({ kind, id }: Subject): Subject {
  // The pair belongs together still, which the types of a union cannot say.
  return { kind, id } as Subject;
}

/** A change of a field with its parts in reading order, and its values in the one order of files. */
export function fieldEntry(change: FieldChange): FieldChange {
  const { field } = change;
  if (isSetChange(change))
    return { field, added: change.added.map(sorted), removed: change.removed.map(sorted) };
  const { before, after, wording } = change;
  return { field, before: sorted(before), after: sorted(after), ...(wording ? { wording } : {}) };
}

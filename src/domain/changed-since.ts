import { diff } from './diff.ts';
import { noticeOf, timeline, upTo, type Ledger, type PublishedNotice } from './ledger.ts';
import { registerOn } from './register-on.ts';
import { stateOf, type Register } from './register.ts';
import { subjectKey, type Subject } from './subjects/subject.ts';
import type { FieldChange } from './field-change.ts';
import type { ThirdParty } from './subjects/third-party.ts';
import type { Reading } from './reading.ts';

/** A subject that changed since an edition: the notices about it since, and the net change of its facts. */
export interface ChangedSubject {
  readonly subject: Subject;
  readonly editions: readonly number[];
  readonly fields: readonly FieldChange[];
}

/**
 * What changed between the register as the edition left it and the reading: all that later notices are about, and all
 * that took effect in between. By kind and id.
 */
export function changedSince(reading: Reading, edition: number): ChangedSubject[] {
  const then = noticeOf(reading.known, edition);
  if (!then || reading.day === undefined) return [];
  const before = registerOn(upTo(reading.known, edition), then.announcedOn);
  const later = reading.known.notices.slice(edition);
  const editions = editionsBySubject(reading.known, later);
  const subjects = new Map([...editions].map(([key, { subject }]) => [key, subject]));
  for (const subject of takenEffect(reading.known, then.announcedOn, reading.day))
    subjects.set(subjectKey(subject), subject);
  return [...subjects]
    .map(([key, subject]) => ({
      subject,
      editions: editions.get(key)?.editions ?? [],
      fields: netChange(subject, before, reading.register),
    }))
    .filter(({ editions: told, fields }) => told.length > 0 || fields.length > 0)
    .sort((a, b) => (subjectKey(a.subject) < subjectKey(b.subject) ? -1 : 1));
}

function editionsBySubject(ledger: Ledger, notices: readonly PublishedNotice[]) {
  const found = new Map<string, { readonly subject: Subject; readonly editions: number[] }>();
  for (const notice of notices) {
    for (const subject of subjectsOf(ledger, notice)) {
      const entry = found.get(subjectKey(subject)) ?? { subject, editions: [] };
      if (entry.editions.at(-1) !== notice.edition) entry.editions.push(notice.edition);
      found.set(subjectKey(subject), entry);
    }
  }
  return found;
}

/** What a notice is about: its own subjects, or those of the notice it revises. A redaction changes no facts. */
export function subjectsOf(ledger: Ledger, { changes, revises }: PublishedNotice): Subject[] {
  const revised = revises && revises.action !== 'redact' ? noticeOf(ledger, revises.edition) : undefined;
  return [...changes, ...(revised?.changes ?? [])].map(({ subject }) => subject);
}

/** Subjects of changes that took effect between two days, in whichever order the days are. */
function takenEffect(ledger: Ledger, one: string, other: string): Subject[] {
  const [from, to] = one < other ? [one, other] : [other, one];
  return timeline(ledger)
    .changes.filter(({ effectiveOn }) => effectiveOn > from && effectiveOn <= to)
    .map(({ subject }) => subject);
}

function netChange(subject: Subject, before: Register, after: Register): FieldChange[] {
  // The kind and both states belong to one subject, which the types of a union cannot say.
  const kind = subject.kind as 'third-party';
  return diff(
    kind,
    stateOf(before, subject) as ThirdParty | undefined,
    stateOf(after, subject) as ThirdParty | undefined,
  );
}

import { isSetChange } from '../domain/field-change.ts';
import { noticeOf, timeline, type Ledger, type PublishedNotice } from '../domain/ledger.ts';
import { subjectKey, type Subject } from '../domain/subjects/subject.ts';
import { subjectsOf } from '../domain/changed-since.ts';
import { hasBegun, type Moment } from './moment.ts';
import type { Reader } from './reader.ts';

/**
 * The notices that make the difference between two moments, newest first: those that are in effect at one of them only,
 * and those that mended what is in effect at both.
 */
export function noticesBetween({ context }: Reader, one: Moment, other: Moment): PublishedNotice[] {
  const ledger = context.ledger.current();
  const [these, those] = [inEffect(one), inEffect(other)];
  return [...new Set([...these, ...those])]
    .filter((edition) => these.has(edition) !== those.has(edition))
    .sort((a, b) => b - a)
    .flatMap((edition) => noticeOf(ledger, edition) ?? [])
    .filter((notice) => subjectsOf(ledger, notice).length > 0);
}

/** Editions of which a change is in effect at the moment, and those that amended it as far as was known. */
function inEffect(moment: Moment): Set<number> {
  const editions = new Set<number>();
  if (!hasBegun(moment)) return editions;
  const { changes, standings } = timeline(moment.known);
  for (const { edition, effectiveOn } of changes) {
    if (effectiveOn > moment.day) break;
    editions.add(edition);
  }
  for (const edition of [...editions])
    for (const reviser of standings.get(edition)?.revisedBy ?? [])
      if (noticeOf(moment.known, reviser)?.revises?.action === 'amend') editions.add(reviser);
  return editions;
}

/** Tells of a text whether all of the notices that touch it say that only its wording changes. */
export function rewordedBy(
  ledger: Ledger,
  notices: readonly PublishedNotice[],
): (subject: Subject, field: string) => boolean {
  const onlyWording = new Map<string, boolean>();
  const touch = (subject: Subject, field: string, wording: boolean): void => {
    const key = `${subjectKey(subject)} ${field}`;
    onlyWording.set(key, wording && (onlyWording.get(key) ?? true));
  };
  for (const notice of notices) {
    for (const { subject, fields } of notice.changes)
      for (const change of fields)
        touch(subject, change.field, !isSetChange(change) && change.wording === true);
    for (const [subject, field] of amendedBy(ledger, notice)) touch(subject, field, true);
  }
  return (subject, field) => onlyWording.get(`${subjectKey(subject)} ${field}`) ?? false;
}

/** The texts that a notice mends in an earlier one. */
function amendedBy(ledger: Ledger, { revises }: PublishedNotice): (readonly [Subject, string])[] {
  if (revises?.action !== 'amend') return [];
  const changes = noticeOf(ledger, revises.edition)?.changes ?? [];
  return revises.amendments.flatMap(({ change, fields }) => {
    const subject = changes[change]?.subject;
    return subject ? fields.map(({ field }) => [subject, field] as const) : [];
  });
}

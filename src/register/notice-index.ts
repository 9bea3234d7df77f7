import { subjectsOf } from '../domain/changed-since.ts';
import type { Ledger, PublishedNotice } from '../domain/ledger.ts';
import { subjectKey, type Subject } from '../domain/subjects/subject.ts';

const indexes = new WeakMap<Ledger, ReadonlyMap<string, readonly PublishedNotice[]>>();

/** The notices about a subject, those that revise one of them included, oldest first. */
export function noticesAbout(ledger: Ledger, subject: Subject): readonly PublishedNotice[] {
  let index = indexes.get(ledger);
  if (!index) indexes.set(ledger, (index = indexOf(ledger)));
  return index.get(subjectKey(subject)) ?? [];
}

function indexOf(ledger: Ledger): ReadonlyMap<string, readonly PublishedNotice[]> {
  const index = new Map<string, PublishedNotice[]>();
  for (const notice of ledger.notices) {
    for (const key of new Set(subjectsOf(ledger, notice).map(subjectKey))) {
      const notices = index.get(key);
      if (notices) notices.push(notice);
      else index.set(key, [notice]);
    }
  }
  return index;
}

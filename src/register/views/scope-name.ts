import { apply } from '../../domain/apply.ts';
import { timeline } from '../../domain/ledger.ts';
import type { Scope } from '../../domain/subjects/scope.ts';
import type { Moment } from '../moment.ts';
import type { Reader } from '../reader.ts';
import { snapshotOn } from '../snapshot.ts';
import { phraseOf, type Phrase } from './phrase.ts';

/** The scope on the day; of one that is to come or gone, as the ledger knows it last. */
export function scopeAt({ known, day }: Moment, id: string): Scope | undefined {
  const now = snapshotOn(known, day).scopes.get(id);
  if (now) return now;
  let state: Scope | undefined;
  let last: Scope | undefined;
  for (const change of timeline(known).bySubject.get(`scope/${id}`) ?? []) {
    state = apply('scope', state, change.fields);
    last = state ?? last;
  }
  return last;
}

export function scopeName({ words }: Reader, scope: Scope | undefined, id: string): Phrase {
  return phraseOf(words, words.text(scope?.name, { paths: scope?.outdated, path: 'name' })) ?? { text: id };
}

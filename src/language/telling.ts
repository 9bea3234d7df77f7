import { noticeOf, type Ledger } from '../domain/ledger.ts';
import type { Notice } from '../domain/notice.ts';
import type { Organisation } from '../domain/subjects/organisation.ts';
import { ORGANISATION, type Subject, type SubjectState } from '../domain/subjects/subject.ts';
import type { Text } from '../domain/text.ts';
import { asTold, type ToldStates } from './as-told.ts';
import type { ValueContext } from './field-values.ts';
import type { Words } from './words.ts';

/** Something with an id, by the name it had. */
export interface Named {
  readonly id: string;
  readonly name: string;
  /** The language of the name, when it is not the reader's. */
  readonly language?: string;
}

/** One of a fixed set of words of the registry: its id stays, its label is the reader's. */
export interface Tagged<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
  readonly hint?: string;
}

/** What is needed to tell a notice: the reader's words, and names and states as they were told at its edition. */
export interface Telling {
  readonly words: Words;
  readonly notice: Notice;
  /** The state before and after the change at the position. */
  readonly around: (position: number) => ToldStates;
  readonly name: (subject: Subject) => Named;
  readonly scope: (id: string) => Named;
  readonly thirdParty: (id: string) => Named;
  /** The organisation, as told on the notice's announced day. */
  readonly organisation: () => Organisation | undefined;
}

export function tellingOf(words: Words, ledger: Ledger, edition: number): Telling | undefined {
  const notice = noticeOf(ledger, edition);
  if (!notice) return undefined;
  const told = asTold(ledger, edition);
  const name = (subject: Subject): Named =>
    named(words, subject.id, nameIn(told.nearest(subject, notice.effectiveOn)));
  return {
    words,
    notice,
    around: (position) => {
      const subject = notice.changes[position]?.subject;
      return subject ? told.around(subject, position) : { before: undefined, after: undefined };
    },
    name,
    scope: (id) => name({ kind: 'scope', id }),
    thirdParty: (id) => name({ kind: 'third-party', id }),
    organisation: () => {
      const state = told.nearest(ORGANISATION, notice.announcedOn);
      return state && 'timeZone' in state ? state : undefined;
    },
  };
}

/** The public name of a subject: a text, or the one name that an organisation has. */
export function nameIn(state: SubjectState | undefined): Text | undefined {
  if (!state) return undefined;
  return typeof state.name === 'string' ? { und: state.name } : state.name;
}

export function named(words: Words, id: string, text: Text | undefined): Named {
  const chosen = words.text(text);
  if (!chosen) return { id, name: id };
  return { id, name: chosen.value, ...(chosen.fallback ? { language: chosen.language } : {}) };
}

/** What is needed to tell a change; it need not have been published as a notice. */
export type TellingOfChanges = Pick<Telling, 'words' | 'around' | 'scope' | 'thirdParty'> & {
  readonly notice: Pick<Telling['notice'], 'changes' | 'labels'>;
};

/** How values of fields are told there: with the names and labels that the telling has. */
export function contextOf({ words, notice, scope, thirdParty }: TellingOfChanges): ValueContext {
  return {
    words,
    labels: notice.labels,
    scopeName: (id) => scope(id).name,
    thirdPartyName: (id) => thirdParty(id).name,
  };
}

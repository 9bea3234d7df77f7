import type { Day } from '../domain/days.ts';
import type { Ledger, PublishedNotice } from '../domain/ledger.ts';
import { noticeOf } from '../domain/ledger.ts';
import type { Change, Labels } from '../domain/notice.ts';
import type { Processing } from '../domain/subjects/processing.ts';
import { ORGANISATION, type Subject, type SubjectState } from '../domain/subjects/subject.ts';
import type { ThirdParty } from '../domain/subjects/third-party.ts';
import type { Addresses } from '../language/addresses.ts';
import { asTold, type ToldStates } from '../language/as-told.ts';
import type { ValueContext } from '../language/field-values.ts';
import { noticeInWords, type NoticeInWords } from '../language/notice-in-words.ts';
import { nameIn } from '../language/telling.ts';
import type { Words } from '../language/words.ts';

/**
 * A notice with all that an item says of it, as it was told when it was published: nothing here knows of later notices,
 * and so an item never changes.
 */
export interface ToldNotice {
  readonly notice: PublishedNotice;
  readonly inWords: NoticeInWords;
  readonly words: Words;
  readonly addresses: Addresses;
  /** Whether the register is a sample. */
  readonly isSample: boolean;
  /** The name of the organisation, as told on the announced day. */
  readonly organisation: string;
  /** A change with the states of its subject around it. */
  readonly changes: readonly ToldChange[];
  readonly stateOf: (subject: Subject) => SubjectState | undefined;
  /** The notice that it withdraws, postpones or amends, as that was told in its own time. */
  readonly revised: ToldNotice | undefined;
  /** The day on which that one was to take effect just before. */
  readonly revisedDay: Day | undefined;
  readonly context: ValueContext;
}

export interface ToldChange extends ToldStates {
  readonly change: Change;
}

export function toldNotice(
  words: Words,
  addresses: Addresses,
  ledger: Ledger,
  notice: PublishedNotice,
): ToldNotice {
  const told = asTold(ledger, notice.edition);
  const stateOf = (subject: Subject) => told.nearest(subject, notice.effectiveOn);
  const changes = notice.changes.map((change, position): ToldChange => {
    const { before, after } = told.around(change.subject, position);
    return { change, before, after };
  });
  const nameOf = (subject: Subject): string => words.text(nameIn(stateOf(subject)))?.value ?? subject.id;
  return {
    notice,
    inWords: noticeInWords(words, ledger, notice),
    words,
    addresses,
    isSample: noticeOf(ledger, 1)?.sample !== undefined,
    organisation: nameOf(ORGANISATION),
    changes,
    stateOf,
    ...revisedBy(words, addresses, ledger, notice),
    context: {
      words,
      labels: labelsAsTold(ledger, notice, changes),
      scopeName: (id) => nameOf({ kind: 'scope', id }),
      thirdPartyName: (id) => nameOf({ kind: 'third-party', id }),
    },
  };
}

function revisedBy(
  words: Words,
  addresses: Addresses,
  ledger: Ledger,
  { revises, edition }: PublishedNotice,
) {
  const target = revises && revises.action !== 'redact' ? noticeOf(ledger, revises.edition) : undefined;
  if (!target) return { revised: undefined, revisedDay: undefined };
  const postponements = ledger.notices
    .slice(target.edition, edition - 1)
    .flatMap(({ revises: earlier }) =>
      earlier?.action === 'postpone' && earlier.edition === target.edition ? [earlier.to] : [],
    );
  return {
    revised: toldNotice(words, addresses, ledger, target),
    revisedDay: postponements.at(-1) ?? target.effectiveOn,
  };
}

/** The state as a third party, when the subject is one. */
export function thirdPartyIn(state: SubjectState | undefined): ThirdParty | undefined {
  return state && 'kind' in state ? state : undefined;
}

export function processingsOf(state: SubjectState | undefined): [id: string, processing: Processing][] {
  return Object.entries(thirdPartyIn(state)?.processings ?? {}).sort(([one], [other]) =>
    one < other ? -1 : 1,
  );
}

/**
 * What the terms are called in everything the item tells: by the notice itself, else by the latest one before it. A notice
 * prints only the terms that it changes, and an item tells all facts of what has changed.
 */
function labelsAsTold(ledger: Ledger, notice: PublishedNotice, changes: readonly ToldChange[]): Labels {
  const labels: Labels = { ...notice.labels };
  const rows = changes.flatMap(({ before, after }) => [...processingsOf(before), ...processingsOf(after)]);
  const missing = new Set(rows.flatMap(([, processing]) => termsOf(processing)));
  for (let edition = notice.edition; edition > 0 && missing.size > 0; edition--) {
    const printed = noticeOf(ledger, edition)?.labels ?? {};
    for (const term of missing) {
      const label = Object.hasOwn(printed, term) ? printed[term] : undefined;
      if (label && missing.delete(term)) labels[term] = label;
    }
  }
  return labels;
}

function termsOf({ data = [], subjects = [] }: Processing): string[] {
  const named = (vocabulary: string, categories: typeof data): string[] =>
    categories.flatMap((category) => ('term' in category ? [`${vocabulary}/${category.term}`] : []));
  return [...named('data', data), ...named('subjects', subjects)];
}

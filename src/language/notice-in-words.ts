import type { Day } from '../domain/days.ts';
import { timeline, type Ledger, type PublishedNotice } from '../domain/ledger.ts';
import { subjectOn } from '../domain/register-on.ts';
import type { Organisation } from '../domain/subjects/organisation.ts';
import { ORGANISATION } from '../domain/subjects/subject.ts';
import { amendmentInWords, type AmendmentInWords } from './amendment-in-words.ts';
import { changeInWords, type ChangeInWords } from './change-in-words.ts';
import { headingOf, type NoticeHeading } from './notice-heading.ts';
import { toldChanges } from './notice-title.ts';
import { tellingOf, type Telling } from './telling.ts';
import type { Words } from './words.ts';

export type { AmendmentInWords } from './amendment-in-words.ts';
export type { FactsInWords } from './change-facts.ts';
export type { ChangeInWords, EffectInWords } from './change-in-words.ts';
export type { FieldsInWords } from './changed-fields.ts';
export type { FactInWords } from './facts.ts';
export type { FieldInWords } from './field-in-words.ts';
export type { DayInWords, NoticeHeading, RevisionInWords, StandingInWords } from './notice-heading.ts';
export type { Named, Tagged } from './telling.ts';

/** How to object to a notice: by which mailbox, in a sentence; or that it is too late. */
export interface ObjectionInWords {
  readonly sentence: string;
  readonly mailbox?: string;
}

/** The one reading of a notice that pages and feeds show. */
export interface NoticeInWords extends NoticeHeading {
  readonly changes: readonly ChangeInWords[];
  /** What an editorial amendment mends in the notice it revises; empty in any other notice. */
  readonly amendments: readonly AmendmentInWords[];
  /** Present where a period binds. */
  readonly howToObject?: ObjectionInWords;
  /** The periods that were applied: `30 days`. */
  readonly periods?: { readonly notice: string; readonly objection: string };
}

/**
 * Reads a notice for people. Everything but its standing is told as its first readers could know it, from the notices up
 * to its own, with the labels of vocabulary terms that it printed.
 *
 * @param day where the notice stands on this day; without it the reading never changes, whatever is published later
 */
export function noticeInWords(
  words: Words,
  ledger: Ledger,
  notice: PublishedNotice,
  day?: Day,
): NoticeInWords {
  const telling = tell(words, ledger, notice);
  const heading = headingOf(telling, ledger, notice, day);
  // What was withdrawn leaves nothing to object to.
  const howToObject =
    heading.standing?.state.id === 'withdrawn' ? undefined : howToObjectTo(telling, ledger, notice, day);
  const { noticePeriod, objectionPeriod } = notice;
  return {
    ...heading,
    changes: toldChanges(telling).map((told) => changeInWords(telling, told)),
    amendments: amendmentsIn(words, ledger, notice),
    ...(howToObject ? { howToObject } : {}),
    ...(noticePeriod === undefined || objectionPeriod === undefined
      ? {}
      : { periods: { notice: words.period(noticePeriod), objection: words.period(objectionPeriod) } }),
  };
}

/** The same without its changes and amendments: what a list of notices shows, at a fraction of the cost. */
export function noticeHeading(
  words: Words,
  ledger: Ledger,
  notice: PublishedNotice,
  day?: Day,
): NoticeHeading {
  return headingOf(tell(words, ledger, notice), ledger, notice, day);
}

function amendmentsIn(words: Words, ledger: Ledger, { revises }: PublishedNotice): AmendmentInWords[] {
  if (revises?.action !== 'amend') return [];
  const target = tellingOf(words, ledger, revises.edition);
  return target ? revises.amendments.flatMap((amendment) => amendmentInWords(target, amendment)) : [];
}

function tell(words: Words, ledger: Ledger, { edition }: PublishedNotice): Telling {
  const telling = tellingOf(words, ledger, edition);
  if (!telling) throw new RangeError(`The ledger has no notice ${String(edition)}.`);
  return telling;
}

function howToObjectTo(
  telling: Telling,
  ledger: Ledger,
  notice: PublishedNotice,
  day: Day | undefined,
): ObjectionInWords | undefined {
  const { words } = telling;
  const { edition, objectionDeadline: deadline } = notice;
  if (deadline === undefined) return undefined;
  if (day !== undefined && day > deadline)
    return { sentence: words.t('notice.object-closed', { day: words.day(deadline) }) };
  // On a day one writes to the mailbox that is read on it, which may be another than when the notice was published.
  const organisation = day === undefined ? telling.organisation() : organisationOn(ledger, day);
  const mailbox = organisation?.objectionMailbox ?? organisation?.privacyContact;
  if (mailbox !== undefined)
    return { mailbox, sentence: words.t('notice.object-mail', { mailbox, edition }) };
  return { sentence: words.t('notice.object-contact', { organisation: organisation?.name ?? '' }) };
}

function organisationOn(ledger: Ledger, day: Day): Organisation | undefined {
  const state = subjectOn(timeline(ledger), ORGANISATION, day);
  return state && 'timeZone' in state ? state : undefined;
}

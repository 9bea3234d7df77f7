import { daysBetween, type Day } from '../../domain/days.ts';
import { noticeOf, type Ledger, type PublishedNotice } from '../../domain/ledger.ts';
import { outcomesOf } from '../../domain/notice-kind.ts';
import type { Processing } from '../../domain/subjects/processing.ts';
import type { ThirdParty } from '../../domain/subjects/third-party.ts';
import type { Moment } from '../moment.ts';
import { dayOfEffect } from '../notices-in-effect.ts';
import type { Reader } from '../reader.ts';
import { snapshotOn } from '../snapshot.ts';
import type { PlannedAt } from './coming.ts';
import type { Link } from './link.ts';

/** What holds at the moment shown, in a sentence, and whether anything is about to change. */
export interface Standing {
  /** `16 third parties process personal data today`. */
  readonly sentence: string;
  /** `1 of them only under a condition`; undefined where all of them process in any case. */
  readonly conditional: string | undefined;
  /** The edition this rests on, with its notice. */
  readonly edition: Link;
  /** Undefined for a past day as known today: all that came after it is known. */
  readonly coming: ComingInShort | undefined;
}

/** What is announced and not in effect yet, in a line. */
export interface ComingInShort {
  readonly text: string;
  /** To where it is told; absent when nothing is announced. */
  readonly href: string | undefined;
  /** `20 days left to object`. */
  readonly left: string | undefined;
}

/** Where the register stands: how many process personal data, by which edition, and what is coming. */
export function standingOf(reader: Reader, moment: Moment, planned: PlannedAt | undefined): Standing {
  const { words, addresses } = reader;
  const { edition, known } = moment;
  const day = words.day(noticeOf(known, edition)?.announcedOn ?? moment.day);
  return {
    ...countsOf(reader, moment),
    edition: { text: words.t('standing.edition', { edition, day }), href: addresses.notice(edition) },
    coming: planned && comingInShort(reader, known, planned),
  };
}

function countsOf(reader: Reader, moment: Moment): Pick<Standing, 'sentence' | 'conditional'> {
  const { words } = reader;
  const all = [...snapshotOn(moment.known, moment.day).thirdParties.values()]
    .map(receiving)
    .filter(({ length }) => length > 0);
  const conditional = all.filter((rows) => rows.every(isConditional)).length;
  return {
    sentence: sentenceOf(reader, moment, all.length),
    conditional: conditional === 0 ? undefined : words.t('standing.conditional', { count: conditional }),
  };
}

function sentenceOf({ words, today }: Reader, { day }: Moment, count: number): string {
  if (day === today) return words.t('standing.today', { count });
  return words.t(day > today ? 'standing.future' : 'standing.past', { count, day: words.day(day) });
}

/** What it does with personal data: some are listed only to say that they receive none. */
function receiving({ processings = {} }: ThirdParty): Processing[] {
  return Object.values(processings).filter(({ role }) => role !== 'none');
}

/** Whether nothing may happen at all: nobody switched it on, or the condition is not met. */
function isConditional({ use, condition }: Processing): boolean {
  return use === 'opt-in' || condition !== undefined;
}

function comingInShort(
  { words }: Reader,
  known: Ledger,
  { notices, day, counted }: PlannedAt,
): ComingInShort {
  const count = notices
    .filter((notice) => dayOfEffect(known, notice) > day)
    .reduce((sum, { changes }) => sum + outcomesOf(changes).length, 0);
  // On short notice a change takes effect while one may still object to it.
  const text =
    count === 0 && notices.length > 0
      ? words.t('standing.open', { count: notices.length })
      : words.t(counted ? 'standing.coming' : 'standing.coming-then', { count });
  return {
    text,
    href: notices.length === 0 ? undefined : '#planned',
    left: counted ? timeLeft(words, notices, day) : undefined,
  };
}

function timeLeft(words: Reader['words'], notices: readonly PublishedNotice[], day: Day): string | undefined {
  const deadlines = notices
    .flatMap(({ objectionDeadline: deadline }) =>
      deadline !== undefined && deadline >= day ? [deadline] : [],
    )
    .sort();
  const [first] = deadlines;
  if (first === undefined) return undefined;
  const days = daysBetween(day, first);
  return words.t(notices.length === 1 ? 'state.objection-days' : 'standing.first-deadline', { days });
}

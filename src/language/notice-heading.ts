import type { ChangeType, NoticeClass } from '../domain/change-types.ts';
import { daysBetween, type Day } from '../domain/days.ts';
import { noticeOf, type Ledger, type PublishedNotice } from '../domain/ledger.ts';
import { lifecycleOf, type Lifecycle, type LifecycleState } from '../domain/lifecycle.ts';
import { noticeKind, type NoticeKind } from '../domain/notice-kind.ts';
import { effectsOf, type Mark, type Notice, type Revision } from '../domain/notice.ts';
import type { TextInWords } from './choose-text.ts';
import { noticeSubject, noticeTitle, scopesOf } from './notice-title.ts';
import type { Named, Tagged, Telling } from './telling.ts';
import type { Words } from './words.ts';

/** A legal day: as it is stored, and as it is read. */
export interface DayInWords {
  readonly day: Day;
  readonly text: string;
}

/** What is seen of a notice in a list: enough to decide whether to read it. */
export interface NoticeHeading {
  readonly edition: number;
  readonly hash: string;
  readonly title: string;
  /** The same without its day, for where the day stands beside it. */
  readonly what: string;
  /** When it was announced and takes effect, and until when one may object, in sentences. */
  readonly summary: string;
  readonly kind: NoticeKind;
  readonly class: Tagged<NoticeClass>;
  /** Types of all its changes, without repeating any. */
  readonly types: readonly Tagged<ChangeType>[];
  /** Scopes it concerns; empty: all of them, or none in particular. */
  readonly scopes: readonly Named[];
  readonly marks: readonly Tagged<Mark>[];
  /** The instant it was published, as recorded (UTC). */
  readonly publishedAt: string;
  readonly announced: DayInWords;
  /** The effective day that it printed. */
  readonly effective: DayInWords;
  /** To the end of this day one may object; absent where no period binds. `text` says until when and in which zone. */
  readonly objection?: DayInWords;
  readonly reason?: TextInWords;
  /** What it does to earlier notices. */
  readonly revises?: RevisionInWords;
  /** Where it stands on the day asked; absent when no day was asked. */
  readonly standing?: StandingInWords;
}

export interface RevisionInWords {
  readonly action: Revision['action'];
  readonly editions: readonly number[];
  readonly sentence: string;
}

/** Where a notice stands on a day, later notices counted in. */
export interface StandingInWords {
  readonly state: Tagged<LifecycleState>;
  /** The day it takes effect on now, postponements counted in. */
  readonly effective: DayInWords;
  readonly objectionOpen: boolean;
  /** `20 days left to object`, or `In effect in 3 days`; absent when nothing is to come. */
  readonly countdown?: string;
  /** Notices that revised it by then, oldest first. */
  readonly revisedBy: readonly { readonly edition: number; readonly sentence: string }[];
}

/** @param day tells where the notice stands then; without it, it is told as it was announced, for ever the same */
export function headingOf(
  telling: Telling,
  ledger: Ledger,
  published: PublishedNotice,
  day?: Day,
): NoticeHeading {
  const { words } = telling;
  const { edition, hash, publishedAt, announcedOn, effectiveOn, marks, objectionDeadline, reason, revises } =
    published;
  const types = [...new Set(effectsOf(published).flatMap((effect) => effect.types))];
  const what = noticeSubject(telling, ledger);
  const reasonInWords = words.text(reason);
  const standing = day === undefined ? undefined : standingOf(words, ledger, edition, day);
  return {
    edition,
    hash,
    title: noticeTitle(telling, what),
    what,
    summary: summaryOf(words, published, day),
    kind: noticeKind(published),
    class: {
      id: published.class,
      label: words.t(`class.${published.class}`),
      hint: words.t(`class.${published.class}.hint`),
    },
    types: types.map((id) => ({ id, label: words.type(id) })),
    scopes: scopesOf(published).map((id) => telling.scope(id)),
    marks: marks.map((id) => ({ id, label: words.t(`mark.${id}`), hint: words.t(`mark.${id}.hint`) })),
    publishedAt,
    announced: dayInWords(words, announcedOn),
    effective: dayInWords(words, effectiveOn),
    ...(objectionDeadline === undefined
      ? {}
      : { objection: deadlineInWords(words, objectionDeadline, published.timeZone) }),
    ...(reasonInWords ? { reason: reasonInWords } : {}),
    ...(revises ? { revises: revisionInWords(words, revises) } : {}),
    ...(standing ? { standing } : {}),
  };
}

export function dayInWords(words: Words, day: Day): DayInWords {
  return { day, text: words.day(day) };
}

function deadlineInWords(words: Words, day: Day, timeZone: string): DayInWords {
  return { day, text: words.t('notice.objection-day', { day: words.day(day), timeZone }) };
}

function summaryOf(words: Words, notice: Notice, today: Day | undefined): string {
  if (notice.revises) return revisionInWords(words, notice.revises).sentence;
  if (notice.edition === 1) return words.t('notice-summary.baseline');
  const { announcedOn, effectiveOn, objectionDeadline, timeZone } = notice;
  const days = { announced: words.day(announcedOn), effective: words.day(effectiveOn) };
  const sentences = [words.t(`notice-summary.${tenseOf(notice, today)}`, days)];
  if (objectionDeadline !== undefined)
    sentences.push(words.t('notice-summary.objection', { deadline: words.day(objectionDeadline), timeZone }));
  else if (notice.class === 'told') sentences.push(words.t('notice-summary.told'));
  return sentences.join(' ');
}

function tenseOf(
  { announcedOn, effectiveOn }: Notice,
  today: Day = announcedOn,
): 'immediate' | 'planned' | 'past' {
  if (effectiveOn === announcedOn) return 'immediate';
  return effectiveOn > today ? 'planned' : 'past';
}

function revisionInWords(words: Words, revises: Revision): RevisionInWords {
  if (revises.action === 'redact') {
    const editions = revises.rows.map(({ edition }) => edition);
    const sentence = words.t('revision.redact', {
      count: editions.length,
      editions: words.list(editions.map(String)),
    });
    return { action: 'redact', editions, sentence };
  }
  return { action: revises.action, editions: [revises.edition], sentence: revisionSentence(words, revises) };
}

function revisionSentence(words: Words, revises: Exclude<Revision, { action: 'redact' }>): string {
  const { edition } = revises;
  switch (revises.action) {
    case 'withdraw':
      return words.t(revises.inError ? 'revision.in-error' : 'revision.withdraw', { edition });
    case 'postpone':
      return words.t('revision.postpone', {
        edition,
        from: words.day(revises.from),
        to: words.day(revises.to),
      });
    case 'amend':
      return words.t('revision.amend', { edition });
  }
}

function standingOf(words: Words, ledger: Ledger, edition: number, day: Day): StandingInWords | undefined {
  const lifecycle = lifecycleOf(ledger, edition, day);
  if (!lifecycle) return undefined;
  const { state, effectiveOn, objectionOpen, revisedBy } = lifecycle;
  const countdown = countdownOf(words, lifecycle, day);
  return {
    state: { id: state, label: words.t(`state.${state}`) },
    effective: dayInWords(words, effectiveOn),
    objectionOpen,
    ...(countdown === undefined ? {} : { countdown }),
    revisedBy: revisedBy.flatMap((number) => revisedByInWords(words, noticeOf(ledger, number))),
  };
}

/** Of the last day on which one may object, 0 days are left. */
function countdownOf(
  words: Words,
  { state, effectiveOn, objectionOpen, objectionDeadline }: Lifecycle,
  day: Day,
): string | undefined {
  if (objectionOpen && objectionDeadline !== undefined)
    return words.t('state.objection-days', { days: daysBetween(day, objectionDeadline) });
  if (state !== 'upcoming') return undefined;
  return words.t('state.effective-days', { days: daysBetween(day, effectiveOn) });
}

function revisedByInWords(words: Words, notice: Notice | undefined): { edition: number; sentence: string }[] {
  if (!notice?.revises) return [];
  const { edition, revises } = notice;
  if (revises.action === 'postpone')
    return [{ edition, sentence: words.t('revised-by.postpone', { edition, day: words.day(revises.to) }) }];
  const how = revises.action === 'withdraw' && revises.inError ? 'in-error' : revises.action;
  return [{ edition, sentence: words.t(`revised-by.${how}`, { edition }) }];
}

import { effectsOf, type Notice } from '../../domain/notice.ts';
import type { NoticeInWords } from '../../language/notice-in-words.ts';
import type { Words } from '../../language/words.ts';

/** One thing that was computed, with what it means. */
export interface MeaningLine {
  readonly label: string;
  readonly text: string;
  /** What that means, in a sentence. */
  readonly hint: string | undefined;
}

/** The days that a draft leads to, as its plan has them. */
export interface PlannedDays {
  readonly announcedOn: string;
  readonly effectiveOn: string;
  readonly firstLawfulDay: string;
  readonly objectionDeadline?: string | undefined;
}

/** What the notice means: its class, its marks, its kinds of change, its direction, its days. None of it is chosen. */
export function meaningOf(
  words: Words,
  notice: Notice,
  told: NoticeInWords,
  days: PlannedDays,
): MeaningLine[] {
  const { t } = words;
  const kinds = told.types.map(({ label }) => label);
  return [
    { label: t('notice.class'), text: told.class.label, hint: told.class.hint },
    ...told.marks.map(({ label, hint }) => ({ label: t('notice.marks'), text: label, hint })),
    ...(kinds.length === 0 ? [] : [{ label: t('notice.effects'), text: words.list(kinds), hint: undefined }]),
    ...directionLine(words, notice),
    ...dayLines(words, notice, days),
  ];
}

function directionLine({ t }: Words, notice: Notice): MeaningLine[] {
  const found = new Set(effectsOf(notice).map(({ direction }) => direction));
  if (found.size === 0) return [];
  const direction = found.has('widens') ? 'widens' : found.has('narrows') ? 'narrows' : 'neutral';
  return [
    {
      label: t('form.preview.direction'),
      text: t(`direction.${direction}`),
      hint: t(`direction.${direction}.hint`),
    },
  ];
}

function dayLines(words: Words, notice: Notice, days: PlannedDays): MeaningLine[] {
  const { t } = words;
  const deadline = days.objectionDeadline;
  return [
    {
      label: t('form.preview.first-day'),
      text: words.day(days.firstLawfulDay),
      hint: firstDayReason(words, notice),
    },
    {
      label: t('notice.effective'),
      text: words.day(days.effectiveOn),
      hint: t('form.preview.if-announced', { day: words.day(days.announcedOn) }),
    },
    deadline === undefined
      ? { label: t('notice.objection'), text: t('form.preview.no-deadline'), hint: t('notice.no-objection') }
      : {
          label: t('notice.objection'),
          text: words.day(deadline),
          hint:
            notice.objectionPeriod === undefined
              ? undefined
              : t('form.preview.deadline-reason', { period: words.period(notice.objectionPeriod) }),
        },
  ];
}

/** A revision holds from its announcement on, whatever period it opens. */
function firstDayReason(words: Words, { noticePeriod, revises }: Notice): string | undefined {
  if (revises) return undefined;
  return noticePeriod === undefined
    ? words.t('form.preview.first-day-any')
    : words.t('form.preview.first-day-reason', { period: words.period(noticePeriod) });
}

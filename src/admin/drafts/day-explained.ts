import { addDays, daysBetween } from '../../domain/days.ts';
import { registerOn } from '../../domain/register-on.ts';
import type { DraftContent } from '../../drafts/draft-content.ts';
import type { Plan } from '../../drafts/plan.ts';
import { periodsFrom } from '../../domain/periods.ts';
import type { Locals } from '../reader.ts';

/** How the day came about, step by step, as a lawyer would count it. */
export interface DayExplained {
  readonly title: string;
  readonly steps: readonly string[];
  /** What follows from the day that was chosen, when one was. */
  readonly chosen: string | undefined;
}

/** Explains the day of a draft of changes. */
export function explainDay(locals: Locals, content: DraftContent, plan: Plan): DayExplained {
  const { words } = locals;
  const binds = plan.notice ? plan.notice.class === 'needs-notice' : plan.firstLawfulDay > plan.announcedOn;
  return {
    title: words.t('draft.day.title'),
    steps: binds ? countedDays(locals, plan) : freeDays(locals, plan),
    chosen:
      content.kind === 'changes' && content.effectiveOn !== undefined ? chosenDay(locals, plan) : undefined,
  };
}

function countedDays({ words, context }: Locals, plan: Plan): string[] {
  const { t } = words;
  const { announcedOn, notice } = plan;
  const organisation = registerOn(context.ledger.current(), announcedOn).organisation;
  const { noticePeriod = organisation?.noticePeriod, objectionPeriod = organisation?.objectionPeriod } =
    notice ?? {};
  if (noticePeriod === undefined || objectionPeriod === undefined) return [];
  const periods = periodsFrom(announcedOn, { noticePeriod, objectionPeriod });
  const zone = notice?.timeZone ?? organisation?.timeZone ?? '';
  return [
    t('draft.day.announced', { day: words.day(announcedOn) }),
    t('draft.day.period', {
      period: words.period(noticePeriod),
      from: words.day(addDays(announcedOn, 1)),
      until: words.day(addDays(periods.firstEffectiveDay, -1)),
    }),
    t('draft.day.first', { day: words.day(periods.firstEffectiveDay) }),
    t('draft.day.objections', { day: words.day(periods.objectionDeadline), timeZone: zone }),
  ];
}

function freeDays({ words }: Locals, { announcedOn }: Plan): string[] {
  return [words.t('draft.day.free', { day: words.day(announcedOn) })];
}

function chosenDay({ words }: Locals, { effectiveOn, firstLawfulDay, announcedOn }: Plan): string {
  const day = words.day(effectiveOn);
  if (effectiveOn < announcedOn) return words.t('draft.day.chosen.past', { day });
  const days = daysBetween(firstLawfulDay, effectiveOn);
  if (days === 0) return words.t('draft.day.chosen.first', { day });
  return days > 0
    ? words.t('draft.day.chosen.later', { day, days })
    : words.t('draft.day.chosen.sooner', { day, days: -days });
}

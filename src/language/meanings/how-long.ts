import { compareDurations } from '../../domain/durations.ts';
import { sameJson } from '../../domain/json.ts';
import type { Processing, Retention } from '../../domain/subjects/processing.ts';
import { processingIn } from '../field-in-words.ts';
import { changed, removed, values, type Teller, type Told } from './told.ts';

/** `Kept longer: 90 days instead of 30 days.` Longer and shorter are said only of what can be compared. */
export const tellRetention: Teller = (told) => {
  const { t } = told.context.words;
  const { before, after } = values(told);
  if (told.field.wording) return undefined;
  if (after === undefined) return [removed(t('meaning.retention.unstated', { before: before ?? '' }))];
  if (before === undefined) return [changed(t('meaning.retention.stated', { after }))];
  return [changed(t(`meaning.retention.${retentionOrder(told)}`, { before, after }))];
};

type Order = 'longer' | 'shorter' | 'changed';

function retentionOrder({ around, field }: Told): Order {
  const id = field.field.split('/')[1] ?? '';
  const [old, now] = [processingIn(around.before, id), processingIn(around.after, id)];
  if (!old || !now || !isOnlyLonger(old, now)) return 'changed';
  return orderOf(periodOf(old.retention), periodOf(now.retention));
}

/** Whether the two differ in nothing but their period. */
function isOnlyLonger(old: Processing, now: Processing): boolean {
  return (
    old.retention?.form === now.retention?.form &&
    sameJson(old.retentionTerms ?? null, now.retentionTerms ?? null)
  );
}

function periodOf(retention: Retention | undefined): string | undefined {
  return retention?.form === 'criterion' ? retention.atMost : retention?.period;
}

function orderOf(before: string | undefined, after: string | undefined): Order {
  if (before === undefined || after === undefined) return 'changed';
  const order = compareDurations(after, before);
  return order === 'longer' || order === 'shorter' ? order : 'changed';
}

/** `Retention in backups: longer, 90 days instead of 30 days.` */
export const tellDuration: Teller = (told) => {
  const { change, field, context } = told;
  const { before, after } = values(told);
  if (before === undefined || after === undefined || 'added' in change) return undefined;
  if (typeof change.before !== 'string' || typeof change.after !== 'string') return undefined;
  const order = orderOf(change.before, change.after);
  if (order === 'changed') return undefined;
  return [changed(context.words.t(`meaning.duration.${order}`, { label: field.label, before, after }))];
};

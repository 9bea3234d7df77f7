import { classify } from './classify.ts';
import type { Day } from './days.ts';
import { isSetChange, type FieldChange } from './field-change.ts';
import { concerned } from './meaning.ts';
import type { Effect } from './notice.ts';
import { registerBy } from './register-on.ts';
import type { Target } from './revision-target.ts';
import type { Timeline } from './timeline.ts';

/**
 * What taking back a notice that is in effect changes today, as if it were a change of its own: the same changes the
 * other way round.
 *
 * @param line the timeline with the notice
 * @param without the timeline without it
 */
export function reversalEffects(line: Timeline, without: Timeline, { changes, today }: Target): Effect[] {
  const reversed = changes.map(({ subject, fields }) => ({ subject, fields: fields.map(reverse) }));
  const keys = concerned(line, reversed);
  const by = (effectiveOn: Day): boolean => effectiveOn <= today;
  return classify(reversed, registerBy(line, by, keys), registerBy(without, by, keys)).flat();
}

function reverse(change: FieldChange): FieldChange {
  return isSetChange(change)
    ? { ...change, added: change.removed, removed: change.added }
    : { ...change, before: change.after, after: change.before };
}

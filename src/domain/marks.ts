import { joinDirections, type NoticeClass } from './change-types.ts';
import type { Day } from './days.ts';
import { leafAt } from './fields/table.ts';
import type { Json } from './json.ts';
import type { Meaning } from './meaning.ts';
import type { Change, Effect, Mark } from './notice.ts';
import { stateOf, type Register } from './register.ts';
import { valueAt } from './tree.ts';

interface Timing {
  readonly edition: number;
  readonly announcedOn: Day;
  readonly effectiveOn: Day;
  /** The first day on which what needs notice may take effect. */
  readonly firstEffectiveDay: Day;
}

/** The marks of a notice: computed from its number, its days and what it means. */
export function marksOf(timing: Timing, { changes, before }: Meaning): Mark[] {
  if (timing.edition === 1) return ['baseline'];
  const effects = changes.flatMap((change) => change.effects);
  const widens = joinDirections(effects.map(({ direction }) => direction)) === 'widens';
  const back = timing.effectiveOn < timing.announcedOn;
  if (back && widens) return ['late-disclosure'];
  const noticeClass = noticeClassOf(effects);
  const fillsIn = timing.effectiveOn === timing.announcedOn && onlyFillsIn(changes, before);
  if (noticeClass !== 'editorial' && (back || fillsIn)) return ['correction'];
  const early = noticeClass === 'needs-notice' && timing.effectiveOn < timing.firstEffectiveDay;
  return early ? ['short-notice'] : [];
}

/** Whether all that changes is facts about third parties that were not stated and now are. */
function onlyFillsIn(changes: readonly Change[], before: Register): boolean {
  return changes.every(
    (change) =>
      change.subject.kind === 'third-party' && meansNothingNew(change) && findsNothingStated(change, before),
  );
}

function meansNothingNew({ effects }: Change): boolean {
  return effects.every(
    ({ types, direction }) => direction === 'neutral' && types.every((type) => type === 'details-changed'),
  );
}

/** Of a text nothing in any language: another language is a translation. A new subject or processing fills in nothing. */
function findsNothingStated({ subject, fields }: Change, before: Register): boolean {
  const state = stateOf(before, subject) as Json | undefined;
  return fields.every(({ field }) => {
    const leaf = leafAt(subject.kind, field);
    if (!leaf || state === undefined) return false;
    const owner = leaf.processing === undefined ? [] : ['processings', leaf.processing];
    const whole = leaf.language === undefined ? leaf.steps : leaf.steps.slice(0, -1);
    return valueAt(state, owner) !== undefined && valueAt(state, whole) === undefined;
  });
}

/** The class of a whole notice: the strictest of its effects. */
export function noticeClassOf(effects: readonly Effect[]): NoticeClass {
  const classes = new Set(effects.map((effect) => effect.class));
  if (classes.has('needs-notice')) return 'needs-notice';
  return classes.has('told') || classes.size === 0 ? 'told' : 'editorial';
}

/** The same changes where no period can bind: what was in use before the register, or what only mends the past. */
export function withoutPeriod(changes: readonly Change[]): Change[] {
  return changes.map((change) => ({
    ...change,
    effects: change.effects.map((effect) =>
      effect.class === 'needs-notice' ? { ...effect, class: 'told' } : effect,
    ),
  }));
}

import { joinDirections, type NoticeClass } from './change-types.ts';
import type { Day } from './days.ts';
import type { Change, Effect, Mark } from './notice.ts';

interface Timing {
  readonly edition: number;
  readonly announcedOn: Day;
  readonly effectiveOn: Day;
  readonly shortNotice: boolean;
}

/**
 * The marks of a notice: computed from its number, its days and what it widens; short notice only where staff asked for
 * it and a period would bind.
 */
export function marksOf(timing: Timing, changes: readonly Change[]): Mark[] {
  if (timing.edition === 1) return ['baseline'];
  const effects = changes.flatMap(({ effects }) => effects);
  const widens = joinDirections(effects.map(({ direction }) => direction)) === 'widens';
  const back = timing.effectiveOn < timing.announcedOn;
  if (back && widens) return ['late-disclosure'];
  const editorial = noticeClassOf(effects) === 'editorial';
  if (!editorial && (back || (timing.effectiveOn === timing.announcedOn && onlyFillsIn(changes))))
    return ['correction'];
  return timing.shortNotice ? ['short-notice'] : [];
}

/** Whether all that changes is facts that were not stated and now are. */
function onlyFillsIn(changes: readonly Change[]): boolean {
  return changes.every(({ subject, fields }) => {
    if (subject.kind !== 'third-party') return false;
    return (
      fields.every((field) => ('added' in field ? field.removed.length === 0 : field.before === null)) &&
      isNeutral(changes)
    );
  });
}

function isNeutral(changes: readonly Change[]): boolean {
  return changes.every(({ effects }) =>
    effects.every(
      ({ types, direction }) => direction === 'neutral' && types.every((type) => type === 'details-changed'),
    ),
  );
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

import type { ChangeType, Direction } from '../change-types.ts';
import { compareDurations } from '../durations.ts';
import { canonical } from '../json.ts';
import type { Category, Retention, Safeguard } from '../subjects/processing.ts';
import type { FieldValue, Judge, Judgement } from './field.ts';

/** A fact that was not stated and now is, or is told more exactly: nothing changed but what is known. */
const KNOWN_BETTER: readonly Judgement[] = [{ type: 'details-changed', direction: 'neutral' }];

export function one(type: ChangeType, direction: Direction): readonly Judgement[] {
  return [{ type, direction }];
}

/** Any change has this one meaning, filling in and leaving out included. */
export function always(type: ChangeType, direction: Direction): Judge {
  return () => one(type, direction);
}

/**
 * Filling in what was not stated is neutral; no longer stating it must be read as the worst it may hide, so it widens.
 */
export function onceStated(unstated: ChangeType, judge: Judge): Judge {
  return (before, after, states) => {
    if (before === undefined) return KNOWN_BETTER;
    if (after === undefined) return one(unstated, 'widens');
    return judge(before, after, states);
  };
}

/** Text and values of which no rule can tell more or less: a change counts as widening. */
export function widensUnlessFilledIn(type: ChangeType): Judge {
  return onceStated(type, always(type, 'widens'));
}

/** Values in an order from the least to the most that may happen to data. */
export function ranked(order: readonly string[], widened: ChangeType, narrowed: ChangeType): Judge {
  return onceStated(widened, (before, after) =>
    order.indexOf(after as string) > order.indexOf(before as string)
      ? one(widened, 'widens')
      : one(narrowed, 'narrows'),
  );
}

/** Sets in which a further member means more, and a member less means less. */
export function members(widened: ChangeType, narrowed: ChangeType): Judge {
  return onceStated(widened, (before, after) => {
    const old = new Set(asArray(before).map(canonical));
    const now = new Set(asArray(after).map(canonical));
    const judgements: Judgement[] = [];
    if ([...now].some((member) => !old.has(member))) judgements.push({ type: widened, direction: 'widens' });
    if ([...old].some((member) => !now.has(member)))
      judgements.push({ type: narrowed, direction: 'narrows' });
    return judgements;
  });
}

/** Categories of data or people: one that was only possible or optional and now is certain has widened too. */
export function categories(widened: ChangeType, narrowed: ChangeType): Judge {
  return onceStated(widened, (before, after) => {
    const old = strengths(before);
    const now = strengths(after);
    const judgements: Judgement[] = [];
    if ([...now].some(([key, strength]) => strength > (old.get(key) ?? 0)))
      judgements.push({ type: widened, direction: 'widens' });
    if ([...old].some(([key, strength]) => strength > (now.get(key) ?? 0)))
      judgements.push({ type: narrowed, direction: 'narrows' });
    return judgements.length > 0 ? judgements : KNOWN_BETTER;
  });
}

/** How strongly each category holds: 2 for certain, 1 for possible or optional. */
function strengths(value: FieldValue): Map<string, number> {
  const found = new Map<string, number>();
  for (const category of asArray(value) as readonly Category[]) {
    const key = 'term' in category ? category.term : canonical(category.text);
    found.set(key, Math.max(found.get(key) ?? 0, category.certainty === undefined ? 2 : 1));
  }
  return found;
}

/** Longer is wider. Durations that cannot be compared from every starting day (P1M, P30D) count as longer. */
export const duration: Judge = onceStated('retention-widened', (before, after) => {
  const order = compareDurations(after as string, before as string);
  if (order === 'shorter') return one('retention-narrowed', 'narrows');
  return order === 'same' ? KNOWN_BETTER : one('retention-widened', 'widens');
});

/** Retention of another form cannot be compared, and counts as longer. */
export const retention: Judge = onceStated('retention-widened', (before, after, states) => {
  const [old, now] = [before as Retention, after as Retention];
  const [oldPeriod, newPeriod] = [periodOf(old), periodOf(now)];
  if (old.form !== now.form || newPeriod === undefined) return one('retention-widened', 'widens');
  if (oldPeriod === undefined) return one('retention-narrowed', 'narrows');
  return duration(oldPeriod, newPeriod, states);
});

function periodOf(retention: Retention): string | undefined {
  return retention.form === 'criterion' ? retention.atMost : retention.period;
}

/** A place less is still a change of place: the data that was there is now only elsewhere. */
export const locations: Judge = members('location-changed', 'location-changed');

/**
 * Another ground, law, rank, destination or module changes the safeguard; a new number, validity or way to get a copy
 * only renews its details.
 */
export const safeguards: Judge = onceStated('safeguard-changed', (before, after) =>
  coverage(before) === coverage(after) ? KNOWN_BETTER : one('safeguard-changed', 'widens'),
);

function coverage(value: FieldValue): string {
  const covered = (asArray(value) as readonly Safeguard[]).map(
    ({ ground, regime, rank, destinations, modules }) =>
      canonical({ ground, regime, rank, destinations: destinations ?? [], modules: modules ?? [] }),
  );
  return canonical([...new Set(covered)].sort());
}

function asArray(value: FieldValue): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

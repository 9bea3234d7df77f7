import { Temporal } from 'temporal-polyfill';

/** Tells the time. The composition roots make one; everything else is handed it, or an instant or day read from it. */
export interface Clock {
  now(): Temporal.Instant;
  /** The same moment in milliseconds since 1970, for who asks thousands of times a second. */
  milliseconds?(): number;
}

export const systemClock: Clock = {
  now: () => Temporal.Now.instant(),
  milliseconds: () => Date.now(),
};

/** Milliseconds since 1970 by the clock, by the cheapest way it offers. */
export function millisecondsOf(clock: Clock): number {
  return clock.milliseconds?.() ?? clock.now().epochMilliseconds;
}

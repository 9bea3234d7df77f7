import type { Temporal } from 'temporal-polyfill';

/** A working day: whoever signed in this morning signs in again tomorrow. */
export const SESSION_SECONDS = 12 * 60 * 60;
/** A long lunch: a browser that was left alone longer is signed out. */
const IDLE_SECONDS = 2 * 60 * 60;
/** How long somebody is taken at their word after showing who they are. */
const FRESH_SECONDS = 15 * 60;
/** How long a sign-in waits for its second factor. */
const PENDING_SECONDS = 10 * 60;
/** How coarsely it is kept when a session was last seen: each look would otherwise be a write. */
const SEEN_SECONDS = 5 * 60;

/** A session as it is stored. */
export interface SessionTimes {
  readonly createdAt: Date;
  /** When it was last seen, to five minutes. */
  readonly updatedAt: Date;
  /** Absent while the second factor is still awaited. */
  readonly confirmedAt: Date | null;
}

/** Whether the session has come to its end by now, by age or because nobody used it. */
export function isOver({ createdAt, updatedAt, confirmedAt }: SessionTimes, now: Temporal.Instant): boolean {
  const life = confirmedAt ? SESSION_SECONDS : PENDING_SECONDS;
  return secondsSince(createdAt, now) >= life || secondsSince(updatedAt, now) >= IDLE_SECONDS;
}

/** Whether it is time to write down that the session was seen. */
export function isSeenAnew({ updatedAt }: SessionTimes, now: Temporal.Instant): boolean {
  return secondsSince(updatedAt, now) >= SEEN_SECONDS;
}

/**
 * Whether somebody has shown who they are in the last quarter of an hour: asked for before publishing and before
 * changing staff.
 */
export function isFresh(signedIn: { session: { confirmedAt: string } }, now: Temporal.Instant): boolean {
  return secondsSince(new Date(signedIn.session.confirmedAt), now) < FRESH_SECONDS;
}

function secondsSince(then: Date, now: Temporal.Instant): number {
  return (now.epochMilliseconds - then.getTime()) / 1000;
}

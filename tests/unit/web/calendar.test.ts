import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { EMPTY_LEDGER } from '../../../src/domain/ledger.ts';
import { calendarAt, organisationOn, today } from '../../../src/today.ts';
import { ORGANISATION_STATE, registerWith } from '../../support/register.ts';

function at(instant: string): Temporal.Instant {
  return Temporal.Instant.from(instant);
}

describe("the organisation's day", () => {
  it('is counted in UTC before the first edition', () => {
    expect(calendarAt(EMPTY_LEDGER, at('2026-01-10T23:59:59Z'))).toEqual({
      day: '2026-01-10',
      timeZone: 'UTC',
      from: Date.UTC(2026, 0, 10),
      until: Date.UTC(2026, 0, 11),
    });
  });

  it.each([
    ['Europe/Amsterdam', '2026-06-01T21:59:59.999Z', '2026-06-01'],
    ['Europe/Amsterdam', '2026-06-01T22:00:00Z', '2026-06-02'],
    ['Pacific/Auckland', '2026-06-01T11:59:59.999Z', '2026-06-01'],
    ['Pacific/Auckland', '2026-06-01T12:00:00Z', '2026-06-02'],
  ])('begins at midnight in %s: at %s it is %s', (timeZone, instant, day) => {
    const { ledger } = registerWith({}, '2026-01-10', { timeZone });
    expect(calendarAt(ledger, at(instant)).day).toBe(day);
    expect(today({ clock: { now: () => at(instant) }, ledger: { current: () => ledger } })).toBe(day);
  });

  it('lasts 23 hours when clocks go forward', () => {
    const { ledger } = registerWith({}, '2026-01-10');
    const { from, until } = calendarAt(ledger, at('2026-03-29T12:00:00Z'));
    expect((until - from) / 3_600_000).toBe(23);
  });

  it('follows the organisation to another zone from the day on which that takes effect', () => {
    const register = registerWith({}, '2026-01-10');
    register.goTo('2026-01-11');
    const moved = { ...ORGANISATION_STATE, timeZone: 'Asia/Tokyo' };
    register.publish({
      changes: [register.to('organisation', 'organisation', moved)],
      effectiveOn: '2026-02-01',
    });
    expect(calendarAt(register.ledger, at('2026-01-20T20:00:00Z')).timeZone).toBe('Europe/Amsterdam');
    expect(calendarAt(register.ledger, at('2026-02-10T20:00:00Z'))).toMatchObject({
      timeZone: 'Asia/Tokyo',
      day: '2026-02-11',
    });
  });

  it('never goes back behind what was announced, whatever a clock does', () => {
    const { ledger } = registerWith({}, '2026-01-10');
    expect(calendarAt(ledger, at('2025-12-01T12:00:00Z')).day).toBe('2026-01-10');
  });

  it('has the public facts that hold on it', () => {
    const { ledger } = registerWith({}, '2026-01-10');
    expect(organisationOn(ledger, '2026-01-10')?.name).toBe('Example B.V.');
    expect(organisationOn(ledger, '2026-01-09')).toBeUndefined();
  });
});

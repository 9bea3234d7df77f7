import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { zoneAt } from '../../../../src/domain/announcement.ts';
import { endOfDay } from '../../../../src/domain/days.ts';
import { registerOn } from '../../../../src/domain/register-on.ts';
import { outcome } from '../../../support/outcome.ts';
import {
  ORGANISATION_STATE,
  processing,
  registerWith,
  thirdParty,
  type TestRegister,
} from '../../../support/register.ts';

const SENTRY = thirdParty('Sentry', { p1: processing() });
const at = (text: string) => Temporal.Instant.from(text);

function announcedAt(instant: string, organisation = {}, beginning = '2026-01-10') {
  const register = registerWith({}, beginning, organisation).goTo(at(instant));
  const notice = register.publish({ changes: [register.to('third-party', 'sentry', SENTRY)] });
  const { says: _, ...days } = outcome(notice);
  return { ...days, publishedAt: notice.publishedAt, timeZone: notice.timeZone };
}

describe('midnight', () => {
  const auckland = { timeZone: 'Pacific/Auckland' };

  test.each([
    ['in Amsterdam in winter, just before', '2026-01-31T22:59:59.999Z', {}, '2026-01-31', '2026-03-02'],
    ['in Amsterdam in winter, just after', '2026-01-31T23:00:00.000Z', {}, '2026-02-01', '2026-03-03'],
    ['in Amsterdam in summer, just before', '2026-06-30T21:59:59.999Z', {}, '2026-06-30', '2026-07-30'],
    ['in Amsterdam in summer, just after', '2026-06-30T22:00:00.000Z', {}, '2026-07-01', '2026-07-31'],
    [
      'in Auckland in its summer, just before',
      '2026-01-31T10:59:59.999Z',
      auckland,
      '2026-01-31',
      '2026-03-02',
    ],
    [
      'in Auckland in its summer, just after',
      '2026-01-31T11:00:00.000Z',
      auckland,
      '2026-02-01',
      '2026-03-03',
    ],
    [
      'in Auckland in its winter, just before',
      '2026-06-30T11:59:59.999Z',
      auckland,
      '2026-06-30',
      '2026-07-30',
    ],
    [
      'in Auckland in its winter, just after',
      '2026-06-30T12:00:00.000Z',
      auckland,
      '2026-07-01',
      '2026-07-31',
    ],
  ])('%s: %s', (_, instant, organisation, announcedOn, objectionDeadline) => {
    expect(announcedAt(instant, organisation)).toMatchObject({
      publishedAt: instant,
      announcedOn,
      objectionDeadline,
    });
  });

  test('within a millisecond the instant is written down to the millisecond, and the day is that of the clock', () => {
    expect(announcedAt('2026-01-31T22:59:59.999999999Z')).toMatchObject({
      publishedAt: '2026-01-31T22:59:59.999Z',
      announcedOn: '2026-01-31',
    });
  });
});

describe('periods', () => {
  test('a notice on 31 January with a period of one month ends on the last of February', () => {
    expect(announcedAt('2026-01-31T12:00:00Z', { noticePeriod: 'P1M', objectionPeriod: 'P1M' })).toEqual({
      class: 'needs-notice',
      marks: [],
      publishedAt: '2026-01-31T12:00:00.000Z',
      timeZone: 'Europe/Amsterdam',
      announcedOn: '2026-01-31',
      objectionDeadline: '2026-02-28',
      firstEffectiveDay: '2026-03-01',
      effectiveOn: '2026-03-01',
    });
  });

  test('and in a leap year on the 29th', () => {
    const monthly = { noticePeriod: 'P1M', objectionPeriod: 'P1M' };
    expect(announcedAt('2028-01-31T12:00:00Z', monthly)).toMatchObject({
      objectionDeadline: '2028-02-29',
      effectiveOn: '2028-03-01',
    });
  });

  test('a shorter time to object than the notice', () => {
    expect(
      announcedAt('2026-02-01T12:00:00Z', { noticePeriod: 'P30D', objectionPeriod: 'P14D' }),
    ).toMatchObject({
      objectionDeadline: '2026-02-15',
      firstEffectiveDay: '2026-03-04',
    });
  });

  test('a longer time to object than the notice cannot be published', () => {
    const register = registerWith({}).goTo('2026-02-01');
    const organisation = { ...ORGANISATION_STATE, noticePeriod: 'P30D', objectionPeriod: 'P1M' };
    expect(
      register.tryPublish({ changes: [register.to('organisation', 'organisation', organisation)] }),
    ).toEqual({
      problems: [
        {
          code: 'invalid-value',
          at: 'organisation/organisation/objectionPeriod',
          edition: 2,
          value: 'The objection period may not be longer than the notice period.',
        },
      ],
    });
  });
});

describe('nights on which the clocks change', () => {
  test('in spring, in the hour that is not there', () => {
    // At 01:00 UTC it is 03:00 in Amsterdam; 02:30 does not happen.
    expect(announcedAt('2026-03-29T01:00:00Z')).toMatchObject({
      announcedOn: '2026-03-29',
      objectionDeadline: '2026-04-28',
      firstEffectiveDay: '2026-04-29',
    });
  });

  test.each(['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'])(
    'in autumn, in the hour that comes twice: %s',
    (instant) => {
      expect(announcedAt(instant)).toMatchObject({
        announcedOn: '2026-10-25',
        objectionDeadline: '2026-11-24',
      });
    },
  );

  test('a deadline on such a day lasts to its end on the clock', () => {
    const { objectionDeadline = '' } = announcedAt('2026-09-25T12:00:00Z');
    expect(objectionDeadline).toBe('2026-10-25');
    expect(endOfDay(objectionDeadline, 'Europe/Amsterdam').toString()).toBe('2026-10-25T23:00:00Z');
  });
});

describe('a clock that goes back', () => {
  test('never makes a notice older than the one before it', () => {
    const register = registerWith({}, '2026-02-10').goTo('2026-02-03');
    const notice = register.publish({ changes: [register.to('third-party', 'sentry', SENTRY)] });
    expect(notice).toMatchObject({
      publishedAt: '2026-02-10T11:00:00.000Z',
      announcedOn: '2026-02-10',
      objectionDeadline: '2026-03-12',
    });
  });

  test('by an hour over midnight leaves the day as it was', () => {
    const register = registerWith({}, '2026-02-10').goTo(at('2026-02-10T23:30:00Z'));
    const change = (name: string) =>
      register.to('organisation', 'organisation', { ...ORGANISATION_STATE, name });
    register.publish({ changes: [change('First B.V.')] });
    register.goTo(at('2026-02-10T22:30:00Z'));
    const notice = register.publish({ changes: [register.to('third-party', 'sentry', SENTRY)] });
    expect(notice).toMatchObject({ publishedAt: '2026-02-10T23:30:00.000Z', announcedOn: '2026-02-11' });
  });
});

describe('an organisation that changes its zone', () => {
  const move = (register: TestRegister, timeZone: string, effectiveOn: string) =>
    register.publish({
      effectiveOn,
      changes: [
        register.to('organisation', 'organisation', { ...ORGANISATION_STATE, timeZone }, effectiveOn),
      ],
    });
  const announce = (register: TestRegister, instant: string, name: string) => {
    const about = { ...SENTRY, name: { und: name } };
    const { announcedOn, timeZone } = register.goTo(at(instant)).publish({
      changes: [register.to('third-party', 'sentry', about)],
      effectiveOn: '2026-12-31',
      ...LATER,
    });
    register.publish({
      changes: [],
      revises: { action: 'withdraw', edition: register.ledger.notices.length },
    });
    return [timeZone, announcedOn];
  };
  const LATER = { reason: { en: 'Because' } };

  test('eastward: the new zone holds when its day begins in the old one', () => {
    const register = registerWith({}).goTo('2026-02-01');
    move(register, 'Pacific/Auckland', '2026-03-01');
    expect(announce(register, '2026-02-28T22:59:00Z', 'a')).toEqual(['Europe/Amsterdam', '2026-02-28']);
    expect(announce(register, '2026-02-28T23:00:00Z', 'b')).toEqual(['Pacific/Auckland', '2026-03-01']);
    expect(announce(register, '2026-03-01T11:00:00Z', 'c')).toEqual(['Pacific/Auckland', '2026-03-02']);
  });

  test('westward: the day does not go back, and lasts until it is over in the new zone', () => {
    const register = registerWith({}, '2026-01-10', { timeZone: 'Pacific/Auckland' }).goTo(
      '2026-02-01',
      'Pacific/Auckland',
    );
    move(register, 'Europe/Amsterdam', '2026-03-01');
    expect(announce(register, '2026-02-28T10:59:00Z', 'a')).toEqual(['Pacific/Auckland', '2026-02-28']);
    expect(announce(register, '2026-02-28T11:00:00Z', 'b')).toEqual(['Europe/Amsterdam', '2026-02-28']);
    expect(announce(register, '2026-02-28T12:00:00Z', 'c')).toEqual(['Europe/Amsterdam', '2026-02-28']);
    expect(announce(register, '2026-02-28T23:00:00Z', 'd')).toEqual(['Europe/Amsterdam', '2026-03-01']);
    expect(registerOn(register.ledger, '2026-03-01').organisation?.timeZone).toBe('Europe/Amsterdam');
  });

  test('takes its move back: the day does not go back with it', () => {
    const register = registerWith({}).goTo('2026-02-01');
    move(register, 'Pacific/Auckland', '2026-03-01');
    expect(announce(register, '2026-03-01T12:00:00Z', 'a')).toEqual(['Pacific/Auckland', '2026-03-02']);
    register.publish({ changes: [], revises: { action: 'withdraw', edition: 2 }, ...LATER });
    expect(announce(register, '2026-03-01T12:30:00Z', 'b')).toEqual(['Europe/Amsterdam', '2026-03-02']);
    expect(announce(register, '2026-03-02T23:00:00Z', 'c')).toEqual(['Europe/Amsterdam', '2026-03-03']);
  });

  test('has no zone before its first edition', () => {
    expect(zoneAt({ notices: [] }, at('2026-01-01T00:00:00Z'))).toBeUndefined();
  });

  test('had the zone of the first edition before that, too', () => {
    expect(zoneAt(registerWith({}).ledger, at('2020-01-01T00:00:00Z'))).toBe('Europe/Amsterdam');
  });

  test('keeps its zone when the move is given up', () => {
    const register = registerWith({}).goTo('2026-02-01');
    move(register, 'Pacific/Auckland', '2026-03-01');
    register.publish({ changes: [], revises: { action: 'withdraw', edition: 2 } });
    expect(announce(register, '2026-03-01T11:00:00Z', 'a')).toEqual(['Europe/Amsterdam', '2026-03-01']);
  });
});

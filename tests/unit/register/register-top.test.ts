import { describe, expect, it } from 'vitest';
import type { Day } from '../../../src/domain/days.ts';
import type { ThirdParty } from '../../../src/domain/subjects/third-party.ts';
import { readRegisterPage } from '../../../src/register/read-register-page.ts';
import type { Strip } from '../../../src/register/views/strip.ts';
import { processing, registerWith, thirdParty, type TestRegister } from '../../support/register.ts';
import { asking, readerOf } from './reader.ts';

const host = thirdParty('Host', { p1: processing() });
const ofWebsites = { scope: 'websites', role: 'processor' } as const;

function topOf(register: TestRegister, today: Day, asked: Parameters<typeof asking>[0] = {}) {
  const { top } = readRegisterPage(readerOf(register, today), asking(asked));
  if (!top) throw new Error('The register has not begun.');
  return top;
}

/** Publishes what makes the third party so: at once, or from a day. */
function publish(register: TestRegister, on: Day, id: string, state: ThirdParty, effectiveOn?: Day): number {
  register.goTo(on);
  const day = effectiveOn ?? on;
  const changes = [register.to('third-party', id, state, day)];
  return register.publish(effectiveOn === undefined ? { changes } : { changes, effectiveOn }).edition;
}

function inWebsites(name: string): ThirdParty {
  return thirdParty(name, { p1: processing(ofWebsites) });
}

/** The same when nothing is left to do for it. */
function gone(name: string): ThirdParty {
  return { ...inWebsites(name), processings: {} };
}

/** What stands in each month that has anything: `2026-01: begins 1, added 2`. */
function marksIn({ months }: Strip): string[] {
  return months
    .filter(({ marks }) => marks.length > 0)
    .map(({ month, marks }) => `${month}: ${marks.map(({ kind }) => kind).join(', ')}`);
}

describe('what holds', () => {
  const listedOnly = thirdParty('Builder', { p1: processing({ role: 'none', data: [] }) });
  const register = registerWith({ host, builder: listedOnly }, '2026-01-10');

  it('is a sentence that counts who processes personal data, and by which edition', () => {
    expect(topOf(register, '2026-02-01').standing).toEqual({
      sentence: '1 third party processes personal data today',
      conditional: undefined,
      edition: { text: 'Edition 1, published on 10 January 2026', href: '/changes/1' },
      coming: { text: 'No change is announced', href: undefined, left: undefined },
    });
  });

  it('says how many of them do so only when asked to, or under a condition', () => {
    const some = registerWith({
      host,
      mailer: thirdParty('Mailer', { p1: processing({ use: 'opt-in' }) }),
      chat: thirdParty('Chat', { p1: processing({ condition: { en: 'the user opens it' } }) }),
      both: thirdParty('Both', { p1: processing(), p2: processing({ use: 'opt-in' }) }),
    });
    expect(topOf(some, '2026-02-01').standing).toMatchObject({
      sentence: '4 third parties process personal data today',
      conditional: '2 of them only under a condition',
    });
  });

  it('says of a past day what held, and of a day to come what will', () => {
    const past = topOf(register, '2026-02-01', { on: '2026-01-20' });
    expect(past.standing.sentence).toBe('1 third party processed personal data on 20 January 2026');
    const future = topOf(register, '2026-02-01', { on: '2026-03-01' });
    expect(future.standing.sentence).toBe(
      '1 third party will process personal data on 1 March 2026, as announced so far',
    );
  });
});

describe('what is coming', () => {
  it('is told as it was known at a past edition, without counting days', () => {
    const register = registerWith({ host }, '2026-01-10');
    publish(register, '2026-02-01', 'mailer', thirdParty('Mailer', { p1: processing() }));
    publish(register, '2026-05-01', 'site', inWebsites('Site'));
    const top = topOf(register, '2026-06-01', { edition: 2 });
    expect(top.standing.coming).toEqual({
      text: '1 change was coming then',
      href: '#planned',
      left: undefined,
    });
    expect(top.coming).toMatchObject({ title: 'What was coming then', none: undefined });
    expect(top.coming?.changes[0]?.countdown).toBeUndefined();
  });

  const planning = (count: number): TestRegister => {
    const register = registerWith({ host }, '2026-01-10');
    for (let n = 1; n <= count; n += 1)
      publish(
        register,
        '2026-02-01',
        `site-${String(n)}`,
        inWebsites(`Site ${String(n)}`),
        `2026-03-0${String(n)}`,
      );
    return register;
  };

  it('does not fold a single one away', () => {
    const { coming } = topOf(planning(6), '2026-02-02');
    expect([coming?.changes.length, coming?.later]).toEqual([6, undefined]);
  });

  it('shows the first five, and opens the rest on demand', () => {
    const { coming } = topOf(planning(7), '2026-02-02');
    expect(coming?.changes).toHaveLength(5);
    expect(coming?.later?.label).toBe('2 more notices after these');
    expect(coming?.later?.changes.map(({ effective }) => effective.day)).toEqual([
      '2026-03-06',
      '2026-03-07',
    ]);
  });

  it('says on the last day that it is the last', () => {
    const register = registerWith({ host }, '2026-01-10');
    publish(register, '2026-02-01', 'mailer', thirdParty('Mailer', { p1: processing() }));
    expect(topOf(register, '2026-03-03').coming?.changes[0]?.countdown).toEqual({
      number: undefined,
      text: 'Last day to object',
      soon: true,
    });
  });
});

describe('what changed lately', () => {
  const register = registerWith({ host }, '2026-01-10');
  for (let n = 1; n <= 4; n += 1)
    publish(register, `2026-02-0${String(n)}`, `site-${String(n)}`, inWebsites(`Site ${String(n)}`));
  publish(register, '2026-02-05', 'site-1', gone('Site 1'));

  it('is the last four notices that took effect, newest first', () => {
    const { lately } = topOf(register, '2026-03-01');
    expect(lately.changes.map(({ kind, title }) => `${kind}: ${title}`)).toEqual([
      'removed: Site 1 is removed (Websites)',
      'added: Site 4 is added (Websites)',
      'added: Site 3 is added (Websites)',
      'added: Site 2 is added (Websites)',
    ]);
  });

  it('stops at the day shown', () => {
    const { lately } = topOf(register, '2026-03-01', { on: '2026-02-01' });
    expect(lately.title).toBe('What had changed by then');
    expect(lately.changes.map(({ kind }) => kind)).toEqual(['added', 'begins']);
  });
});

describe('a day to come', () => {
  const register = registerWith({ host }, '2026-01-10');
  publish(register, '2026-02-01', 'mailer', thirdParty('Mailer', { p1: processing() }));
  const { lately, strip } = topOf(register, '2026-02-02', { on: '2026-04-01' });

  it('has nothing among what changed lately that is only planned', () => {
    expect(lately.changes.map(({ kind }) => kind)).toEqual(['begins']);
  });

  it('has in its strip what is planned until then, marked so', () => {
    expect(strip.months.at(-2)?.marks).toMatchObject([{ kind: 'added', planned: true }]);
    expect(strip.ahead).toBeUndefined();
  });
});

describe('the strip of months', () => {
  const register = registerWith({ host }, '2024-11-15');
  publish(register, '2024-12-01', 'first', inWebsites('First'));
  publish(register, '2026-01-31', 'last-day', inWebsites('Last day'));
  publish(register, '2026-02-01', 'first-day', inWebsites('First day'));
  publish(register, '2026-03-10', 'first', gone('First'));
  publish(register, '2026-03-11', 'last-day', {
    ...inWebsites('Last day'),
    entity: { person: 'other', name: 'Other B.V.', country: 'NL' },
  });
  const withdrawn = publish(register, '2026-04-01', 'never', thirdParty('Never', { p1: processing() }));
  register.goTo('2026-04-02').publish({
    changes: [],
    revises: { action: 'withdraw', edition: withdrawn },
    reason: { en: 'It is not needed.' },
  });
  const planned = publish(register, '2026-11-01', 'mailer', thirdParty('Mailer', { p1: processing() }));
  const today = '2026-11-22';

  it('has the 24 months that end with this one, with the year where it begins', () => {
    const { months, title } = topOf(register, today).strip;
    expect([title, months.length, months[0]?.month, months.at(-1)?.month]).toEqual([
      'The last 24 months',
      24,
      '2024-12',
      '2026-11',
    ]);
    expect(months.filter(({ year }) => year !== undefined).map(({ month, year }) => [month, year])).toEqual([
      ['2025-01', '2025'],
      ['2026-01', '2026'],
    ]);
  });

  it('keeps the last day of a month and the first of the next apart; what was withdrawn is in none', () => {
    expect(marksIn(topOf(register, today).strip)).toEqual([
      '2024-12: added',
      '2026-01: added',
      '2026-02: added',
      '2026-03: removed, changed',
    ]);
  });

  it('says of each mark the day and what happened, and leads to its notice', () => {
    const { months } = topOf(register, today).strip;
    expect(months[0]?.marks).toEqual([
      {
        kind: 'added',
        icon: 'add',
        planned: false,
        text: '1 December 2024: First is added (Websites)',
        href: '/changes/2',
      },
    ]);
  });

  it('counts what a notice does one by one, a replacement as one', () => {
    const several = registerWith({ host, bank: inWebsites('Bank') }, '2026-01-10').goTo('2026-02-05');
    several.publish({
      changes: [
        several.to('third-party', 'one', inWebsites('One')),
        several.to('third-party', 'two', inWebsites('Two')),
        several.to('third-party', 'bank', gone('Bank')),
      ],
    });
    several.goTo('2026-02-10').publish({
      changes: [
        several.to('third-party', 'new', { ...inWebsites('New'), replaces: ['one'] }),
        several.to('third-party', 'one', gone('One')),
      ],
    });
    const { strip } = topOf(several, '2026-03-01');
    expect(strip.counts.map(({ text }) => text)).toEqual([
      '2 additions',
      '1 change or replacement',
      '1 removal',
      'The register begins',
    ]);
    expect(marksIn(strip)).toEqual(['2026-01: begins', '2026-02: added, changed']);
  });

  it('counts each kind, also where there is none', () => {
    const count = (asked?: Parameters<typeof asking>[0]) =>
      topOf(register, today, asked).strip.counts.map(({ text }) => text);
    expect(count()).toEqual(['3 additions', '1 change or replacement', '1 removal', '1 planned']);
    expect(count({ on: '2024-11-20' })).toEqual([
      'no additions',
      'no changes or replacements',
      'no removals',
      'The register begins',
    ]);
  });

  it('has what is planned after the months, marked so', () => {
    expect(topOf(register, today).strip.ahead).toMatchObject({
      label: 'Coming',
      marks: [
        {
          text: '2 December 2026, planned: Mailer is added (Application)',
          href: `/changes/${String(planned)}`,
          planned: true,
        },
      ],
    });
  });

  it('has nothing ahead of a past day, of which all is known, but what an edition had ahead of it', () => {
    expect(topOf(register, today, { on: '2026-04-01' }).strip.ahead).toBeUndefined();
    const { ahead, title } = topOf(register, today, { edition: withdrawn }).strip;
    expect(title).toBe('The 24 months to April 2026');
    expect(ahead?.marks.map(({ href }) => href)).toEqual([`/changes/${String(withdrawn)}`]);
  });

  it('shows months before the register began as not known', () => {
    const { months } = topOf(register, today, { on: '2024-11-20' }).strip;
    expect(months.map(({ unknown }) => unknown)).toEqual([...Array<boolean>(23).fill(true), false]);
    expect(months.at(-1)?.marks[0]?.text).toBe('15 November 2024: The register begins');
  });

  it('shows four marks of a month of many, and where the rest is', () => {
    const full = registerWith({ host }, '2026-01-10');
    for (let n = 1; n <= 16; n += 1)
      publish(full, '2026-02-01', `site-${String(n)}`, inWebsites(`Site ${String(n)}`));
    const month = topOf(full, '2026-02-02').strip.months.at(-1);
    expect(month?.marks.map(({ href }) => href)).toEqual([
      '/changes/14',
      '/changes/15',
      '/changes/16',
      '/changes/17',
    ]);
    expect(month?.more).toEqual({
      text: '+12',
      href: '/changes?month=2026-02',
      hint: '12 more notices in February 2026',
    });
  });
});

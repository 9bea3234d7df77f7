import { describe, expect, it } from 'vitest';
import { wordsFor } from '../../../src/language/words.ts';
import { readNoticePage } from '../../../src/register/read-notice-page.ts';
import {
  ORGANISATION_STATE,
  processing,
  registerWith,
  thirdParty,
  type TestRegister,
} from '../../support/register.ts';
import { content, readerOf } from './reader.ts';

function read(register: TestRegister, edition: number, today: string) {
  return readNoticePage(readerOf(register, today), edition);
}

const { t } = wordsFor(content, 'en');
const host = thirdParty('Host', { p1: processing() });

describe('a planned addition', () => {
  const register = registerWith({ host }, '2026-01-10').goTo('2026-02-01');
  register.publish({
    reason: { en: 'It is faster.' },
    changes: [register.to('third-party', 'mailer', thirdParty('Mailer', { p1: processing() }))],
  });
  const page = read(register, 2, '2026-02-11');

  it('has its title, its state and its dates with the days that are left', () => {
    expect(page.title).toBe('Mailer is added (Application), from 4 March 2026');
    expect(page.tags[0]).toEqual({ text: 'Objections possible', tone: 'soon' });
    expect(page.dates.map(({ label, day, left }) => [label, day, left])).toEqual([
      ['Announced', '2026-02-01', undefined],
      ['Object until', '2026-03-03', t('state.objection-days', { days: 20 })],
      ['In effect from', '2026-03-04', t('state.effective-days', { days: 21 })],
    ]);
  });

  it('says of each day whether it has come', () => {
    expect(page.dates.map(({ state }) => state)).toEqual(['past', 'next', 'ahead']);
    expect(read(register, 2, '2026-03-04').dates.map(({ state, left }) => [state, left])).toEqual([
      ['past', undefined],
      ['past', 'Closed'],
      ['past', undefined],
    ]);
  });

  it('tells the reason', () => {
    expect(page.reason).toEqual({ title: 'Reason', text: { text: 'It is faster.' } });
  });

  it('offers to object by mail, with the notice in the subject', () => {
    expect(page.objection?.open).toBe(true);
    expect(page.objection?.mail?.href).toBe(
      'mailto:objections@example.com?subject=Objection%20to%20notice%202%3A%20Mailer%20is%20added%20(Application)%2C%20from%204%20March%202026',
    );
  });

  it('no longer offers it when the deadline has passed', () => {
    expect(read(register, 2, '2026-03-03').objection?.open).toBe(true);
    const late = read(register, 2, '2026-03-04');
    expect(late.objection?.open).toBe(false);
    expect(late.objection?.mail).toBeUndefined();
    expect(late.tags[0]?.text).toBe('Advance notice');
  });

  it('tells what it means before the facts', () => {
    const [change] = page.changes.views;
    expect(change).toMatchObject({
      name: 'Mailer',
      href: '/third-parties/mailer',
      meanings: [{ kind: 'added', sentence: 'Now a subprocessor for Application.' }],
      effects: [
        {
          scope: 'Application',
          tags: [{ text: 'Third party added' }],
          direction: t('direction.widens.hint'),
        },
      ],
    });
    expect(change?.facts.map(({ title }) => title)).toEqual(['Who it is', 'Application']);
  });

  it('carries its hash and leads to its neighbours', () => {
    expect(page.proof.hash).toBe(register.ledger.notices[1]?.hash);
    expect(page.previous).toMatchObject({ href: '/changes/1', title: 'First edition: 1 third party' });
    expect(page.next).toBeUndefined();
  });
});

describe('the way to object', () => {
  it('is by the mailbox of the day, which may be another than when the notice was published', () => {
    const register = registerWith({ host }, '2026-01-10').goTo('2026-02-01');
    const changes = [register.to('third-party', 'mailer', thirdParty('Mailer', { p1: processing() }))];
    const { edition } = register.publish({ changes });
    const moved = { ...ORGANISATION_STATE, objectionMailbox: 'new@example.com' };
    register.goTo('2026-02-05').publish({
      changes: [register.to('organisation', 'organisation', moved)],
    });
    expect(read(register, edition, '2026-02-04').objection?.sentence).toContain('objections@example.com');
    expect(read(register, edition, '2026-02-05').objection?.sentence).toContain('new@example.com');
  });
});

describe('revisions', () => {
  const register = registerWith({ host }, '2026-01-10').goTo('2026-02-01');
  register.publish({
    changes: [register.to('third-party', 'mailer', thirdParty('Mailer', { p1: processing() }))],
  });
  register.goTo('2026-02-05').publish({
    changes: [],
    revises: { action: 'postpone', edition: 2, to: '2026-04-01' },
  });

  it('postpone the day, and are told on the notice they revise', () => {
    const page = read(register, 2, '2026-02-11');
    expect(page.revisions).toEqual([{ text: 'Postponed to 1 April 2026 by notice 3', href: '/changes/3' }]);
    expect(page.dates.at(-1)?.day).toBe('2026-04-01');
  });

  it('say what they revise, and change nothing themselves', () => {
    const page = read(register, 3, '2026-02-11');
    expect(page.revisions[0]?.href).toBe('/changes/2');
    expect(page.changes).toMatchObject({
      views: [],
      none: t('notice.no-changes'),
    });
    expect(page.dates.map(({ label }) => label)).toEqual(['Announced']);
  });

  it('show the words they mend in an earlier notice', () => {
    const amended = registerWith({ host }, '2026-01-10').goTo('2026-02-01');
    amended.publish({
      changes: [
        amended.to(
          'third-party',
          'mailer',
          thirdParty('Mailer', { p1: processing({ purpose: { en: 'Sending messages to our customers' } }) }),
        ),
      ],
    });
    const [field] = ['processings/p1/purpose/en'];
    amended.goTo('2026-02-05').publish({
      changes: [],
      revises: {
        action: 'amend',
        edition: 2,
        amendments: [
          {
            change: 0,
            fields: [
              {
                field,
                before: 'Sending messages to our customers',
                after: 'Sending e-mail messages to our customers',
              },
            ],
          },
        ],
      },
    });
    const [view] = read(amended, 3, '2026-02-11').changes.views;
    expect(view?.name).toBe('Mailer');
    expect(view?.groups[0]?.meanings[0]?.sentence).toBe(
      'Purpose: reworded; no change of meaning is intended.',
    );
    expect(view?.groups[0]?.fields[0]).toMatchObject({
      whole: false,
      runs: [
        { kind: 'same', text: 'Sending ' },
        { kind: 'added', word: 'added:', text: 'e-mail ' },
        { kind: 'same', text: 'messages to our customers' },
      ],
    });
  });

  it('leave nothing to object to when they withdraw', () => {
    register.goTo('2026-02-08').publish({ changes: [], revises: { action: 'withdraw', edition: 2 } });
    const page = read(register, 2, '2026-02-11');
    expect(page.tags[0]).toEqual({ text: 'Withdrawn', tone: 'over' });
    expect(page.dates.at(-1)).toMatchObject({ label: 'Was to take effect on', left: undefined });
    expect(page.objection).toBeUndefined();
  });
});

describe('a change of facts', () => {
  const register = registerWith({ host }, '2026-01-10').goTo('2026-02-01');
  register.publish({
    changes: [
      register.to('third-party', 'host', {
        ...host,
        processings: { p1: processing({ retention: { form: 'period', period: 'P10D' } }) },
      }),
    ],
  });

  it('stands under the processing it is in: what it means, then the fields as the ledger has them', () => {
    const [group] = read(register, 2, '2026-02-11').changes.views[0]?.groups ?? [];
    expect(group).toEqual({
      title: 'Application: Hosting',
      meanings: [
        {
          icon: 'change',
          kind: 'changed',
          sentence: 'Kept for a shorter time: 10 days instead of 45 days.',
        },
      ],
      fields: [],
      recorded: {
        title: 'All fields, as recorded',
        label: 'Field',
        rows: [
          {
            field: 'processings/p1/retention',
            lines: [
              { label: 'Before', value: '{"form":"period","period":"P45D"}' },
              { label: 'After', value: '{"form":"period","period":"P10D"}' },
            ],
          },
        ],
      },
    });
  });

  it('leads to the register on the eve of its day and on that day', () => {
    expect(read(register, 2, '2026-02-11').changes.compare?.href).toBe(
      '/compare?from=2026-01-31&to=2026-02-01',
    );
  });
});

describe('a change in several places', () => {
  const register = registerWith({ host }, '2026-01-10').goTo('2026-02-01');
  register.publish({
    changes: [
      register.to('third-party', 'host', {
        ...host,
        contact: { address: 'privacy@host.example' },
        processings: { p1: processing({ data: [{ term: 'email-address' }, { term: 'name' }] }) },
      }),
    ],
  });
  const [change] = read(register, 2, '2026-02-11').changes.views;

  it('tells what it does before how to reach it', () => {
    expect(change?.groups.map(({ title }) => title)).toEqual(['Application: Hosting', undefined]);
    expect(change?.inShort).toBe('Personal data now also includes: data/name. And 1 more.');
  });

  it('shows sets as sets: what was added, what stayed', () => {
    expect(change?.groups[0]?.fields).toEqual([
      {
        form: 'set',
        label: 'Personal data',
        members: [{ kind: 'added', word: 'added:', text: 'data/name' }],
        unchanged: 'Unchanged: E-mail address',
      },
    ]);
  });
});

describe('a replacement', () => {
  const register = registerWith({ host }, '2026-01-10').goTo('2026-02-01');
  const next = thirdParty('Next', { p1: processing() }, { replaces: ['host'] });
  register.publish({
    changes: [
      register.to('third-party', 'next', next),
      register.to('third-party', 'host', { ...host, processings: {} }),
    ],
  });

  it('is one change that tells of both', () => {
    const { views } = read(register, 2, '2026-02-11').changes;
    expect(views).toHaveLength(1);
    expect(views[0]?.meanings[0]?.sentence).toBe('Takes the place of Host.');
    expect(views[0]?.replaced[0]?.link).toEqual({ text: 'Host', href: '/third-parties/host' });
    expect(views[0]?.replaced[0]?.facts[0]?.ended).toBe(true);
  });
});

describe('a first edition', () => {
  const many = Object.fromEntries(
    Array.from({ length: 8 }, (_, n) => [
      `party-${String(n)}`,
      thirdParty(`Party ${String(n)}`, { p1: processing() }),
    ]),
  );

  it('lets nothing begin: what it tells was in use before', () => {
    const { changes, dates } = read(registerWith({ host }), 1, '2026-02-11');
    expect(changes.views.flatMap(({ effects, meanings }) => [...effects, ...meanings])).toEqual([]);
    expect(dates.map(({ label }) => label)).toEqual(['Announced', 'The register begins']);
  });

  it('folds its many changes up, so that one finds the one that matters', () => {
    expect(read(registerWith(many), 1, '2026-02-11').changes.folded).toBe(true);
  });
});

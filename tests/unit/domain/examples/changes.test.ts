import { describe, expect, test } from 'vitest';
import { registerOn } from '../../../../src/domain/register-on.ts';
import type { Processing } from '../../../../src/domain/subjects/processing.ts';
import type { ThirdParty } from '../../../../src/domain/subjects/third-party.ts';
import { outcome } from '../../../support/outcome.ts';
import { processing, registerWith, thirdParty } from '../../../support/register.ts';

const ANNOUNCED = '2026-02-01';
const DATES = { announcedOn: ANNOUNCED, firstEffectiveDay: '2026-03-04', objectionDeadline: '2026-03-03' };
const NEEDS_NOTICE = { class: 'needs-notice', marks: [], ...DATES, effectiveOn: '2026-03-04' };
const TOLD = { class: 'told', marks: [], announcedOn: ANNOUNCED, effectiveOn: ANNOUNCED };
const EDITORIAL = { ...TOLD, class: 'editorial' };

/** Heroku in use with one processing; the outcome of the notice that makes it otherwise. */
function changing(before: ThirdParty, after: ThirdParty) {
  const register = registerWith({ heroku: before }).goTo(ANNOUNCED);
  return outcome(register.publish({ changes: [register.to('third-party', 'heroku', after)] }));
}

function changingRow(before: Partial<Processing>, after: Partial<Processing>) {
  return changing(
    thirdParty('Heroku', { p1: processing(before) }),
    thirdParty('Heroku', { p1: processing(after) }),
  );
}

const says = (text: string) => [`third-party/heroku in ${text}`];
const HEROKU = thirdParty('Heroku', { p1: processing() });

describe('who gets data', () => {
  test('a new subprocessor in the application: the notice period binds', () => {
    const register = registerWith({}).goTo(ANNOUNCED);
    const notice = register.publish({ changes: [register.to('third-party', 'heroku', HEROKU)] });
    expect(outcome(notice)).toEqual({
      ...NEEDS_NOTICE,
      says: says('application: added, widens, needs-notice'),
    });
  });

  test('a new one for the websites, where the organisation is a controller: told, and may be at once', () => {
    const register = registerWith({}).goTo(ANNOUNCED);
    const state = thirdParty('Heroku', { p1: processing({ scope: 'websites', role: 'processor' }) });
    const notice = register.publish({ changes: [register.to('third-party', 'heroku', state)] });
    expect(outcome(notice)).toEqual({ ...TOLD, says: says('websites: added, widens, told') });
  });

  test('an own processor in the application is no subprocessor: told', () => {
    const register = registerWith({}).goTo(ANNOUNCED);
    const state = thirdParty('Heroku', { p1: processing({ role: 'processor' }) });
    const notice = register.publish({ changes: [register.to('third-party', 'heroku', state)] });
    expect(outcome(notice)).toEqual({ ...TOLD, says: says('application: added, widens, told') });
  });

  test('one that is listed only to say that it gets nothing, and later begins to get data', () => {
    const nothing = thirdParty('Heroku', { p1: processing({ role: 'none' }) });
    const register = registerWith({}).goTo(ANNOUNCED);
    const listed = register.publish({ changes: [register.to('third-party', 'heroku', nothing)] });
    expect(outcome(listed)).toEqual({ ...TOLD, says: says('application: added, neutral, told') });
    const begins = register.publish({ changes: [register.to('third-party', 'heroku', HEROKU)] });
    expect(outcome(begins)).toEqual({
      ...NEEDS_NOTICE,
      says: says('application: role-changed, widens, needs-notice'),
    });
  });

  test('a service that joins a second product: notice is needed there, and nothing is told of the first', () => {
    const register = registerWith({ heroku: HEROKU }).goTo(ANNOUNCED);
    const portal = register.to('scope', 'portal', { name: { en: 'Portal' }, capacity: 'processor' });
    expect(outcome(register.publish({ changes: [portal] }))).toEqual({
      ...TOLD,
      says: ['scope/portal in portal: scope-added, neutral, told'],
    });
    const joined = thirdParty('Heroku', { p1: processing(), p2: processing({ scope: 'portal' }) });
    const notice = register.publish({ changes: [register.to('third-party', 'heroku', joined)] });
    expect(outcome(notice)).toEqual({ ...NEEDS_NOTICE, says: says('portal: added, widens, needs-notice') });
  });

  test('a new product that comes with its subprocessors', () => {
    const register = registerWith({ heroku: HEROKU }).goTo(ANNOUNCED);
    const notice = register.publish({
      changes: [
        register.to('scope', 'portal', { name: { en: 'Portal' }, capacity: 'both' }),
        register.to('third-party', 'sentry', thirdParty('Sentry', { p1: processing({ scope: 'portal' }) })),
      ],
    });
    expect(outcome(notice)).toEqual({
      ...NEEDS_NOTICE,
      says: [
        'scope/portal in portal: scope-added, neutral, told',
        'third-party/sentry in portal: added, widens, needs-notice',
      ],
    });
  });

  test('a processing that moves from the websites to the application is gone in the one and new in the other', () => {
    expect(changingRow({ scope: 'websites' }, { scope: 'application' })).toEqual({
      ...NEEDS_NOTICE,
      says: [
        'third-party/heroku in websites: removed, narrows, told',
        'third-party/heroku in application: added, widens, needs-notice',
      ],
    });
  });

  test('a removal may be at once', () => {
    const register = registerWith({ heroku: HEROKU }).goTo(ANNOUNCED);
    const gone = thirdParty('Heroku', {});
    const notice = register.publish({ changes: [register.to('third-party', 'heroku', gone)] });
    expect(outcome(notice)).toEqual({ ...TOLD, says: says('application: removed, narrows, told') });
    expect(registerOn(register.ledger, ANNOUNCED).thirdParties.get('heroku')?.name).toEqual({
      und: 'Heroku',
    });
  });

  test('one replaced by another in one notice', () => {
    const register = registerWith({ mailchimp: thirdParty('Mailchimp', { p1: processing() }) }).goTo(
      ANNOUNCED,
    );
    const heir = thirdParty('Campaign Monitor', { p1: processing() }, { replaces: ['mailchimp'] });
    const notice = register.publish({
      changes: [
        register.to('third-party', 'mailchimp', thirdParty('Mailchimp', {})),
        register.to('third-party', 'campaign-monitor', heir),
      ],
    });
    expect(outcome(notice)).toEqual({
      ...NEEDS_NOTICE,
      says: [
        'third-party/mailchimp in application: removed, narrows, told',
        'third-party/campaign-monitor in application: added, widens, needs-notice',
      ],
    });
  });

  test('one replaced by another in two notices: the removal follows when the new one is in use', () => {
    const register = registerWith({ mailchimp: thirdParty('Mailchimp', { p1: processing() }) }).goTo(
      ANNOUNCED,
    );
    const heir = thirdParty('Campaign Monitor', { p1: processing() }, { replaces: ['mailchimp'] });
    register.publish({ changes: [register.to('third-party', 'campaign-monitor', heir)] });
    const removal = register.publish({
      effectiveOn: '2026-04-01',
      changes: [register.to('third-party', 'mailchimp', thirdParty('Mailchimp', {}))],
    });
    expect(outcome(removal)).toEqual({
      ...TOLD,
      effectiveOn: '2026-04-01',
      says: ['third-party/mailchimp in application: removed, narrows, told'],
    });
    const inUse = (day: string) =>
      [...registerOn(register.ledger, day).thirdParties].flatMap(([id, { processings }]) =>
        processings ? [id] : [],
      );
    expect(inUse('2026-03-03')).toEqual(['mailchimp']);
    expect(inUse('2026-03-31')).toEqual(['mailchimp', 'campaign-monitor']);
    expect(inUse('2026-04-01')).toEqual(['campaign-monitor']);
  });
});

describe('the legal person behind a service', () => {
  const entity = (person: string | undefined, name: string, country = 'NL') =>
    thirdParty(
      'Memcached Cloud',
      { p1: processing() },
      {
        entity: { ...(person === undefined ? {} : { person }), name, country },
      },
    );

  test('has another name: Redis Labs is called Redis', () => {
    expect(changing(entity('redis', 'Redis Labs Inc.'), entity('redis', 'Redis Inc.'))).toEqual({
      ...TOLD,
      says: says('application: renamed, neutral, told'),
    });
  });

  test('is another one under the same name', () => {
    expect(changing(entity('redis', 'Redis Inc.'), entity('valkey', 'Redis Inc.'))).toEqual({
      ...NEEDS_NOTICE,
      says: says('application: entity-replaced, widens, needs-notice'),
    });
  });

  test('is another one with another name', () => {
    expect(changing(entity('redis', 'Redis Inc.'), entity('valkey', 'Valkey B.V.'))).toEqual({
      ...NEEDS_NOTICE,
      says: says('application: entity-replaced, widens, needs-notice'),
    });
  });

  test('has another name, and nothing tells that it is the same one', () => {
    expect(changing(entity(undefined, 'Redis Labs Inc.'), entity(undefined, 'Redis Inc.'))).toEqual({
      ...NEEDS_NOTICE,
      says: says('application: entity-replaced, widens, needs-notice'),
    });
  });

  test('moves its seat out of Europe, with data for the application and the websites', () => {
    const rows = { p1: processing(), p2: processing({ scope: 'websites', role: 'processor' }) };
    const before = thirdParty('Heroku', rows);
    const after = thirdParty('Heroku', rows, { entity: { ...before.entity, country: 'US' } });
    expect(changing(before, after)).toEqual({
      ...NEEDS_NOTICE,
      says: [
        'third-party/heroku in application: location-changed, widens, needs-notice',
        'third-party/heroku in websites: location-changed, widens, told',
      ],
    });
  });

  test('begins to train models on what it is given', () => {
    const ai = (trainsOnData: 'no' | 'opt-out') =>
      thirdParty('Heroku', { p1: processing() }, { ai: { trainsOnData } });
    expect(changing(ai('no'), ai('opt-out'))).toEqual({
      ...NEEDS_NOTICE,
      says: says('application: purpose-changed, widens, needs-notice'),
    });
  });
});

describe('which data, for what, how long', () => {
  test('mail content that was only possible is certain', () => {
    const data = (certainty?: 'possible') => ({
      data: [{ term: 'content', ...(certainty ? { certainty } : {}) }],
    });
    expect(changingRow(data('possible'), data())).toEqual({
      ...NEEDS_NOTICE,
      says: says('application: data-widened, widens, needs-notice'),
    });
    expect(changingRow(data(), data('possible'))).toEqual({
      ...TOLD,
      says: says('application: data-narrowed, narrows, told'),
    });
  });

  test('a year that is now written as twelve months is no longer than before', () => {
    const kept = (period: string) => ({ retention: { form: 'period', period } as const });
    expect(changingRow(kept('P1Y'), kept('P12M'))).toEqual({
      ...TOLD,
      says: says('application: details-changed, neutral, told'),
    });
  });

  test('thirty days that become a month count as longer', () => {
    const kept = (period: string) => ({ retention: { form: 'period', period } as const });
    expect(changingRow(kept('P30D'), kept('P1M'))).toEqual({
      ...NEEDS_NOTICE,
      says: says('application: retention-widened, widens, needs-notice'),
    });
  });

  test('a retention that was not stated is filled in: a correction', () => {
    const { retention: _, ...silent } = processing();
    const before = thirdParty('Heroku', { p1: silent });
    expect(changing(before, HEROKU)).toEqual({
      ...TOLD,
      marks: ['correction'],
      says: says('application: details-changed, neutral, told'),
    });
  });

  test('one that is to be filled in later on is no correction', () => {
    const { retention: _, ...silent } = processing();
    const register = registerWith({ heroku: thirdParty('Heroku', { p1: silent }) }).goTo(ANNOUNCED);
    const notice = register.publish({
      effectiveOn: '2026-02-20',
      changes: [register.to('third-party', 'heroku', HEROKU)],
    });
    expect(outcome(notice)).toEqual({
      ...TOLD,
      effectiveOn: '2026-02-20',
      says: says('application: details-changed, neutral, told'),
    });
  });

  test('a certification more is no correction: it was not missing before', () => {
    const certified = (...names: string[]) =>
      thirdParty('Heroku', { p1: processing() }, { certifications: names.map((name) => ({ name })) });
    expect(changing(certified('ISO 27001'), certified('ISO 27001', 'SOC 2'))).toEqual({
      ...TOLD,
      says: says('application: details-changed, neutral, told'),
    });
  });

  test('a retention that is no longer stated may hide anything', () => {
    const { retention: _, ...silent } = processing();
    expect(changing(HEROKU, thirdParty('Heroku', { p1: silent }))).toEqual({
      ...NEEDS_NOTICE,
      says: says('application: retention-widened, widens, needs-notice'),
    });
  });

  test('a condition is dropped, and a condition is made', () => {
    const onlyHelp = { condition: { en: 'Only when the user asks for help' } };
    expect(changingRow(onlyHelp, {})).toEqual({
      ...NEEDS_NOTICE,
      says: says('application: data-widened, widens, needs-notice'),
    });
    expect(changingRow({}, onlyHelp)).toEqual({
      ...TOLD,
      says: says('application: data-narrowed, narrows, told'),
    });
  });

  test('what was opt-in is always on', () => {
    expect(changingRow({ use: 'opt-in' }, { use: 'always' })).toEqual({
      ...NEEDS_NOTICE,
      says: says('application: data-widened, widens, needs-notice'),
    });
  });

  test('a further processing with another purpose', () => {
    const after = thirdParty('Heroku', { p1: processing(), p2: processing({ purpose: { en: 'Backups' } }) });
    expect(changing(HEROKU, after)).toEqual({
      ...NEEDS_NOTICE,
      says: says('application: purpose-changed, widens, needs-notice'),
    });
  });

  test('a further processing without the condition under which the other one stands', () => {
    const conditional = processing({ condition: { en: 'Only with two-factor sign-in' } });
    const before = thirdParty('Heroku', { p1: conditional });
    const after = thirdParty('Heroku', { p1: conditional, p2: processing() });
    expect(changing(before, after)).toEqual({
      ...NEEDS_NOTICE,
      says: says('application: data-widened, widens, needs-notice'),
    });
  });

  test('a further processing that is always on beside one that is opt-in', () => {
    const before = thirdParty('Heroku', { p1: processing({ use: 'opt-in' }) });
    const after = thirdParty('Heroku', {
      p1: processing({ use: 'opt-in' }),
      p2: processing({ use: 'always' }),
    });
    expect(changing(before, after)).toEqual({
      ...NEEDS_NOTICE,
      says: says('application: data-widened, widens, needs-notice'),
    });
  });

  test('a further processing of which the data is not stated', () => {
    const { data: _, ...silent } = processing();
    expect(changing(HEROKU, thirdParty('Heroku', { p1: processing(), p2: silent }))).toEqual({
      ...NEEDS_NOTICE,
      says: says('application: data-widened, widens, needs-notice'),
    });
  });

  test('a further processing that allows nothing that the others do not', () => {
    const before = thirdParty('Heroku', {
      p1: processing({ data: [{ term: 'email-address' }, { term: 'name' }] }),
    });
    const after = thirdParty('Heroku', {
      ...before.processings,
      p2: processing({ data: [{ term: 'name' }] }),
    });
    expect(changing(before, after)).toEqual({
      ...TOLD,
      says: says('application: details-changed, neutral, told'),
    });
  });

  test('a further processing by which data for one purpose is used for the other', () => {
    const mail = processing({ purpose: { en: 'Mail' }, data: [{ term: 'content' }] });
    const before = thirdParty('Heroku', { p1: processing(), p2: mail });
    const after = thirdParty('Heroku', {
      ...before.processings,
      p3: processing({ data: [{ term: 'content' }] }),
    });
    expect(changing(before, after)).toEqual({
      ...NEEDS_NOTICE,
      says: says('application: data-widened, widens, needs-notice'),
    });
  });

  test('a further processing that is listed only to say that nothing is sent', () => {
    const nothing = processing({ role: 'none', purpose: { en: 'Mail' }, data: [{ term: 'content' }] });
    expect(changing(HEROKU, thirdParty('Heroku', { p1: processing(), p2: nothing }))).toEqual({
      ...TOLD,
      says: says('application: details-changed, neutral, told'),
    });
    expect(changing(thirdParty('Heroku', { p1: processing(), p2: nothing }), HEROKU)).toEqual({
      ...TOLD,
      says: says('application: details-changed, neutral, told'),
    });
  });

  test('one processing of two ends', () => {
    const before = thirdParty('Heroku', { p1: processing(), p2: processing({ purpose: { en: 'Backups' } }) });
    expect(changing(before, HEROKU)).toEqual({
      ...TOLD,
      says: says('application: data-narrowed, narrows, told'),
    });
  });

  test('a processing that only gets another id', () => {
    const after = thirdParty('Heroku', { hosting: processing() });
    expect(changing(HEROKU, after)).toEqual({
      ...TOLD,
      says: says('application: details-changed, neutral, told'),
    });
  });
});

describe('where, under which safeguard', () => {
  const nl = { kind: 'storage', place: 'country', country: 'NL' } as const;
  const us = { kind: 'storage', place: 'country', country: 'US' } as const;
  const scc = { ground: 'scc', regime: 'eu', rank: 'primary', copy: { en: 'Ask for a copy' } } as const;

  test('a place more', () => {
    expect(changingRow({ locations: [nl] }, { locations: [nl, us] })).toEqual({
      ...NEEDS_NOTICE,
      says: says('application: location-changed, widens, needs-notice'),
    });
  });

  test('a place less: what was there is now elsewhere', () => {
    expect(changingRow({ locations: [nl, us] }, { locations: [nl] })).toEqual({
      ...NEEDS_NOTICE,
      says: says('application: location-changed, narrows, needs-notice'),
    });
  });

  test('the standard clauses have a new way to get a copy', () => {
    const renewed = { ...scc, copy: { en: 'Write to privacy@example.com' } };
    expect(changingRow({ safeguards: [scc] }, { safeguards: [renewed] })).toEqual({
      ...TOLD,
      says: says('application: details-changed, neutral, told'),
    });
  });

  test('the standard clauses are exchanged for the Data Privacy Framework', () => {
    const dpf = { ground: 'dpf', regime: 'eu', rank: 'primary' } as const;
    expect(changingRow({ safeguards: [scc] }, { safeguards: [dpf] })).toEqual({
      ...NEEDS_NOTICE,
      says: says('application: safeguard-changed, widens, needs-notice'),
    });
  });

  test('the standard clauses become the fallback', () => {
    const fallback = { ...scc, rank: 'fallback' } as const;
    expect(changingRow({ safeguards: [scc] }, { safeguards: [fallback] })).toEqual({
      ...NEEDS_NOTICE,
      says: says('application: safeguard-changed, widens, needs-notice'),
    });
  });
});

describe('words', () => {
  const purpose = (words: Record<string, string>) =>
    thirdParty('Heroku', { p1: processing({ purpose: words }) });
  const mend = (
    wording: boolean,
    field = 'purpose',
    words = { before: 'Hosting', after: 'Web hosting' },
  ) => ({
    subject: { kind: 'third-party', id: 'heroku' } as const,
    fields: [
      { field: `processings/p1/${field}/en`, ...words, ...(wording ? { wording: true as const } : {}) },
    ],
  });

  test('a Dutch translation is added', () => {
    expect(
      changing(purpose({ en: 'Hosting' }), purpose({ en: 'Hosting', nl: 'Hosting van de dienst' })),
    ).toEqual({
      ...EDITORIAL,
      says: says('application: translated, neutral, editorial'),
    });
  });

  test('a slip of the pen is mended, as staff mark it', () => {
    const register = registerWith({ heroku: HEROKU }).goTo(ANNOUNCED);
    expect(outcome(register.publish({ changes: [mend(true)] }))).toEqual({
      ...EDITORIAL,
      says: says('application: wording, neutral, editorial'),
    });
  });

  test('the same without the mark is another purpose', () => {
    const register = registerWith({ heroku: HEROKU }).goTo(ANNOUNCED);
    expect(outcome(register.publish({ changes: [mend(false)] }))).toEqual({
      ...NEEDS_NOTICE,
      says: says('application: purpose-changed, widens, needs-notice'),
    });
  });

  test('a note on the data can never be mere wording', () => {
    const state = thirdParty('Heroku', { p1: processing({ dataNote: { en: 'Hashed' } }) });
    const register = registerWith({ heroku: state }).goTo(ANNOUNCED);
    const change = mend(true, 'dataNote', { before: 'Hashed', after: 'Shortened' });
    expect(register.tryPublish({ changes: [change] })).toEqual({
      problems: [{ code: 'not-wording', at: 'third-party/heroku/processings/p1/dataNote/en' }],
    });
  });

  test('a translation of a note on the data is told, not hidden among the editorial', () => {
    const note = (words: Record<string, string>) =>
      thirdParty('Heroku', { p1: processing({ dataNote: words }) });
    expect(changing(note({ en: 'Hashed' }), note({ en: 'Hashed', nl: 'Onversleuteld' }))).toEqual({
      ...TOLD,
      says: says('application: details-changed, neutral, told'),
    });
  });

  test('a link is mended', () => {
    const linked = (website: string) => thirdParty('Heroku', { p1: processing() }, { links: { website } });
    expect(changing(linked('https://heroku.example'), linked('https://www.heroku.example'))).toEqual({
      ...EDITORIAL,
      says: says('application: links-changed, neutral, editorial'),
    });
  });
});

describe('the capacity of the organisation', () => {
  test('is both in a scope: the period binds there', () => {
    const register = registerWith({}).goTo(ANNOUNCED);
    register.publish({
      changes: [register.to('scope', 'websites', { name: { en: 'Websites' }, capacity: 'both' })],
    });
    const state = thirdParty('Heroku', { p1: processing({ scope: 'websites' }) });
    const notice = register.publish({ changes: [register.to('third-party', 'heroku', state)] });
    expect(outcome(notice)).toEqual({ ...NEEDS_NOTICE, says: says('websites: added, widens, needs-notice') });
  });

  test('changes today by one notice, and the next one of today counts on it: the period binds all the same', () => {
    const register = registerWith({}).goTo(ANNOUNCED);
    const websites = { name: { en: 'Websites', nl: 'Websites' }, capacity: 'processor' } as const;
    register.publish({ changes: [register.to('scope', 'websites', websites)] });
    const state = thirdParty('Heroku', { p1: processing({ scope: 'websites' }) });
    const draft = { changes: [register.to('third-party', 'heroku', state)], effectiveOn: ANNOUNCED };
    expect(register.tryPublish(draft)).toEqual({
      problems: [{ code: 'too-early', at: 'effectiveOn', value: '2026-03-04' }],
    });
  });

  test('changes with the very notice that adds a subprocessor: that frees from nothing', () => {
    const register = registerWith({}).goTo(ANNOUNCED);
    const controller = { name: { en: 'Application', nl: 'Applicatie' }, capacity: 'controller' } as const;
    const notice = register.publish({
      changes: [
        register.to('scope', 'application', controller),
        register.to('third-party', 'heroku', HEROKU),
      ],
    });
    expect(outcome(notice)).toEqual({
      ...NEEDS_NOTICE,
      says: [
        'scope/application in application: role-changed, widens, told',
        'third-party/heroku in application: added, widens, needs-notice',
      ],
    });
  });
});

describe('time to object', () => {
  test('a day too early is refused, and the first possible day is named', () => {
    const register = registerWith({}).goTo(ANNOUNCED);
    const changes = [register.to('third-party', 'heroku', HEROKU)];
    expect(register.tryPublish({ changes, effectiveOn: '2026-03-03' })).toEqual({
      problems: [{ code: 'too-early', at: 'effectiveOn', value: '2026-03-04' }],
    });
    expect(register.publish({ changes, effectiveOn: '2026-03-04' }).marks).toEqual([]);
  });

  test('short notice needs a public reason, and is marked', () => {
    const register = registerWith({}).goTo(ANNOUNCED);
    const draft = {
      changes: [register.to('third-party', 'heroku', HEROKU)],
      effectiveOn: '2026-02-03',
      shortNotice: true,
    };
    expect(register.tryPublish(draft)).toEqual({ problems: [{ code: 'reason-missing', at: 'reason' }] });
    const notice = register.publish({ ...draft, reason: { en: 'The former host went bankrupt.' } });
    expect(outcome(notice)).toEqual({
      ...NEEDS_NOTICE,
      marks: ['short-notice'],
      effectiveOn: '2026-02-03',
      says: says('application: added, widens, needs-notice'),
    });
  });

  test('short notice that was asked for but not taken is no short notice', () => {
    const register = registerWith({}).goTo(ANNOUNCED);
    const changes = [register.to('third-party', 'heroku', HEROKU)];
    const notice = register.publish({ changes, effectiveOn: '2026-05-01', shortNotice: true });
    expect(outcome(notice)).toEqual({
      ...NEEDS_NOTICE,
      effectiveOn: '2026-05-01',
      says: says('application: added, widens, needs-notice'),
    });
  });

  test('a shorter notice period leaves what was announced before as it was', () => {
    const register = registerWith({}).goTo(ANNOUNCED);
    const first = register.publish({ changes: [register.to('third-party', 'heroku', HEROKU)] });
    const organisation = registerOn(register.ledger, ANNOUNCED).organisation;
    if (!organisation) throw new Error('There is an organisation.');
    const shorter = { ...organisation, noticePeriod: 'P14D', objectionPeriod: 'P7D' };
    const change = register.publish({ changes: [register.to('organisation', 'organisation', shorter)] });
    expect(outcome(change)).toEqual({
      ...TOLD,
      says: ['organisation/organisation in no scope: details-changed, neutral, told'],
    });
    const sentry = thirdParty('Sentry', { p1: processing() });
    const second = register.publish({ changes: [register.to('third-party', 'sentry', sentry)] });
    expect(outcome(second)).toMatchObject({
      objectionDeadline: '2026-02-08',
      firstEffectiveDay: '2026-02-16',
      effectiveOn: '2026-02-16',
    });
    expect(outcome(first)).toMatchObject({ objectionDeadline: '2026-03-03', effectiveOn: '2026-03-04' });
  });
});

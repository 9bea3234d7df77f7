import { describe, expect, it } from 'vitest';
import { wordsFor } from '../../../src/language/words.ts';
import { readRegisterPage, type RegisterPage } from '../../../src/register/read-register-page.ts';
import { processing, registerWith, TestRegister, thirdParty } from '../../support/register.ts';
import { asking, content, readerOf } from './reader.ts';

const { t } = wordsFor(content, 'en');
const mailer = thirdParty(
  'Mailer',
  {
    p1: processing({
      purpose: { en: 'Sending e-mail', nl: 'E-mail versturen' },
      data: [{ term: 'ip-address' }, { term: 'email-address' }, { term: 'name', certainty: 'possible' }],
      condition: { en: 'the user asks for it', nl: 'de gebruiker erom vraagt' },
      locations: [{ kind: 'storage', place: 'country', country: 'US' }],
      safeguards: [
        { ground: 'scc', regime: 'eu', rank: 'fallback' },
        { ground: 'dpf', regime: 'eu', rank: 'primary' },
      ],
    }),
  },
  { entity: { person: 'mailer', name: 'Mailer Inc.', country: 'US' } },
);
const host = thirdParty('Höst', {
  p1: processing(),
  p2: processing({ scope: 'websites', role: 'processor' }),
});

function names(page: RegisterPage): string[] {
  return (page.list?.scopes ?? []).flatMap(({ name, parties }) =>
    parties.map((party) => `${name.text}: ${party.name.text}`),
  );
}

describe('the list', () => {
  const register = registerWith({ mailer, host });
  const read = (asked: Parameters<typeof asking>[0] = {}, language = 'en') =>
    readRegisterPage(readerOf(register, '2026-02-01', language), asking(asked));

  it('stands by scope and by name', () => {
    expect(names(read())).toEqual(['Application: Höst', 'Application: Mailer', 'Websites: Höst']);
  });

  it('says who, what for, which data, how long, where and under which safeguard', () => {
    const [party] = read({ q: 'mailer' }).list?.scopes[0]?.parties ?? [];
    expect(party).toMatchObject({
      href: '/third-parties/mailer',
      about: ['Mailer Inc.', 'United States · Subprocessor'],
      rows: [
        {
          purpose: { text: 'Sending e-mail' },
          condition: { label: 'Only when', phrase: { text: 'the user asks for it' } },
          data: [{ text: 'Name (possibly)' }, { text: 'E-mail address' }, { text: 'IP address' }],
          retention: { text: '45 days' },
          places: [
            {
              text: 'United States, under the Data Privacy Framework, otherwise standard contractual clauses',
            },
          ],
        },
      ],
    });
  });

  it('needs no safeguard where everything that is stated lies within the EEA', () => {
    const [party] = read({ q: 'host', scope: ['websites'] }).list?.scopes[0]?.parties ?? [];
    expect(party?.rows[0]?.places).toEqual([{ text: 'Netherlands: no transfer outside the EEA' }]);
  });

  it('finds what is searched for without accents and capitals', () => {
    expect(names(read({ q: 'HOST application' }))).toEqual([]);
    expect(names(read({ q: 'HOST netherlands' }))).toEqual(['Application: Höst', 'Websites: Höst']);
  });

  it('finds who gets e-mail addresses outside the EEA', () => {
    const page = read({ country: ['outside-eea'], data: ['email-address'] });
    expect(names(page)).toEqual(['Application: Mailer']);
    expect(page.list?.count).toBe('1 third party shown of 2');
  });

  it('takes any value of one filter, and all filters together', () => {
    expect(names(read({ role: ['processor', 'subprocessor'], scope: ['websites'] }))).toEqual([
      'Websites: Höst',
    ]);
  });

  it('offers only values that occur, and those that are chosen', () => {
    const choices = read({ role: ['joint-controller'] }).list?.filters.choices ?? [];
    const options = (name: string) =>
      choices
        .find((choice) => choice.name === name)
        ?.groups.flatMap((group) => group.options.map(({ label }) => label));
    expect(options('role')).toEqual(['Joint controller', 'Processor', 'Subprocessor']);
    expect(options('safeguard')).toEqual(['Data Privacy Framework', 'Standard contractual clauses']);
    expect(options('country')).toEqual([
      'Outside the EEA',
      'European Economic Area',
      'European Union',
      'Netherlands',
      'United States',
    ]);
  });

  it('shows each filter that is set, with the address without it', () => {
    const page = read({ on: '2026-01-20', q: 'mail', country: ['US'], data: ['name', 'ip-address'] });
    expect(page.list?.filters.chips.map(({ text, href }) => [text, href])).toEqual([
      ['Search: mail', '/?on=2026-01-20&country=US&data=name&data=ip-address#list'],
      ['Country: United States', '/?on=2026-01-20&q=mail&data=name&data=ip-address#list'],
      ['Personal data: Name', '/?on=2026-01-20&q=mail&country=US&data=ip-address#list'],
      ['Personal data: IP address', '/?on=2026-01-20&q=mail&country=US&data=name#list'],
    ]);
    expect(page.list?.filters.all).toBe('/?on=2026-01-20#list');
  });

  it('leads out of filters that match nothing', () => {
    const page = read({ q: 'nobody' });
    expect(page.list?.none).toBe('No third party matches these filters.');
    expect(page.list?.filters.all).toBe('/#list');
  });

  it('speaks Dutch, and marks what it has in English only', () => {
    const page = read({}, 'nl');
    expect(names(page)).toEqual(['Applicatie: Höst', 'Applicatie: Mailer', 'Websites: Höst']);
    const [hosting] = page.list?.scopes[0]?.parties[0]?.rows ?? [];
    expect(hosting?.purpose).toMatchObject({ text: 'Hosting', lang: 'en' });
    expect(page.frame.languages.places.map(({ href }) => href)).toEqual(['/', '/nl/']);
  });

  it('sends search engines to the register of today, and says in its title which moment it shows', () => {
    const { frame } = read({ on: '2026-01-20', q: 'mail' });
    expect(frame.canonical).toBe('https://subprocessors.example.com/');
    expect(frame.title).toBe('Subprocessors and other third parties: 20 January 2026 – Example B.V.');
  });
});

describe('what is not stated', () => {
  it('reads so, quietly', () => {
    const bare = thirdParty('Bare', { p1: { scope: 'application', role: 'subprocessor' } }, { entity: {} });
    const register = registerWith({ bare });
    const [party] =
      readRegisterPage(readerOf(register, '2026-02-01'), asking()).list?.scopes[0]?.parties ?? [];
    const unstated = { text: 'Not stated', quiet: true };
    expect(party?.about).toEqual(['The legal entity is not named', 'Subprocessor']);
    expect(party?.rows[0]).toMatchObject({
      purpose: unstated,
      noData: unstated,
      retention: unstated,
      places: [{ text: 'Place and safeguard not stated', quiet: true }],
    });
  });
});

describe('planned changes', () => {
  const register = registerWith({ host }, '2026-01-10').goTo('2026-02-01');
  register.publish({ changes: [register.to('third-party', 'mailer', mailer)] });
  register.publish({
    effectiveOn: '2026-02-20',
    changes: [
      register.to('third-party', 'host', { ...host, processings: { p1: processing() } }, '2026-02-20'),
    ],
  });
  const read = (asked: Parameters<typeof asking>[0], today = '2026-02-11') =>
    readRegisterPage(readerOf(register, today), asking(asked));

  it('tell until when one can object, from when they hold, and how many days are left', () => {
    const [removed, added] = read({}).top?.coming?.changes ?? [];
    expect(removed).toMatchObject({
      title: 'Höst is removed from a scope (Websites)',
      countdown: { number: '9', text: t('coming.days-to-effect', { days: 9 }), soon: false },
      objection: undefined,
      effective: { day: '2026-02-20', left: undefined },
    });
    expect(added).toMatchObject({
      href: '/changes/2',
      title: 'Mailer is added (Application)',
      countdown: { number: '20', text: 'days left to object', soon: true },
      objection: { day: '2026-03-03', text: '3 March 2026' },
      effective: { day: '2026-03-04', left: t('state.effective-days', { days: 21 }) },
    });
  });

  it('stand in the banner with the days left to object', () => {
    expect(read({}).top?.standing.coming).toEqual({
      text: '2 changes are coming',
      href: '#planned',
      left: t('standing.first-deadline', { days: 20 }),
    });
  });

  it('are not in the list of what is in use, but in that of what is planned', () => {
    expect(names(read({}))).toEqual(['Application: Höst', 'Websites: Höst']);
    const page = read({ state: ['planned'] });
    expect(names(page)).toEqual(['Application: Mailer']);
    expect(page.list?.scopes[0]?.parties[0]?.rows[0]?.tag?.text).toBe('From 4 Mar 2026');
  });

  it('stand beside what they change', () => {
    const websites = read({}).list?.scopes.at(-1)?.parties[0];
    expect(websites?.tags).toEqual([{ text: 'Last day 19 Feb 2026', tone: 'soon', href: '/changes/3' }]);
  });

  it('hold on a day to come, as announced so far', () => {
    const page = read({ on: '2026-03-04' });
    expect(page.asOf?.text).toBe(t('register.on.future', { day: '4 March 2026' }));
    expect(names(page)).toEqual(['Application: Höst', 'Application: Mailer']);
  });

  it('leave behind what has ended', () => {
    const page = read({ state: ['ended'] }, '2026-04-01');
    expect(names(page)).toEqual(['Websites: Höst']);
    expect(page.list?.scopes[0]?.parties[0]?.rows[0]?.tag?.text).toBe('Last day 19 Feb 2026');
  });
});

describe('another day', () => {
  const register = registerWith({ host }, '2026-01-10').goTo('2026-02-10');
  register.publish({
    effectiveOn: '2026-01-20',
    reason: { en: 'It was overlooked.' },
    changes: [register.to('third-party', 'mailer', mailer, '2026-01-20')],
  });
  const read = (asked: Parameters<typeof asking>[0]) =>
    readRegisterPage(readerOf(register, '2026-03-01'), asking(asked));

  it('shows what was in effect as known today, and leads to what the list said then', () => {
    const page = read({ on: '2026-01-25' });
    expect(page.asOf?.text).toBe('What was in effect on 25 January 2026, as known today');
    expect(page.asOf?.links.map(({ href }) => href)).toEqual(['/?on=2026-01-25&edition=1', '/']);
    expect(names(page)).toContain('Application: Mailer');
  });

  it('shows what an edition said, without what was disclosed later', () => {
    const page = read({ on: '2026-01-25', edition: 1 });
    expect(page.asOf?.text).toBe('The register as edition 1 left it, on 25 January 2026');
    expect(names(page)).not.toContain('Application: Mailer');
  });

  it('has no plans where all that came later is known', () => {
    const { top } = read({ on: '2026-01-25' });
    expect([top?.coming, top?.standing.coming]).toEqual([undefined, undefined]);
  });

  it('keeps the day and the filters on the way', () => {
    const page = read({ on: '2026-01-25', data: ['email-address'] });
    expect(page.list?.scopes[0]?.parties[0]?.href).toBe('/third-parties/host?on=2026-01-25');
    expect(page.list?.filters.kept).toEqual([{ name: 'on', value: '2026-01-25' }]);
    expect(page.panels[0]?.forms[0]?.kept).toEqual([{ name: 'data', value: 'email-address' }]);
  });

  it('before the first edition says where the register begins', () => {
    const page = read({ on: '2026-01-09' });
    expect(page.list).toBeUndefined();
    expect(page.beginning).toMatchObject({
      title: 'Before the first edition',
      links: [{ href: '/?edition=1' }],
      form: { name: 'on', value: '2026-01-10' },
    });
  });
});

describe('since an edition', () => {
  const register = registerWith({ host, mailer }, '2026-01-10').goTo('2026-02-01');
  register.publish({
    changes: [
      register.to('third-party', 'mailer', {
        ...mailer,
        entity: { person: 'mailer', name: 'Mailer LLC', country: 'US' },
      }),
    ],
  });
  const page = readRegisterPage(readerOf(register, '2026-02-11'), asking({ since: 1 }));

  it('tells the notices and the third parties that changed', () => {
    expect(page.list?.since).toMatchObject({
      title: 'Changed since edition 1',
      groups: [{ title: 'Changed', parties: [{ text: 'Mailer', href: '/third-parties/mailer' }] }],
      entries: [{ edition: 2, href: '/changes/2' }],
    });
  });

  it('marks them in the list', () => {
    const tags = page.list?.scopes.flatMap(({ parties }) => parties.map((party) => party.tags));
    expect(tags).toEqual([[], [{ text: 'Changed since edition 1', tone: 'strong' }], []]);
  });

  it('says when nothing has changed', () => {
    const same = readRegisterPage(readerOf(register, '2026-02-11'), asking({ since: 2 }));
    expect(same.list?.since?.intro).toBe('Nothing has changed since edition 2.');
  });
});

describe('before anything is published', () => {
  it('says so, and offers the feed', () => {
    const page = readRegisterPage(readerOf(new TestRegister(), '2026-01-10'), asking());
    expect(page.list).toBeUndefined();
    expect([page.panels, page.actions, page.top]).toEqual([[], undefined, undefined]);
    expect(page.beginning?.links.map(({ href }) => href)).toEqual(['/feed.xml', '/about']);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digest } from '../../../src/domain/chain.ts';
import { EMPTY_LEDGER, readRow, upTo } from '../../../src/domain/ledger.ts';
import { planRedaction } from '../../../src/domain/redaction.ts';
import { baselineDraft } from '../../../src/register/import-register.ts';
import { processing, REGISTER_ID, registerWith, TestRegister, thirdParty } from '../../support/register.ts';
import { anyRegister, anyThirdParty } from '../exports/arbitrary-register.ts';
import { sixEditions } from '../exports/registers.ts';
import { editionsIn, eventful, feed, itemOf, itemsOf, ORIGIN, parsed, readAsReader } from './feeds.ts';

const register = sixEditions();
const xml = feed(register.ledger);

describe('the feed', () => {
  it('is well-formed and read by a parser of feeds', async () => {
    const read = await readAsReader(xml);
    expect(read.items).toHaveLength(6);
    expect(read).toMatchObject({ link: `${ORIGIN}/`, language: 'en', ttl: '60' });
  });

  it('has an item a notice, newest first, without those that are only editorial', () => {
    expect(editionsIn(xml)).toEqual([7, 6, 4, 3, 2, 1]);
  });

  it('names each item for good, under every address and in every language', () => {
    const elsewhere = feed(register.ledger, {}, 'nl', 'https://other.example');
    const guids = (text: string) => parsed(text).item?.map(({ guid }) => guid);
    expect(guids(elsewhere)).toEqual(guids(xml));
    expect(itemOf(xml, 2).guid).toEqual({ '#text': `urn:uuid:${REGISTER_ID}:2`, '@isPermaLink': 'false' });
  });

  it('links each item to its page, in the language of the feed', () => {
    expect(itemOf(xml, 2).link).toBe(`${ORIGIN}/changes/2`);
    expect(itemOf(feed(register.ledger, {}, 'nl'), 2).link).toBe(`${ORIGIN}/nl/changes/2`);
  });

  it('dates items by the recorded instant, and itself by the newest of them, never by the clock', () => {
    expect(itemOf(xml, 2).pubDate).toBe('Sun, 01 Feb 2026 11:00:00 GMT');
    expect(parsed(xml).lastBuildDate).toBe('Sun, 01 Mar 2026 11:00:00 GMT');
    expect(parsed(feed(register.ledger, { 'third-party': ['brevo'] })).lastBuildDate).toBe(
      'Tue, 10 Feb 2026 11:00:00 GMT',
    );
    expect(feed(register.ledger)).toBe(xml);
  });

  it('says where it is itself, with its filters, and that it is not the notice under a contract', () => {
    const narrowed = feed(register.ledger, { scope: ['websites'], 'third-party': ['brevo', 'sentry'] }, 'nl');
    expect(parsed(narrowed)['atom:link']).toMatchObject({
      '@rel': 'self',
      '@type': 'application/rss+xml',
      '@href': `${ORIGIN}/feed.xml?scope=websites&third-party=brevo&third-party=sentry&language=nl`,
    });
    expect(parsed(narrowed).title).toContain('Websites, Brevo, Sentry');
    expect(parsed(xml).description).toContain('not itself the notice under your contract');
  });

  it('is a feed without items before the first edition', async () => {
    const empty = feed(EMPTY_LEDGER);
    expect(parsed(empty).item).toBeUndefined();
    expect(parsed(empty).lastBuildDate).toBeUndefined();
    expect((await readAsReader(empty)).items).toEqual([]);
  });

  it('has no more than the newest hundred notices', () => {
    const busy = registerWith({ heroku: thirdParty('Heroku', { p1: processing() }) });
    for (let count = 1; count <= 120; count++) {
      const added = thirdParty(`Number ${String(count)}`, { p1: processing({ scope: 'websites' }) });
      busy.publish({ changes: [busy.to('third-party', `number-${String(count)}`, added)] });
    }
    const editions = editionsIn(feed(busy.ledger));
    expect(editions).toHaveLength(100);
    expect([editions[0], editions.at(-1)]).toEqual([121, 22]);
  });

  it('says when it is of a sample', () => {
    const sample = new TestRegister();
    const organisation = register.ledger.notices[0]?.changes[0];
    if (!organisation) throw new Error('There is an organisation.');
    sample.publish({ changes: [organisation], sample: 'somebody' });
    const text = feed(sample.ledger);
    expect(parsed(text).description).toContain('This is a sample.');
    expect(itemOf(text, 1).description).toContain('This is a sample.');
    expect(itemOf(text, 1)['registry:sample']).toBe('true');
  });
});

describe('a filter', () => {
  const { ledger } = eventful();
  const editions = (filter: Parameters<typeof feed>[1]) => editionsIn(feed(ledger, filter));
  const all = editions({ type: ['editorial'] });

  it('of editorial notices adds them to the others', () => {
    expect(all).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
  });

  it('of a scope picks what concerns it, and what concerns none in particular', () => {
    // 4 and its withdrawal are about the websites; 9 changes the organisation, which concerns everybody.
    expect(editions({ scope: ['websites'] })).toEqual([11, 9, 4, 1]);
    expect(editions({ scope: ['application'] })).toEqual([12, 10, 9, 7, 6, 3, 2, 1]);
  });

  it('of a type picks notices with a change of that type', () => {
    expect(editions({ type: ['data-widened'] })).toEqual([10]);
    expect(editions({ type: ['wording'] })).toEqual([8, 5]);
    expect(editions({ type: ['data-widened', 'editorial'] })).toEqual([10, 8, 5]);
  });

  it('of a third party picks notices about it and what revises them', () => {
    expect(editions({ 'third-party': ['sentry'] })).toEqual([12, 3, 2]);
    expect(editions({ 'third-party': ['brevo'] })).toEqual([11, 4]);
  });

  it('takes several values as alternatives, and several filters together', () => {
    expect(editions({ 'third-party': ['brevo', 'vimeo'] })).toEqual([11, 7, 6, 4]);
    expect(editions({ 'third-party': ['brevo', 'vimeo'], scope: ['application'] })).toEqual([7, 6]);
  });

  it('picks notices and never parts of one', () => {
    const whole = new Set(itemsOf(feed(ledger, { type: ['editorial'] })));
    for (const filter of [
      { scope: ['websites'] },
      { type: ['added'] as const },
      { 'third-party': ['mailchimp'] },
    ])
      for (const item of itemsOf(feed(ledger, filter))) expect(whole).toContain(item);
  });
});

describe('an item', () => {
  it.each(['en', 'nl'])('never changes, whatever is published later (%s)', (language) => {
    const { ledger } = eventful();
    const now = itemsOf(feed(ledger, { type: ['editorial'] }, language)).reverse();
    for (const { edition } of ledger.notices) {
      const then = itemsOf(feed(upTo(ledger, edition), { type: ['editorial'] }, language)).reverse();
      expect(now.slice(0, edition)).toEqual(then);
    }
  });

  it('tells all that is needed to judge an addition', () => {
    const { description, title } = itemOf(xml, 2);
    expect(title).toBe('Sentry is added (Application), from 4 March 2026');
    for (const fact of [
      'Sentry B.V.',
      'Netherlands',
      'Application',
      'Subprocessor',
      'Hosting',
      'data/ip-address',
      '45 days',
      'Stored in the Netherlands',
      '1 February 2026',
      '3 March 2026, to the end of that day (Europe/Amsterdam)',
      'mailto:objections@example.com?subject=Notice%202',
      '4 March 2026',
      'Errors are found sooner.',
      register.ledger.notices[1]?.hash ?? '-',
    ])
      expect(description).toContain(fact);
  });

  it('tells before and after, with all facts of what goes on', () => {
    const { description } = itemOf(feed(eventful().ledger), 10);
    expect(description).toContain('<td>45 days</td><td>1 year</td>');
    expect(description).toContain('Added: data/name');
    expect(description).toContain('Hosting of the app');
    expect(description).toContain('Stored in the United States');
    expect(description).toContain('EU–US Data Privacy Framework');
    expect(description).toContain('Ask privacy@example.com');
    expect(description).toContain('Heroku B.V.');
  });

  it('of a revision says which notice it revises, links it, and repeats what that one said', () => {
    const { description } = itemOf(xml, 3);
    expect(description).toContain(`<a href="${ORIGIN}/changes/2">Notice 2</a>`);
    expect(description).toContain('<th scope="row">In effect from</th><td>20 March 2026</td>');
    expect(description).toContain('<th scope="row">Object until</th><td>3 March 2026');
    expect(description).toContain('Sentry B.V.');
  });

  it('of a revision tells programs, too, what the revised notice said', () => {
    expect(itemOf(xml, 3)['registry:revises']).toMatchObject({
      '@edition': '2',
      '@action': 'postpone',
      '@from': '2026-03-04',
      '@to': '2026-03-20',
      'registry:effective': '2026-03-04',
      'registry:objection-deadline': '2026-03-03',
      'registry:third-party': { '@id': 'sentry', 'registry:processing': [{ '@state': 'added' }] },
    });
  });

  it('tells programs where data goes outside the EEA, by places or by the seat of who gets it', () => {
    const heroku = itemOf(feed(eventful().ledger), 10)['registry:third-party'];
    expect(heroku).toMatchObject({
      'registry:processing': [{ 'registry:transfer': { '@destinations': 'US', '#text': 'United States' } }],
    });
    expect(itemOf(xml, 2)['registry:third-party']).not.toHaveProperty([
      'registry:processing',
      0,
      'registry:transfer',
    ]);
  });

  it('says of each scope whether one can object there, when one can in some only', () => {
    const at = registerWith({}, '2026-01-10').goTo('2026-02-01');
    const web = processing({ scope: 'websites', role: 'processor' });
    const both = thirdParty('Both', { p1: processing(), p2: web });
    at.publish({ changes: [at.to('third-party', 'both', both)] });
    const { description } = itemOf(feed(at.ledger), 2);
    expect(description).toMatch(/<li>Application: [^<]*can object\.<\/li>/);
    expect(description).toMatch(/<li>Websites: [^<]*no notice period binds it\.<\/li>/);
    expect(itemOf(xml, 2).description).not.toMatch(/<li>Application: [^<]*object/);
  });

  it('of a withdrawal says when it was to take effect', () => {
    expect(itemOf(xml, 7).description).toContain('Was to take effect on</th><td>1 April 2026');
    expect(itemOf(xml, 7).description).not.toContain('bject');
  });

  it('of an amendment shows the words before and after', () => {
    const { description } = itemOf(feed(eventful().ledger, { type: ['editorial'] }), 8);
    expect(description).toContain('<td>Purpose</td><td>Hosting</td><td>Error reports</td>');
    expect(description).toContain('<h3>Sentry</h3>');
  });

  it('of the first edition is a table of what was in use', () => {
    const { description } = itemOf(xml, 1);
    expect(description).toContain('<strong>Heroku</strong><br>Heroku B.V., Netherlands');
    expect(description).not.toContain('Before</th>');
  });

  it('has its class, types and scopes as categories', () => {
    expect(itemOf(xml, 2).category).toEqual(['needs-notice', 'added', 'application']);
  });

  it('uses no style, no class, no script', () => {
    const descriptions = parsed(feed(eventful().ledger)).item?.map(({ description }) => description) ?? [];
    expect(descriptions).not.toHaveLength(0);
    expect(descriptions.join('')).not.toMatch(/<(script|style|img|iframe)|\s(class|style|id|on\w+)=/);
  });

  it('shows HTML in a text as text', async () => {
    const purpose = '<img src=x onerror=alert(1)> & <b>bold</b> ]]> "quoted"';
    const hostile = registerWith({
      evil: thirdParty(
        'Evil',
        { p1: processing({ purpose: { en: purpose } }) },
        { name: { und: '<script>Evil</script>' } },
      ),
    });
    const text = feed(hostile.ledger);
    const [item] = (await readAsReader(text)).items;
    expect(item?.content).toContain(
      '&lt;img src=x onerror=alert(1)&gt; &amp; &lt;b&gt;bold&lt;/b&gt; ]]&gt; &quot;quoted&quot;',
    );
    expect(item?.content).toContain('&lt;script&gt;Evil&lt;/script&gt;');
  });

  it('stands for a text that was redacted with its mark', () => {
    const plan = planRedaction(register.ledger, 'Errors are found sooner.', '2026-05-01');
    if ('problems' in plan) throw new Error(JSON.stringify(plan.problems));
    const rows = register.rows().map((row) => {
      const redacted = plan.rows.find(({ edition }) => edition === row.edition);
      return redacted ? { ...row, payload: redacted.payload, payloadHash: digest(row.payload) } : row;
    });
    const text = feed({ notices: rows.map(readRow) });
    expect(text).not.toContain('Errors are found sooner.');
    expect(itemOf(text, 2).description).toContain('⟦redacted 2026-05-01⟧');
    expect(itemOf(text, 2).guid).toEqual(itemOf(xml, 2).guid);
  });
});

describe('any register', () => {
  it('gives a well-formed feed in which every text can be read again', async () => {
    await fc.assert(
      fc.asyncProperty(anyRegister, anyThirdParty, async (state, later) => {
        const any = new TestRegister('2026-01-10');
        any.publish(baselineDraft(state));
        any.goTo('2026-02-01');
        any.tryPublish({ changes: [any.to('third-party', 'heroku', later)], effectiveOn: '2026-03-15' });
        const text = feed(any.ledger);
        expect((await readAsReader(text)).items).toHaveLength(any.ledger.notices.length);
        const [organisation] = any.ledger.notices[0]?.changes ?? [];
        const name = organisation?.fields.find(({ field }) => field === 'name');
        if (!name || !('after' in name)) throw new Error('The organisation has a name.');
        expect(parsed(text).title).toContain(name.after);
      }),
      { numRuns: 60, seed: 20261122 },
    );
  });

  it('may have a name that looks like the feed itself', async () => {
    const name = '</title><lastBuildDate>now</lastBuildDate> ]]> <![CDATA[ &amp;';
    const sly = registerWith({}, undefined, { name });
    const text = feed(sly.ledger);
    expect((await readAsReader(text)).items).toHaveLength(1);
    expect(parsed(text).title).toBe(`${name}: changes in subprocessors and other third parties`);
    expect(parsed(text).lastBuildDate).toBe('Sat, 10 Jan 2026 11:00:00 GMT');
  });
});

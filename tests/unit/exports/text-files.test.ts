import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '../../../src/domain/days.ts';
import { EMPTY_LEDGER } from '../../../src/domain/ledger.ts';
import { renderLlms } from '../../../src/exports/llms.ts';
import { renderRobots } from '../../../src/exports/robots.ts';
import { renderSecurityTxt } from '../../../src/exports/security-txt.ts';
import { renderSitemap } from '../../../src/exports/sitemap.ts';
import { wordsFor } from '../../../src/language/words.ts';
import { registerWith } from '../../support/register.ts';
import { ADDRESSES, content, ORIGIN, sixEditions } from './registers.ts';

const { ledger } = sixEditions();
const languages = ['en', 'nl'];
const today = '2026-03-02';
const common = { ledger, today, languages, addresses: ADDRESSES };

describe('security.txt', () => {
  const text = renderSecurityTxt(common);

  it('names the privacy contact, its own address and the languages', () => {
    expect(text.split('\n')).toEqual([
      'Contact: mailto:privacy@example.com',
      'Expires: 2027-01-01T00:00:00.000Z',
      'Preferred-Languages: en, nl',
      `Canonical: ${ORIGIN}/.well-known/security.txt`,
      '',
    ]);
  });

  it('expires six to twelve months after any day on which it is asked for, and changes twice a year', () => {
    const expiries = new Set<string>();
    for (let day = '2027-01-01'; day < '2029-01-01'; day = addDays(day, 1)) {
      const expires = /Expires: (\S+)T/.exec(renderSecurityTxt({ ...common, today: day }))?.[1] ?? '';
      expiries.add(expires);
      expect(daysBetween(day, expires), day).toBeGreaterThanOrEqual(181);
      expect(daysBetween(day, expires), day).toBeLessThanOrEqual(366);
    }
    expect([...expiries]).toEqual(['2027-07-01', '2028-01-01', '2028-07-01', '2029-01-01', '2029-07-01']);
  });

  it('leads to the page about the register before anybody is named', () => {
    expect(renderSecurityTxt({ ...common, ledger: EMPTY_LEDGER })).toContain(`Contact: ${ORIGIN}/about\n`);
  });

  it('takes the mailbox for objections where there is no privacy contact', () => {
    const { ledger: other } = registerWith({}, undefined, { privacyContact: 'a&b%@example.com' });
    expect(renderSecurityTxt({ ...common, ledger: other })).toContain(
      'Contact: mailto:a%26b%25@example.com\n',
    );
  });
});

describe('robots.txt', () => {
  it('lets everybody read everything, and names the sitemap', () => {
    expect(renderRobots(ADDRESSES, ['en', 'nl'])).toBe(
      `User-agent: *\nAllow: /\nDisallow: /admin\nDisallow: /nl/admin\n\nSitemap: ${ORIGIN}/sitemap.xml\n`,
    );
  });
});

interface Url {
  readonly loc: string;
  readonly lastmod?: string;
  readonly 'xhtml:link': readonly { readonly '@hreflang': string; readonly '@href': string }[];
}

function urlsIn(xml: string): Url[] {
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    isArray: (name) => name === 'url',
  });
  return (parser.parse(xml) as { urlset: { url: Url[] } }).urlset.url;
}

describe('the sitemap', () => {
  const urls = urlsIn(renderSitemap(common));

  it('has every page in every language, and only pages', () => {
    const english = urls.map(({ loc }) => loc).filter((loc) => !loc.startsWith(`${ORIGIN}/nl/`));
    expect(english).toEqual([
      `${ORIGIN}/`,
      `${ORIGIN}/changes`,
      `${ORIGIN}/compare`,
      `${ORIGIN}/map`,
      `${ORIGIN}/about`,
      ...['brevo', 'heroku', 'mailchimp', 'sentry', 'vimeo'].map((id) => `${ORIGIN}/third-parties/${id}`),
      ...[7, 6, 5, 4, 3, 2, 1].map((edition) => `${ORIGIN}/changes/${String(edition)}`),
    ]);
    expect(urls).toHaveLength(2 * english.length);
  });

  it('names each page’s other languages', () => {
    const home = urls.find(({ loc }) => loc === `${ORIGIN}/nl/`);
    expect(home?.['xhtml:link'].map((link) => [link['@hreflang'], link['@href']])).toEqual([
      ['en', `${ORIGIN}/`],
      ['nl', `${ORIGIN}/nl/`],
      ['x-default', `${ORIGIN}/`],
    ]);
  });

  it('dates pages by the last notice that changed what they say', () => {
    const dateOf = (path: string) => urls.find(({ loc }) => loc === `${ORIGIN}${path}`)?.lastmod;
    expect(dateOf('/changes/2')).toBe('2026-02-05T11:00:00.000Z');
    expect(dateOf('/third-parties/heroku')).toBe('2026-02-15T11:00:00.000Z');
    expect(dateOf('/third-parties/sentry')).toBe('2026-02-05T11:00:00.000Z');
    expect(dateOf('/')).toBe('2026-03-01T11:00:00.000Z');
    expect(dateOf('/about')).toBeUndefined();
  });

  it('has the pages there are before the first edition', () => {
    expect(urlsIn(renderSitemap({ ...common, ledger: EMPTY_LEDGER }))).toHaveLength(10);
  });
});

describe('llms.txt', () => {
  const words = wordsFor(content, 'en');

  it('says what this is and where its files are', () => {
    const text = renderLlms({ ...common, words });
    expect(text).toMatch(/^# Example B\.V\.: Subprocessors and other third parties\n\n> Which third parties/);
    for (const path of [
      '/subprocessors.json',
      '/schema/subprocessors-1.json',
      '/subprocessors.csv',
      '/feed.xml',
      '/ledger.jsonl',
    ])
      expect(text).toContain(`](${ORIGIN}${path})`);
    expect(text).toContain(`- [Dutch](${ORIGIN}/nl/)`);
  });

  it('says so before the first edition', () => {
    expect(renderLlms({ ...common, ledger: EMPTY_LEDGER, words })).toContain(
      '> No edition has been published.',
    );
  });

  it('shows a name with signs of Markdown as a name', () => {
    const { ledger: other } = registerWith({}, undefined, { name: '[A](javascript:x) *B*' });
    expect(renderLlms({ ...common, ledger: other, words })).toContain('# \\[A\\](javascript:x) \\*B\\*:');
  });
});

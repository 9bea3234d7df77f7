import { describe, expect, it } from 'vitest';
import { readAboutPage } from '../../../src/register/read-about-page.ts';
import { readProblemPage } from '../../../src/register/read-problem-page.ts';
import { mailAddress, webAddress } from '../../../src/register/views/link.ts';
import { processing, registerWith, TestRegister, thirdParty } from '../../support/register.ts';
import { readerOf } from './reader.ts';

const register = registerWith({ host: thirdParty('Host', { p1: processing() }) });

describe('what stands around a page', () => {
  const reader = readerOf(register, '2026-02-01', 'nl');
  const { frame } = readAboutPage(reader);

  it('leads to the same page in the other language', () => {
    expect(frame.languages.places.map(({ lang, href, current }) => [lang, href, current])).toEqual([
      ['en', '/about', undefined],
      ['nl', '/nl/about', 'true'],
    ]);
    expect(frame.alternates.map(({ language, href }) => [language, href])).toEqual([
      ['en', 'https://subprocessors.example.com/about'],
      ['nl', 'https://subprocessors.example.com/nl/about'],
      ['x-default', 'https://subprocessors.example.com/about'],
    ]);
    expect(frame.canonical).toBe('https://subprocessors.example.com/nl/about');
  });

  it('names the publisher, the last edition with its hash, and says that it is not itself the notice', () => {
    expect(frame.title).toBe(`${reader.words.t('about.title')} – Example B.V.`);
    expect(frame.foot.edition?.hash).toBe(register.ledger.notices[0]?.hash);
    expect(frame.foot.publisher.links[0]?.href).toBe('mailto:privacy@example.com');
    expect(frame.foot.disclaimer).toEqual([reader.words.t('disclaimer.not-notice')]);
  });

  it('says which language prevails, and leads readers of another to the same page in it', () => {
    const prevailingIn = (language: string, prevailing?: string) => {
      const { ledger } = registerWith({}, undefined, prevailing ? { prevailingLanguage: prevailing } : {});
      return readProblemPage(readerOf({ ledger }, '2026-02-01', language), 404).frame.foot.prevailing;
    };
    expect(prevailingIn('nl')).toBeUndefined();
    expect(prevailingIn('en', 'en')).toEqual({
      text: 'If the language versions differ, the English text prevails.',
      link: undefined,
    });
    expect(prevailingIn('nl', 'en')).toMatchObject({
      text: 'Bij verschil tussen de taalversies geldt de tekst in het Engels.',
      link: { text: 'Lees deze pagina in het Engels.', hreflang: 'en', href: '/' },
    });
    expect(prevailingIn('en', 'fr')?.link).toBeUndefined();
  });

  it('lets feed readers find the feed of everything and that of each scope', () => {
    expect(frame.feeds.map(({ href }) => href)).toEqual([
      '/feed.xml?language=nl',
      '/feed.xml?scope=application&language=nl',
      '/feed.xml?scope=websites&language=nl',
    ]);
  });

  it('says of a sample that it is one, and of nothing else', () => {
    expect(frame.sample).toBeUndefined();
    const sample = new TestRegister();
    sample.publish({
      sample: 'example',
      changes: [
        sample.to('organisation', 'organisation', {
          name: 'Example B.V.',
          timeZone: 'Europe/Amsterdam',
          defaultLanguage: 'en',
          noticePeriod: 'P30D',
          objectionPeriod: 'P30D',
        }),
      ],
    });
    expect(readAboutPage(readerOf(sample, '2026-02-01')).frame.sample).toContain('Example B.V.');
  });
});

describe('a page about a wrong address', () => {
  it('says what is wrong and where to go', () => {
    const page = readProblemPage(readerOf(register, '2026-02-01'), 400, {
      message: 'Not a day.',
      parameter: 'on',
    });
    expect(page).toMatchObject({ text: 'Not a day.', form: { name: 'on', value: '2026-02-01' } });
    expect(page.links.map(({ href }) => href)).toEqual(['/', '/changes', '/about']);
    expect(page.frame.canonical).toBeUndefined();
  });

  it('offers no day before the first edition', () => {
    expect(readProblemPage(readerOf(new TestRegister(), '2026-02-01'), 404).form).toBeUndefined();
  });
});

describe('links', () => {
  it('lead to web addresses and mailboxes only', () => {
    expect(webAddress('https://example.com/a b')).toBeUndefined();
    expect(webAddress('javascript:alert(1)')).toBeUndefined();
    expect(mailAddress('Keizersgracht 1, Amsterdam')).toBeUndefined();
    expect(mailAddress('a?bcc=b@example.com')).toBe('mailto:a%3Fbcc%3Db@example.com');
  });

  it('lead nowhere where the address was redacted', () => {
    expect(webAddress('https://example.com/⟦redacted 2026-01-01⟧')).toBeUndefined();
    expect(mailAddress('⟦redacted 2026-01-01⟧@example.com')).toBeUndefined();
  });
});

describe('the command that checks the proof', () => {
  it('names the ledger and the last hash', () => {
    const proof = readAboutPage(readerOf(register, '2026-02-01')).sections.find(({ id }) => id === 'proof');
    expect(proof?.command).toBe(
      `npm run registry -- ledger verify https://subprocessors.example.com/ledger.jsonl --hash ${String(register.ledger.notices[0]?.hash)}`,
    );
  });
});

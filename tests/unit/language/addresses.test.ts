import { describe, expect, it } from 'vitest';
import { addresses } from '../../../src/language/addresses.ts';

const HOST = 'https://subprocessors.example.com';
const english = addresses(HOST, 'en', 'en');
const dutch = addresses(HOST, 'nl', 'en');

describe('addresses', () => {
  it('have no prefix in the default language, and the language in any other', () => {
    expect([english.register(), dutch.register()]).toEqual(['/', '/nl/']);
    expect([english.thirdParty('amazon-s3'), dutch.thirdParty('amazon-s3')]).toEqual([
      '/third-parties/amazon-s3',
      '/nl/third-parties/amazon-s3',
    ]);
    expect([dutch.changes(), dutch.notice(6), dutch.about()]).toEqual([
      '/nl/changes',
      '/nl/changes/6',
      '/nl/about',
    ]);
  });

  it('put Dutch at the root where Dutch is the default', () => {
    expect(addresses(HOST, 'nl', 'nl').notice(2)).toBe('/changes/2');
    expect(addresses(HOST, 'en', 'nl').notice(2)).toBe('/en/changes/2');
  });

  it('leave out what is not asked, and repeat what is asked twice', () => {
    expect(english.register({ q: '', on: undefined, scope: ['application', 'websites'], edition: 3 })).toBe(
      '/?scope=application&scope=websites&edition=3',
    );
    expect(english.register({ q: 'a b&c' })).toBe('/?q=a+b%26c');
  });

  it('name the language of a file in its query', () => {
    expect([english.feed(), dutch.feed({ scope: ['application'] })]).toEqual([
      '/feed.xml',
      '/feed.xml?scope=application&language=nl',
    ]);
    expect([dutch.json(), dutch.csv({ on: '2026-01-01' }), dutch.ledger()]).toEqual([
      '/subprocessors.json?language=nl',
      '/subprocessors.csv?on=2026-01-01&language=nl',
      '/ledger.jsonl',
    ]);
  });

  it('lead to the same page in another language, there and back', () => {
    expect(english.translated('/changes/6', 'nl')).toBe('/nl/changes/6');
    expect(dutch.translated('/nl/changes/6', 'en')).toBe('/changes/6');
    expect(dutch.translated(dutch.register(), 'en')).toBe('/');
    expect(english.translated('/?on=2026-01-01', 'nl')).toBe('/nl/?on=2026-01-01');
  });

  it('become whole with the public address', () => {
    expect(dutch.absolute(dutch.notice(6))).toBe(`${HOST}/nl/changes/6`);
    expect(english.in('nl').notice(6)).toBe('/nl/changes/6');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeNext } from '../../../../src/web/admin/safe-next.ts';

const FALLBACK = '/admin';

/** Where a browser goes that reads the path on a page of ours. */
function wentTo(path: string): URL {
  return new URL(path, 'https://register.example/nl/admin/sign-in');
}

describe('the page to go on to', () => {
  it('is a page of the admin form as our own pages write it', () => {
    for (const path of [
      '/admin',
      '/admin/drafts',
      '/admin/drafts?state=open',
      '/admin/drafts/01900000-0000-7000-8000-00000000000a/publish',
      '/admin/audit?from=2026-01-01&who=a%20b',
    ])
      expect(safeNext(path, FALLBACK)).toBe(path);
  });

  it.each([
    [undefined],
    [''],
    ['admin'],
    ['/'],
    ['/changes'],
    ['/administration'],
    ['//evil.example/admin'],
    ['https://evil.example/admin'],
    ['/admin//evil.example'],
    ['/admin/..//evil.example'],
    ['/admin/../changes'],
    ['/admin/%2e%2e/changes'],
    ['/admin/%2E./changes'],
    ['/admin\\..\\..\\evil.example'],
    ['/\\evil.example'],
    ['/admin/drafts\n'],
    ['/admin/dra\tfts'],
    ['/admin/drafts#x'],
    [' /admin'],
    ['/admin/no-such-page'],
    ['/admin?x="><script>'],
    [`/admin/drafts?state=${'x'.repeat(500)}`],
    ['/nl/admin'],
    ['javascript:alert(1)'],
  ])('is never %j', (path) => {
    expect(safeNext(path, FALLBACK)).toBe(FALLBACK);
  });

  it('never leaves the admin form, whatever somebody writes', () => {
    const piece = fc.constantFrom(
      ...[
        '/admin',
        '/',
        '//',
        '\\',
        '..',
        '.',
        '%2e',
        '%2f',
        '%5c',
        '@',
        ':',
        'https:',
        'evil.example',
        '?',
        '#',
      ],
      ...[
        '&',
        '=',
        'drafts',
        '\n',
        '\t',
        '\r',
        ' ',
        ';',
        '%0d%0a',
        '%00',
        'new',
        '|',
        '"',
        '<',
        'é',
        '\u2028',
      ],
    );
    const written = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(written, fc.boolean(), (text, isBelow) => {
        const next = safeNext(isBelow ? `/admin${text}` : text, FALLBACK);
        const { origin, pathname } = wentTo(next);
        expect(origin).toBe('https://register.example');
        expect(pathname).toMatch(/^\/admin(?:\/|$)/);
      }),
      { numRuns: 5000 },
    );
  });
});

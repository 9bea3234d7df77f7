import { describe, expect, it } from 'vitest';
import { browserInWords } from '../../../src/admin/account/browser-in-words.ts';
import { loadContent } from '../../../src/content.ts';
import { wordsFor } from '../../../src/language/words.ts';
import { projectRoot } from '../../../src/project-root.ts';

const words = wordsFor(loadContent(projectRoot), 'en');
const WEBKIT = 'AppleWebKit/537.36 (KHTML, like Gecko)';

describe('a browser in words', () => {
  it.each([
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox on Linux'],
    [
      `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${WEBKIT} Chrome/150.0.0.0 Safari/537.36`,
      'Chrome on Windows',
    ],
    [
      `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${WEBKIT} Chrome/150.0.0.0 Safari/537.36 Edg/150.0.0.0`,
      'Edge on Windows',
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15',
      'Safari on macOS',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1',
      'Safari on iPhone',
    ],
    [
      `Mozilla/5.0 (Linux; Android 16; K) ${WEBKIT} Chrome/150.0.0.0 Mobile Safari/537.36`,
      'Chrome on Android',
    ],
    ['curl/8.0', 'curl'],
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['', 'A browser that does not say its name'],
    ['  ', 'A browser that does not say its name'],
    ['x'.repeat(200), `${'x'.repeat(100)}…`],
  ])('%s: %s', (userAgent, called) => {
    expect(browserInWords(words, userAgent)).toBe(called);
  });
});

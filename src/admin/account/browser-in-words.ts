import type { Words } from '../../language/words.ts';

/** Names that stand in what a browser says of itself; the first that fits, since most also claim to be another. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|Chromium|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/\bVersion\/[\d.]+ (?:Mobile\/\w+ )?Safari\//, 'Safari'],
  [/^curl\//, 'curl'],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:iPhone|iPod)\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];
const LONGEST = 100;

/**
 * A browser as its owner would call it: `Firefox on Windows`. One that nobody here knows is called what it calls itself.
 *
 * @param userAgent hostile text
 */
export function browserInWords({ t }: Pick<Words, 't'>, userAgent: string): string {
  const browser = nameIn(BROWSERS, userAgent);
  const system = nameIn(SYSTEMS, userAgent);
  if (browser !== undefined && system !== undefined) return t('account.browser.known', { browser, system });
  const own = userAgent.trim();
  if (own === '') return t('account.browser.unknown');
  return browser ?? (own.length > LONGEST ? `${own.slice(0, LONGEST)}…` : own);
}

function nameIn(names: readonly (readonly [RegExp, string])[], text: string): string | undefined {
  return names.find(([sign]) => sign.test(text))?.[1];
}

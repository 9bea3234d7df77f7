import type { Addresses } from '../language/addresses.ts';

/**
 * `/robots.txt` (RFC 9309): all that is public may be read by anybody. The form for staff shows nothing to a robot, in
 * any language of the interface.
 */
export function renderRobots(addresses: Addresses, languages: Iterable<string>): string {
  const staff = [...languages].map((language) => `Disallow: ${addresses.translated('/admin', language)}\n`);
  const sitemap = addresses.absolute(addresses.sitemap());
  return `User-agent: *\nAllow: /\n${staff.join('')}\nSitemap: ${sitemap}\n`;
}

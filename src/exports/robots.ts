import type { Addresses } from '../language/addresses.ts';

/** `/robots.txt` (RFC 9309): all of it may be read by anybody. */
export function renderRobots(addresses: Addresses): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${addresses.absolute(addresses.sitemap())}\n`;
}

import { adminRouteAt } from './match-admin-route.ts';

// Printable ASCII without what browsers rewrite: a backslash is a slash to them.
const PLAIN = /^\/admin(?:[/?][\x21\x23-\x3b\x3d\x3f-\x5b\x5d-\x7e]*)?$/;

/**
 * The page to go on to after signing in, from an address that anybody may have written: a page of the admin form, without
 * a language, or else the fallback.
 *
 * @returns path and query, which stay below /admin whatever a browser makes of them
 */
export function safeNext(text: string | undefined, fallback: string): string {
  if (text === undefined || text.length > 500 || !PLAIN.test(text)) return fallback;
  const url = URL.parse(text, 'https://registry.invalid');
  // A path with dots in it, or without a page, is none that a page of ours has written.
  if (url?.origin !== 'https://registry.invalid' || url.pathname + url.search !== text) return fallback;
  return adminRouteAt(url.pathname) ? text : fallback;
}

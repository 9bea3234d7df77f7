import type { AdminRoute } from './admin-routes.ts';

/** No parameter that a page of ours writes is longer. */
const LONGEST_VALUE = 500;
/** What an identity provider sends along, such as a code or a state, may be. */
const LONGEST_OF_PROVIDER = 4000;

/** The query of an admin page as it is handed to the page, and the one way of writing it. */
export interface AdminQuery {
  readonly values: Readonly<Record<string, string>>;
  /** With its question mark; empty when nothing is asked. */
  readonly search: string;
}

/**
 * Reads the query of an admin page: of each parameter the route knows, the first value. What is empty, too long or no
 * text counts as absent: nobody types these addresses, and a page without its parameters always has something to show.
 */
export function readAdminQuery(route: AdminRoute, search: string): AdminQuery {
  const asked = new URLSearchParams(search);
  const longest = Object.values(route.shapes ?? {}).includes('rest') ? LONGEST_OF_PROVIDER : LONGEST_VALUE;
  const pairs = (route.query ?? []).flatMap((name): [string, string][] => {
    const value = asked.get(name) ?? '';
    return value === '' || value.length > longest || !isText(value) ? [] : [[name, value]];
  });
  const written = new URLSearchParams(pairs).toString();
  return { values: Object.fromEntries(pairs), search: written === '' ? '' : `?${written}` };
}

// What was no UTF-8 has become the replacement character.
function isText(value: string): boolean {
  return !/[\p{Cc}\p{Cs}\uFFFD]/u.test(value);
}

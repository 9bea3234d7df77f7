import { CHANGE_TYPES, NOTICE_CLASSES } from '../domain/change-types.ts';
import { GROUNDS, ROLES } from '../domain/subjects/processing.ts';
import type { Known } from './known.ts';
import * as parameter from './parameters.ts';
import type { Parameter, QueryOf } from './parameters.ts';

/** States of an entry on the day asked: in use, to come, past. */
export const STATES = ['current', 'planned', 'ended', 'all'] as const;

/** Orders of the list, the other way round with `-` before the name; without one it stands by name. */
export const SORTS = [
  '-name',
  'purpose',
  '-purpose',
  'data',
  '-data',
  'retention',
  '-retention',
  'place',
  '-place',
] as const;

/** A thing that an address names by its id. */
export type Named = 'third-party' | 'edition';

/** A public address: what it may be asked, and how its answer may be used. */
export interface PublicRoute {
  /** The path, or the beginning of a path that ends in an id. */
  readonly path: string;
  /** What the id at the end of the path names. */
  readonly names?: Named;
  /** Pages stand once in every language, `/nl/changes`; files have one address. */
  readonly kind: 'page' | 'file';
  readonly parameters: Readonly<Record<string, Parameter<unknown>>>;
  /** Other origins may read it from a browser. */
  readonly open?: boolean;
  /** It grows by notices only, so it was last modified when the newest was published. */
  readonly dated?: boolean;
}

const register = {
  on: parameter.day,
  edition: parameter.edition,
  since: parameter.edition,
  q: parameter.search,
  scope: parameter.anyKnown('scopes'),
  role: parameter.oneOf(ROLES),
  country: parameter.place,
  data: parameter.anyKnown('data'),
  safeguard: parameter.oneOf([...GROUNDS, 'not-stated']),
  state: parameter.oneOf(STATES),
  sort: parameter.atMostOneOf(SORTS),
};
export type RegisterQuery = QueryOf<typeof register>;

const thirdParty = { on: parameter.day, edition: parameter.edition };
export type ThirdPartyQuery = QueryOf<typeof thirdParty>;

const notices = {
  scope: parameter.anyKnown('scopes'),
  type: parameter.oneOf([...CHANGE_TYPES, 'editorial']),
  'third-party': parameter.anyKnown('thirdParties'),
};

const changes = {
  page: parameter.page,
  ...notices,
  class: parameter.atMostOneOf(NOTICE_CLASSES),
  month: parameter.month,
};
export type ChangesQuery = QueryOf<typeof changes>;

const feed = { ...notices, language: parameter.language };
export type FeedQuery = QueryOf<typeof feed>;

const csv = { on: parameter.day, edition: parameter.edition, language: parameter.language };
export type CsvQuery = QueryOf<typeof csv>;

const json = { ...csv, since: parameter.edition };
export type JsonQuery = QueryOf<typeof json>;

const compare = { from: parameter.dayOrEdition, to: parameter.dayOrEdition };
export type CompareQuery = QueryOf<typeof compare>;

const map = { on: parameter.day, edition: parameter.edition, scope: parameter.anyKnown('scopes') };
export type MapQuery = QueryOf<typeof map>;

const none = {};

/** Every public address that a page or file answers. What is not here does not exist. */
export const PUBLIC_ROUTES: readonly PublicRoute[] = [
  { path: '/', kind: 'page', parameters: register },
  {
    path: '/third-parties/',
    names: 'third-party',
    kind: 'page',
    parameters: thirdParty,
  },
  { path: '/changes', kind: 'page', parameters: changes },
  { path: '/changes/', names: 'edition', kind: 'page', parameters: none },
  { path: '/compare', kind: 'page', parameters: compare },
  { path: '/map', kind: 'page', parameters: map },
  { path: '/about', kind: 'page', parameters: none },
  { path: '/feed.xml', kind: 'file', parameters: feed, open: true, dated: true },
  { path: '/subprocessors.json', kind: 'file', parameters: json, open: true },
  { path: '/subprocessors.csv', kind: 'file', parameters: csv, open: true },
  { path: '/ledger.jsonl', kind: 'file', parameters: none, open: true, dated: true },
  { path: '/schema/subprocessors-1.json', kind: 'file', parameters: none, open: true },
  { path: '/llms.txt', kind: 'file', parameters: none },
  { path: '/sitemap.xml', kind: 'file', parameters: none },
  { path: '/robots.txt', kind: 'file', parameters: none },
  { path: '/.well-known/security.txt', kind: 'file', parameters: none },
];

const exact = new Map(PUBLIC_ROUTES.filter((route) => !route.names).map((route) => [route.path, route]));
const byId = new Map(PUBLIC_ROUTES.filter((route) => route.names).map((route) => [route.path, route]));

/** An address of a thing that is not there. */
export interface Missing {
  readonly missing: Named;
  readonly id: string;
}

/** The route that answers the path (without language), what is missing there, or undefined. */
export function routeOf(path: string, known: Known): PublicRoute | Missing | undefined {
  const route = exact.get(path);
  if (route) return route;
  const cut = path.lastIndexOf('/') + 1;
  const id = path.slice(cut);
  const named = id === '' ? undefined : byId.get(path.slice(0, cut));
  if (!named?.names) return undefined;
  return isThere[named.names](known, id) ? named : { missing: named.names, id };
}

const isThere: Readonly<Record<Named, (known: Known, id: string) => boolean>> = {
  'third-party': ({ thirdParties }, id) => thirdParties.has(id),
  edition: ({ editions }, id) => /^[1-9]\d{0,8}$/.test(id) && Number(id) <= editions,
};

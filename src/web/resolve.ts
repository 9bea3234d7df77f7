import type { Known } from './known.ts';
import { routeOf, type Missing, type PublicRoute } from './public-routes.ts';
import { readQuery, type QueryProblem } from './read-query.ts';
import { readTarget, type Target } from './read-target.ts';

/** What an address is read by: what may be named, and which language stands at the root. */
export interface Reading {
  readonly known: Known;
  readonly defaultLanguage: string;
}

/** An address that a page or a file answers. */
export interface Found {
  readonly kind: 'found';
  readonly route: PublicRoute;
  readonly language: string;
  /** The one way of writing this address, with its language and its query: the key under which the answer is kept. */
  readonly address: string;
  /** The same without the language: pages stand once. */
  readonly page: string;
  readonly query: Readonly<Record<string, unknown>>;
}

/** An address that is written otherwise; always on this host. */
export interface Moved {
  readonly kind: 'moved';
  readonly to: string;
}

/** An address that has no answer. */
export interface Refused {
  readonly kind: 'refused';
  readonly status: 400 | 404;
  /** The language of the page that says so; undefined where a file was asked for. */
  readonly language: string | undefined;
  readonly query?: QueryProblem;
  readonly missing?: Missing;
}

/** An address of the admin form, whether there is anything or not: its gate says so. */
export interface AdminPlace {
  readonly kind: 'admin';
  readonly language: string;
  /** What stands before the path in this language: `/nl`; empty in the default language. */
  readonly prefix: string;
  /** Without the language, without a slash at the end. */
  readonly path: string;
  /** What stands after the question mark. */
  readonly search: string;
  /** Whether the request has written the path in the one way there is. */
  readonly isCanonical: boolean;
}

export type Resolution = Found | Moved | Refused | AdminPlace;

/** Finds what a request target asks for. Pure; the target is hostile. */
export function resolve(target: string, { known, defaultLanguage }: Reading): Resolution {
  const read = readTarget(target);
  if ('status' in read) return { kind: 'refused', status: read.status, language: defaultLanguage };
  const { language, path: given } = cutLanguage(read.path, known, defaultLanguage);
  const path = withoutSlash(given);
  if (isAdmin(path)) return adminPlace(read, path, language, defaultLanguage);
  const route = routeOf(path, known);
  if (!route || 'missing' in route || (route.kind === 'file' && read.path !== given))
    return { kind: 'refused', status: 404, language, ...(route && 'missing' in route && { missing: route }) };
  const canonical = canonicalPath(path, route, language, defaultLanguage);
  if (read.raw !== canonical) return { kind: 'moved', to: canonical + (read.query && `?${read.query}`) };
  return ask(route, read.query, { canonical, path, language, known, defaultLanguage });
}

interface Asked {
  readonly canonical: string;
  readonly path: string;
  readonly language: string;
  readonly known: Known;
  readonly defaultLanguage: string;
}

function ask(route: PublicRoute, text: string, asked: Asked): Found | Refused {
  const { known, defaultLanguage, canonical, path } = asked;
  const query = readQuery(route, text, known, defaultLanguage);
  if ('problem' in query) {
    const language = route.kind === 'page' ? asked.language : undefined;
    return { kind: 'refused', status: 400, language, query: query.problem };
  }
  const language = route.kind === 'file' ? languageAsked(query.values, defaultLanguage) : asked.language;
  return {
    kind: 'found',
    route,
    language,
    address: canonical + query.canonical,
    page: path + query.canonical,
    query: query.values,
  };
}

function languageAsked({ language }: Readonly<Record<string, unknown>>, byDefault: string): string {
  return typeof language === 'string' ? language : byDefault;
}

/** `/nl/changes` is `/changes` in Dutch; a first segment that is no language of the interface is just a path. */
function cutLanguage(path: string, known: Known, byDefault: string): { language: string; path: string } {
  const end = path.indexOf('/', 1);
  const first = end < 0 ? path.slice(1) : path.slice(1, end);
  if (!known.languages.has(first)) return { language: byDefault, path };
  return { language: first, path: end < 0 ? '/' : path.slice(end) };
}

function withoutSlash(path: string): string {
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
}

function canonicalPath(path: string, route: PublicRoute, language: string, byDefault: string): string {
  return route.kind === 'file' ? path : prefixOf(language, byDefault) + path;
}

function prefixOf(language: string, byDefault: string): string {
  return language === byDefault ? '' : `/${language}`;
}

function isAdmin(path: string): boolean {
  return path === '/admin' || path.startsWith('/admin/');
}

function adminPlace({ raw, query }: Target, path: string, language: string, byDefault: string): AdminPlace {
  const prefix = prefixOf(language, byDefault);
  return { kind: 'admin', language, prefix, path, search: query, isCanonical: raw === prefix + path };
}

/** A layer: where its files are, and what they may know. */
export interface Layer {
  readonly name: string;
  /** Paths from the project's root: a folder with its slash, or a file. */
  readonly at: readonly string[];
  /** Layers it may import, beside itself. */
  readonly may: readonly string[];
  /** Layers of which it may import types only. */
  readonly mayTypes?: readonly string[];
  /** Packages, with all their sub-paths; `node:*` is all of Node. */
  readonly packages: readonly string[];
}

const render = ['zod', 'temporal-polyfill'];
const node = 'node:*';

/** Which arrows there are. What is not named here does not exist: a new folder gets its line first. */
export const layers: readonly Layer[] = [
  { name: 'domain', at: ['src/domain/'], may: [], packages: [...render, 'canonicalize', 'node:crypto'] },
  {
    name: 'language',
    at: ['src/language/'],
    may: ['domain'],
    mayTypes: ['content', 'content loader'],
    packages: [...render, 'intl-messageformat'],
  },
  {
    name: 'feeds',
    at: ['src/feeds/'],
    may: ['domain', 'language'],
    mayTypes: ['content loader'],
    packages: [...render, 'rss'],
  },
  {
    name: 'exports',
    at: ['src/exports/'],
    may: ['domain', 'language'],
    mayTypes: ['content loader'],
    packages: [...render, 'csv-stringify', 'yaml'],
  },
  {
    name: 'ground',
    at: ['src/clock.ts', 'src/configuration.ts', 'src/log.ts', 'src/project-root.ts'],
    may: [],
    packages: [...render, node],
  },
  {
    name: 'errors and actors',
    at: ['src/errors.ts', 'src/actor.ts'],
    may: [],
    mayTypes: ['domain'],
    packages: ['zod'],
  },
  {
    name: 'db',
    at: ['db/'],
    may: ['domain', 'ground', 'errors and actors'],
    packages: ['drizzle-orm', '@libsql/client', ...render, node],
  },
  {
    name: 'ledger keeper',
    at: ['src/ledger-keeper.ts', 'src/ledger-damage.ts'],
    may: ['domain', 'db', 'ground', 'errors and actors'],
    packages: ['drizzle-orm', ...render, 'node:timers'],
  },
  {
    name: 'content loader',
    at: ['src/content.ts', 'src/content/'],
    may: ['domain', 'ground', 'content'],
    mayTypes: ['language'],
    packages: ['zod', 'yaml', 'intl-messageformat', node],
  },
  {
    name: 'verbs',
    at: ['src/register/', 'src/audit/', 'src/staff/', 'src/catalog/', 'src/drafts/', 'src/dossier/'],
    may: ['domain', 'db', 'language', 'ground', 'errors and actors', 'today'],
    mayTypes: ['context', 'ledger keeper', 'content loader', 'forms'],
    packages: ['drizzle-orm', 'better-auth', '@better-auth/utils', 'uqr', ...render, node],
  },
  { name: 'forms', at: ['src/forms/'], may: ['domain'], mayTypes: ['errors and actors'], packages: ['zod'] },
  {
    name: 'admin views',
    at: ['src/admin/'],
    may: ['domain', 'language', 'feeds', 'exports', 'verbs', 'forms', 'errors and actors', 'today'],
    mayTypes: ['context', 'content loader', 'web', 'types of the environment'],
    packages: ['csv-stringify', ...render],
  },
  {
    name: 'sample',
    at: ['src/sample/'],
    may: ['domain', 'db', 'verbs', 'ground', 'errors and actors', 'content loader', 'today'],
    mayTypes: ['context', 'ledger keeper'],
    packages: ['drizzle-orm', 'yaml', ...render, node],
  },
  {
    name: 'context',
    at: ['src/context.ts'],
    may: ['domain', 'db', 'ledger keeper', 'content loader', 'ground', 'errors and actors'],
    packages: [...render, node],
  },
  { name: 'today', at: ['src/today.ts'], may: ['domain', 'ground'], mayTypes: ['context'], packages: render },
  {
    name: 'web',
    at: ['src/web/'],
    may: ['domain', 'verbs', 'language', 'forms', 'context', 'today', 'ground', 'errors and actors'],
    mayTypes: ['content loader', 'ledger keeper'],
    packages: ['astro/app', 'negotiator', 'lru-cache', ...render, node],
  },
  {
    name: 'pages',
    at: ['src/pages/', 'src/components/', 'src/layouts/', 'src/styles/', 'src/content.config.ts'],
    may: ['verbs', 'language', 'feeds', 'exports', 'web', 'admin views', 'forms', 'browser scripts'],
    mayTypes: ['domain', 'context', 'content loader'],
    packages: ['astro', 'astro:content', 'zod'],
  },
  { name: 'browser scripts', at: ['src/scripts/'], may: [], packages: [] },
  {
    name: 'types of the environment',
    at: ['src/env.d.ts'],
    may: [],
    mayTypes: ['domain', 'language', 'context', 'web'],
    packages: ['astro'],
  },
  {
    name: 'build',
    at: ['src/build/'],
    may: ['ground'],
    mayTypes: ['composition roots'],
    packages: ['astro', 'vite', node],
  },
  {
    name: 'composition roots',
    at: ['src/server.ts', 'src/cli/', 'src/build/development-site.ts'],
    may: [
      'domain',
      'language',
      'feeds',
      'exports',
      'ground',
      'errors and actors',
      'db',
      'ledger keeper',
      'content loader',
      'verbs',
      'sample',
      'context',
      'today',
      'web',
    ],
    packages: ['astro/app', 'commander', ...render, node],
  },
  { name: 'content', at: ['content/'], may: [], packages: [] },
];

/** The layer a file belongs to, by the longest path that fits. */
export function layerOf(path: string): Layer | undefined {
  const fitting = layers.flatMap((layer) =>
    layer.at
      .filter((at) => path === at || (at.endsWith('/') && path.startsWith(at)))
      .map((at) => ({ layer, at })),
  );
  return fitting.sort((one, other) => other.at.length - one.at.length)[0]?.layer;
}

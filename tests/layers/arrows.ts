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
    mayTypes: ['content loader'],
    packages: [...render, 'diff'],
  },
  {
    name: 'feeds',
    at: ['src/feeds/'],
    may: ['domain', 'language'],
    mayTypes: ['content loader'],
    packages: ['rss'],
  },
  {
    name: 'exports',
    at: ['src/exports/'],
    may: ['domain'],
    mayTypes: ['language'],
    packages: ['zod', 'csv-stringify'],
  },
  {
    name: 'ground',
    at: ['src/clock.ts', 'src/configuration.ts', 'src/log.ts', 'src/project-root.ts'],
    may: [],
    packages: [...render, node],
  },
  {
    name: 'errors and actors',
    at: ['src/errors.ts', 'src/error-status.ts', 'src/actor.ts'],
    may: [],
    mayTypes: ['domain'],
    packages: [],
  },
  {
    name: 'db',
    at: ['db/'],
    may: [],
    mayTypes: ['domain'],
    packages: ['drizzle-orm', '@libsql/client', node],
  },
  {
    name: 'ledger keeper',
    at: ['src/ledger-keeper.ts', 'src/ledger-damage.ts'],
    may: ['domain', 'db', 'errors and actors'],
    mayTypes: ['ground'],
    packages: [],
  },
  { name: 'look', at: ['src/look/'], may: ['db'], mayTypes: ['ground'], packages: ['culori', node] },
  { name: 'map', at: ['src/map/'], may: [], packages: [] },
  {
    name: 'drawing of the map',
    at: ['tools/map/'],
    may: ['ground'],
    mayTypes: ['map'],
    packages: ['d3-geo', 'topojson-client', 'geojson', 'topojson-specification', node],
  },
  {
    name: 'content loader',
    at: ['src/content.ts', 'src/content/'],
    may: ['domain', 'ground'],
    mayTypes: ['content'],
    packages: ['zod', 'yaml', 'intl-messageformat', node],
  },
  {
    name: 'verbs',
    at: ['src/register/', 'src/audit/', 'src/staff/', 'src/catalog/', 'src/drafts/', 'src/dossier/'],
    may: ['domain', 'db', 'language', 'look', 'map', 'ground', 'errors and actors', 'today'],
    mayTypes: ['context', 'ledger keeper', 'content loader'],
    packages: ['drizzle-orm', 'better-auth', '@better-auth/utils', 'uqr', ...render, node],
  },
  { name: 'forms', at: ['src/forms/'], may: ['domain'], mayTypes: ['errors and actors'], packages: ['zod'] },
  {
    name: 'admin views',
    at: ['src/admin/'],
    may: ['domain', 'language', 'look', 'feeds', 'exports', 'verbs', 'forms', 'errors and actors', 'today'],
    mayTypes: ['context', 'content loader', 'web'],
    packages: ['csv-stringify', ...render],
  },
  {
    name: 'sample',
    at: ['src/sample/'],
    may: ['domain', 'verbs', 'errors and actors', 'content loader'],
    packages: ['temporal-polyfill'],
  },
  {
    name: 'context',
    at: ['src/context.ts'],
    may: ['db', 'ledger keeper', 'look', 'content loader', 'ground'],
    packages: [node],
  },
  {
    name: 'today',
    at: ['src/today.ts'],
    may: ['domain'],
    mayTypes: ['ground'],
    packages: ['temporal-polyfill'],
  },
  {
    name: 'web',
    at: ['src/web/'],
    may: ['domain', 'verbs', 'language', 'today', 'ground', 'errors and actors'],
    mayTypes: ['context', 'forms', 'look'],
    packages: ['astro/app', 'negotiator', 'lru-cache', 'zod', node],
  },
  {
    name: 'pages',
    at: ['src/pages/', 'src/components/', 'src/layouts/', 'src/styles/'],
    may: ['verbs', 'feeds', 'exports', 'web', 'admin views', 'forms', 'browser scripts'],
    mayTypes: ['look'],
    packages: ['astro'],
  },
  { name: 'browser scripts', at: ['src/scripts/'], may: [], packages: [] },
  {
    name: 'types of the environment',
    at: ['src/env.d.ts'],
    may: [],
    mayTypes: ['domain', 'language', 'context', 'web'],
    packages: [],
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
      'exports',
      'ground',
      'errors and actors',
      'db',
      'content loader',
      'verbs',
      'sample',
      'context',
      'today',
      'web',
    ],
    mayTypes: ['look'],
    packages: ['commander', node],
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

import node from '@astrojs/node';
import { defineConfig } from 'astro/config';
import { serverEntries } from './src/build/entries.ts';

/** Bundled: unbundled, the first page took four times as long and the server twice the memory. */
const bundled = [
  '@libsql/client',
  '@libsql/core',
  '@libsql/hrana-client',
  '@libsql/isomorphic-ws',
  'canonicalize',
  'commander',
  'csv-stringify',
  'drizzle-orm',
  'intl-messageformat',
  'lru-cache',
  'negotiator',
  'rss',
  'temporal-polyfill',
  'yaml',
  'zod',
];

export default defineConfig({
  output: 'server',
  adapter: node({ mode: 'middleware', bodySizeLimit: 1024 * 1024 }),
  trailingSlash: 'never',
  session: false,
  devToolbar: { enabled: false },
  // The policy for content is fixed and allows nothing inline: no hash, no style element, no data: script.
  build: { inlineStylesheets: 'never' },
  markdown: { syntaxHighlight: false },
  security: { checkOrigin: true },
  image: { endpoint: { route: '/_image', entrypoint: './src/build/no-image-endpoint.ts' } },
  vite: {
    plugins: [serverEntries({ registry: './src/server.ts', cli: './src/cli/main.ts' })],
    build: { assetsInlineLimit: 0 },
    environments: { ssr: { build: { rolldownOptions: { output: { entryFileNames: '[name].mjs' } } } } },
    ssr: { noExternal: bundled, external: ['libsql', 'ws'] },
  },
});

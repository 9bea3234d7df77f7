import node from '@astrojs/node';
import { defineConfig } from 'astro/config';
import { development } from './src/build/development.ts';
import { bundledPackages, serverEntries } from './src/build/entries.ts';

export default defineConfig({
  output: 'server',
  adapter: node({ mode: 'middleware', bodySizeLimit: 1024 * 1024 }),
  integrations: [development()],
  // How an address is written is for the front alone to say: it sends readers on before Astro sees anything.
  trailingSlash: 'ignore',
  session: false,
  devToolbar: { enabled: false },
  // The policy for content is fixed and allows nothing inline: no hash, no style element, no data: script.
  build: { inlineStylesheets: 'never' },
  markdown: { syntaxHighlight: false },
  security: { checkOrigin: true },
  image: { endpoint: { route: '/_image', entrypoint: './src/build/no-image-endpoint.ts' } },
  vite: {
    plugins: [
      serverEntries({ registry: './src/server.ts', cli: './src/cli/main.ts' }),
      bundledPackages(['libsql', 'ws', 'sharp']),
    ],
    build: { assetsInlineLimit: 0 },
    environments: { ssr: { build: { rolldownOptions: { output: { entryFileNames: '[name].mjs' } } } } },
  },
});

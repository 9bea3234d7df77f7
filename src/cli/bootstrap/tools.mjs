import { run } from './child.mjs';
import { productNode } from './node.mjs';
import { inRoot } from './paths.mjs';

/** Scripts of the packages these commands use, run by the product's Node and never through a shell. */
const scripts = {
  astro: 'astro/bin/astro.mjs',
  'drizzle-kit': 'drizzle-kit/bin.cjs',
  eslint: 'eslint/bin/eslint.js',
  playwright: '@playwright/test/cli.js',
  prettier: 'prettier/bin/prettier.cjs',
  vitest: 'vitest/vitest.mjs',
};

const environment = {
  ASTRO_TELEMETRY_DISABLED: '1',
  // Astro goes to the background when it takes whoever started it for a program.
  ASTRO_DEV_BACKGROUND: '0',
};

/**
 * @param {keyof typeof scripts} name
 * @param {readonly string[]} args
 * @param {{ quiet?: boolean, env?: Record<string, string> }} [options]
 */
export function tool(name, args, { quiet = false, env = {} } = {}) {
  const script = inRoot('node_modules', ...scripts[name].split('/'));
  return run(productNode(), [script, ...args], { quiet, env: { ...environment, ...env } });
}

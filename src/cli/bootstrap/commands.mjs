import { browserVariables, ensureBrowserTools } from './browser.mjs';
import { ensureBuild } from './build.mjs';
import { check } from './check.mjs';
import { run } from './child.mjs';
import { productNode } from './node.mjs';
import { ensurePackages } from './packages.mjs';
import { inRoot } from './paths.mjs';
import { test } from './test.mjs';
import { tool } from './tools.mjs';

/** @typedef {(args: readonly string[]) => Promise<number>} Command arguments in, exit status out */

/** @type {Record<string, Command>} */
export const commands = {
  start: async (args) => {
    await ensurePackages({ development: false });
    await ensureBuild();
    return runNode(['--max-semi-space-size=8', inRoot('dist', 'server', 'registry.mjs'), ...args]);
  },
  registry: async (args) => {
    await ensurePackages({ development: false });
    await ensureBuild();
    return runNode([inRoot('dist', 'server', 'cli.mjs'), ...args]);
  },
  build: async () => {
    await ensurePackages({ development: false });
    await ensureBuild({ always: true });
    return 0;
  },
  dev: (args) => withTool('astro', ['dev', ...(args.length === 0 ? address() : args)]),
  check: async () => {
    await ensurePackages({ development: true });
    return check();
  },
  test: async () => {
    await ensurePackages({ development: true });
    return test();
  },
  bench: (args) => withBuild('bench/main.ts', args),
  soak: async (args) => {
    const rules = await withTool('vitest', ['run', '--project=soak', '--passWithNoTests']);
    const server = await withBuild('bench/soak.ts', args);
    return rules || server;
  },
  lighthouse: (args) => withBrowser('lighthouse/main.ts', args),
  screenshots: (args) => withBrowser('screenshots/main.ts', args),
  pictures: async (args) => {
    await ensurePackages({ development: true });
    await ensureBuild();
    const env = browserVariables(await ensureBrowserTools());
    return (await tool('playwright', ['test', 'pictures', '--update-snapshots=all', ...args], { env }))
      .status;
  },
  map: async () => {
    await ensurePackages({ development: true });
    return runNode([inRoot('tools', 'map', 'main.ts')]);
  },
  format: (args) => withTool('prettier', ['--write', '--log-level=warn', '.', ...args]),
  migration: (args) => withTool('drizzle-kit', ['generate', ...args]),
};

/** Where the server would listen too. */
function address() {
  return ['--host', process.env['HOST'] ?? '127.0.0.1', '--port', process.env['PORT'] ?? '4321'];
}

/** @param {readonly string[]} args */
async function runNode(args) {
  // Where the person stands: paths given as arguments are meant from there, though we work in the root.
  const env = { INIT_CWD: process.env['INIT_CWD'] ?? process.cwd() };
  return (await run(productNode(), args, { env })).status;
}

/**
 * @param {Parameters<typeof tool>[0]} name
 * @param {readonly string[]} args
 */
async function withTool(name, args) {
  await ensurePackages({ development: true });
  return (await tool(name, args)).status;
}

/**
 * @param {string} script from tests/ on
 * @param {readonly string[]} args
 */
async function withBuild(script, args) {
  await ensurePackages({ development: true });
  await ensureBuild();
  return runNode([inRoot('tests', ...script.split('/')), ...args]);
}

/**
 * The same for what needs a browser too.
 *
 * @param {string} script
 * @param {readonly string[]} args
 */
async function withBrowser(script, args) {
  await ensurePackages({ development: true });
  Object.assign(process.env, browserVariables(await ensureBrowserTools()));
  return withBuild(script, args);
}

import type { Plugin } from 'vite';

/**
 * Further entries of the server build, so that pages, server and command line share one module graph:
 * two graphs would start slower, take twice the memory and break `instanceof`.
 *
 * Given through a plugin because Astro merges the inputs plugins name, and drops those of `vite.environments`.
 *
 * @param entries name of the file in dist/server (without .mjs) -> path of its source from the project's root
 */
export function serverEntries(entries: Readonly<Record<string, string>>): Plugin {
  return {
    name: 'registry:server-entries',
    config: () => ({ environments: { ssr: { build: { rolldownOptions: { input: { ...entries } } } } } }),
  };
}

/**
 * Bundles packages into the server: loaded file by file, the first page takes four times as long and the server
 * twice the memory. In development they stay apart, since what is not written as modules could not be run otherwise.
 *
 * @param external packages that cannot be bundled: native code, and what only they load
 */
export function bundledPackages(external: readonly string[]): Plugin {
  return {
    name: 'registry:bundled-packages',
    apply: 'build',
    config: () => ({ ssr: { noExternal: true, external: [...external] } }),
  };
}

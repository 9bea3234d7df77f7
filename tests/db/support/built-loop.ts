import { join } from 'node:path';
import { build } from 'vite';
import { projectPath } from '../../../src/project-root.ts';

// Inside the project, where the packages that cannot be bundled are found.
const FOLDER = projectPath('test-results', 'built');

let making: Promise<string> | undefined;

/** The publishing loop as one built file, bundled as the server is; made once a run. Resolves with its path. */
export function builtLoop(): Promise<string> {
  making ??= bundle();
  return making;
}

async function bundle(): Promise<string> {
  await build({
    configFile: false,
    root: projectPath(),
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true, external: ['libsql', 'ws'] },
    build: {
      ssr: projectPath('tests', 'db', 'support', 'draft-loop.ts'),
      outDir: FOLDER,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: 'draft-loop.mjs', codeSplitting: false } },
    },
  });
  return join(FOLDER, 'draft-loop.mjs');
}

import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectPath } from '../../../src/project-root.ts';

const CHECKER = projectPath('node_modules', 'vnu-jar', 'build', 'dist', 'vnu.jar');

interface Report {
  readonly messages: readonly { readonly type: string; readonly message: string; readonly url?: string }[];
}

/**
 * What the checker of the HTML standard says of pages; nothing, when they conform.
 *
 * @param pages their HTML, by name
 */
export async function nonconformities(pages: Readonly<Record<string, string>>): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'registry-html-'));
  const files = await Promise.all(
    Object.entries(pages).map(async ([name, html]) => {
      const file = join(folder, `${name.replaceAll(/\W+/g, '-')}.html`);
      await writeFile(file, html);
      return file;
    }),
  );
  // The report goes to standard error; the status tells the same as the report.
  const { stderr } = await promisify(execFile)(
    'java',
    ['-jar', CHECKER, '--format', 'json', '--exit-zero-always', ...files],
    { maxBuffer: 64 * 1024 * 1024 },
  );
  await rm(folder, { recursive: true });
  const { messages } = JSON.parse(stderr) as Report;
  const faults = messages.map(
    ({ type, message, url = '' }) => `${url.split('/').at(-1) ?? ''}: ${type}: ${message}`,
  );
  return [...new Set(faults)];
}

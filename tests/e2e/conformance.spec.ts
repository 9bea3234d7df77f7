import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectPath } from '../../src/project-root.ts';
import { expect, PAGES, test } from './support/site.ts';

const CHECKER = projectPath('node_modules', 'vnu-jar', 'build', 'dist', 'vnu.jar');

interface Report {
  readonly messages: readonly { readonly type: string; readonly message: string; readonly url?: string }[];
}

test('every kind of page conforms to the HTML standard', async ({ request, site }) => {
  test.setTimeout(120_000);
  const folder = await mkdtemp(join(tmpdir(), 'registry-html-'));
  const files = await Promise.all(
    Object.entries(PAGES).map(async ([name, address]) => {
      const file = join(folder, `${name.replaceAll(/\W+/g, '-')}.html`);
      const answer = await request.get(site + address);
      await writeFile(file, await answer.text());
      return file;
    }),
  );
  // The report goes to standard error; the status tells the same as the report.
  const { stderr } = await promisify(execFile)(
    'java',
    ['-jar', CHECKER, '--format', 'json', '--exit-zero-always', ...files],
    { maxBuffer: 64 * 1024 * 1024 },
  );
  const { messages } = JSON.parse(stderr) as Report;
  const faults = messages.map(
    ({ type, message, url = '' }) => `${url.split('/').at(-1) ?? ''}: ${type}: ${message}`,
  );
  expect([...new Set(faults)]).toEqual([]);
  await rm(folder, { recursive: true });
});

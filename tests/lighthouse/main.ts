import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectPath } from '../../src/project-root.ts';
import { makeDatabase } from '../bench/large-database.ts';
import { startRegistry, stopRegistry } from '../e2e/support/registry.ts';
import { audit, CATEGORIES } from './audit.ts';

/**
 * `npm run lighthouse`: a register, a third party and a notice, of the sample and of a register of 300 third parties.
 * Ends with 1 when a category of one of them is below 100.
 */
const REGISTERS = {
  sample: {
    make: () => Promise.resolve(),
    pages: { register: '/', 'third party': '/third-parties/sentry', notice: '/changes/6' },
  },
  'of 300': {
    make: (folder: string) => makeDatabase(join(folder, 'registry.db'), 400, 300),
    pages: { register: '/', 'third party': '/third-parties/third-party-150', notice: '/changes/400' },
  },
};

const reports = projectPath('data', 'lighthouse');
await mkdir(reports, { recursive: true });
print(row('', CATEGORIES));

let isBelow = false;
for (const [kind, { make, pages }] of Object.entries(REGISTERS)) {
  const folder = await mkdtemp(join(tmpdir(), 'registry-lighthouse-'));
  await make(folder);
  const registry = await startRegistry(folder);
  for (const [page, address] of Object.entries(pages)) {
    const name = `${page} ${kind}`;
    const { scores, below } = await audit(registry.url + address, reports, name.replaceAll(' ', '-'));
    isBelow ||= CATEGORIES.some((category) => scores[category] < 100);
    print(
      row(
        name,
        CATEGORIES.map((category) => String(scores[category])),
      ),
    );
    print(...below.map((line) => `    ${line}`));
  }
  await stopRegistry(registry);
  await rm(folder, { recursive: true });
}
print(`The reports are in ${reports}`);
process.exitCode = isBelow ? 1 : 0;

function row(name: string, cells: readonly string[]): string {
  return name.padEnd(22) + cells.map((cell) => cell.padStart(16)).join('');
}

function print(...lines: readonly string[]): void {
  for (const line of lines) process.stdout.write(`${line}\n`);
}

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readStaticFiles } from '../../../src/web/static-files.ts';

describe('the files of the build', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'static-'));
    await mkdir(join(folder, '_astro', 'fonts'), { recursive: true });
    await writeFile(join(folder, 'favicon.svg'), '<svg/>'.repeat(100));
    await writeFile(join(folder, '_astro', 'page.B1.css'), 'p{}');
    await writeFile(join(folder, '_astro', 'fonts', 'text.woff2'), Buffer.alloc(2000));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('stand at their paths, with their types', async () => {
    const files = await readStaticFiles(folder, []);
    const types = [...files].map(([path, entry]) => [path, entry.identity.headers[1]]);
    expect(Object.fromEntries(types)).toEqual({
      '/favicon.svg': 'image/svg+xml',
      '/_astro/page.B1.css': 'text/css; charset=utf-8',
      '/_astro/fonts/text.woff2': 'font/woff2',
    });
  });

  it('are packed where that saves something', async () => {
    const files = await readStaticFiles(folder, []);
    const chosen = [...files].map(([path, entry]) => [path, entry.choose(['br', 'gzip', 'identity'])]);
    expect(Object.fromEntries(chosen)).toEqual({
      '/favicon.svg': 'br',
      '/_astro/page.B1.css': 'identity',
      '/_astro/fonts/text.woff2': 'identity',
    });
  });

  it('are asked for in vain where nothing was built', async () => {
    await expect(readStaticFiles(join(folder, 'none'), [])).rejects.toThrow(/ENOENT/);
  });
});

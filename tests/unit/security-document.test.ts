import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { projectPath } from '../../src/project-root.ts';

const document = readFileSync(projectPath('SECURITY.md'), 'utf8');

/** Each test that the document names: its file below tests/, and its name as it is written there. */
const named = [...document.matchAll(/`([^`]+\.(?:test|spec)\.ts)` › (.+?) +\|/g)].map(
  ([, file = '', name = '']) => ({ file, name }),
);

describe('SECURITY.md', () => {
  it('names a test for every threat', () => {
    const rows = document.split('\n').filter((line) => /^\| (?!who +\| what|-)/.test(line));
    expect(rows.length).toBeGreaterThan(30);
    expect(named).toHaveLength(rows.length);
  });

  it('names only tests that there are', () => {
    const missing = named.filter(({ file, name }) => {
      const path = projectPath('tests', ...file.split('/'));
      return !existsSync(path) || !readFileSync(path, 'utf8').includes(`'${name}'`);
    });
    expect(missing).toEqual([]);
  });
});

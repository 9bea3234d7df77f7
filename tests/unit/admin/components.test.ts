import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SEEN_WITHIN, SHOWN } from '../../../src/admin/components/shown.ts';
import { projectPath, projectRoot } from '../../../src/project-root.ts';
import { importsOf } from '../../layers/imports.ts';

const OWN = 'src/components/maintainers/';
const files = globSync('src/{components,layouts,pages}/**/*.astro', { cwd: projectRoot }).map((path) =>
  path.replaceAll('\\', '/'),
);

/** Which files use a component, but for the page that only shows it. */
function usersOf(): ReadonlyMap<string, readonly string[]> {
  const uses = files
    .filter((path) => !path.startsWith(OWN))
    .flatMap((user) =>
      importsOf(projectPath(user)).flatMap(({ specifier }) =>
        specifier.endsWith('.astro') ? [{ used: resolved(user, specifier), user }] : [],
      ),
    );
  return new Map(
    [...Map.groupBy(uses, ({ used }) => used)].map(([used, of]) => [used, of.map(({ user }) => user)]),
  );
}

function resolved(user: string, specifier: string): string {
  return new URL(specifier, `file:///${user}`).pathname.slice(1);
}

const users = usersOf();
const shown: string[] = Object.values(SHOWN).flatMap((part) => Object.values(part));
const within = Object.keys(SEEN_WITHIN);

describe('the page that shows all components', () => {
  it('shows every one that three files use, or says where it is seen', () => {
    const shared = [...users].filter(([path, of]) => path.startsWith('src/components/') && of.length >= 3);
    expect(shared.length).toBeGreaterThan(20);
    expect(shared.map(([path]) => path).filter((path) => ![...shown, ...within].includes(path))).toEqual([]);
  });

  it('names only those that there are, and each once', () => {
    expect([...shown, ...within].filter((path) => !files.includes(path))).toEqual([]);
    expect(new Set([...shown, ...within]).size).toBe(shown.length + within.length);
  });

  it('really shows each of them, under its name', () => {
    const page = globSync(`${OWN}*.astro`, { cwd: projectRoot })
      .map((path) => readFileSync(projectPath(path), 'utf8'))
      .join('\n');
    const names = Object.values(SHOWN).flatMap((part) => Object.keys(part));
    for (const name of names) {
      expect(page).toContain(`<Specimen name="${name}"`);
      expect(page).toMatch(new RegExp(`<${name}\\b`));
    }
  });
});

import { globSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { projectPath, projectRoot } from '../../src/project-root.ts';
import { layers } from '../layers/arrows.ts';
import { whyForbidden } from '../layers/forbidden.ts';
import { unwalkedOf } from '../layers/unwalked.ts';
import { importsIn, importsOf } from '../layers/imports.ts';

const sources = globSync(['{src,tools}/**/*.{ts,mjs,astro}', 'db/**/*.ts'], { cwd: projectRoot }).map(
  (path) => path.replaceAll('\\', '/'),
);

/** Forbidden arrows a file would have if this were written in it. */
function whyNot(from: string, script: string): readonly string[] {
  return importsIn(script).flatMap((imported) => whyForbidden(from, imported) ?? []);
}

describe('the arrows between layers', () => {
  it('all point the allowed way', () => {
    const forbidden = sources.flatMap((path) =>
      importsOf(projectPath(path)).flatMap((imported) => whyForbidden(path, imported) ?? []),
    );
    expect(forbidden).toEqual([]);
  });

  it('are drawn between layers that exist', () => {
    const names = layers.map((layer) => layer.name);
    const drawn = layers.flatMap((layer) => [...layer.may, ...(layer.mayTypes ?? [])]);
    expect(drawn.filter((name) => !names.includes(name))).toEqual([]);
  });

  it('are all walked: what nothing imports any more is not allowed either', () => {
    expect(unwalkedOf(sources)).toEqual([]);
  });

  it('never lead to a page', () => {
    expect(layers.filter((layer) => layer.may.includes('pages'))).toEqual([]);
  });
});

describe('the check of arrows', () => {
  it('names both files and the rule', () => {
    expect(whyNot('src/domain/days.ts', "import { ledger } from '../../db/schema/ledger.ts';")).toEqual([
      'src/domain/days.ts imports db/schema/ledger.ts: domain may know itself and nothing.',
    ]);
  });

  it('refuses files, clock and database to the domain', () => {
    const scripts = [
      "import { readFileSync } from 'node:fs';",
      "import { systemClock } from '../clock.ts';",
      "const drizzle = await import('drizzle-orm');",
      "export * from '@libsql/client';",
      "type Client = import('@libsql/client').Client;",
      "import '../../db/client.ts';",
    ];
    expect(scripts.map((script) => whyNot('src/domain/days.ts', script).length)).toEqual(
      scripts.map(() => 1),
    );
  });

  it('tells the type of a thing from the thing', () => {
    const today = 'src/today.ts';
    expect(whyNot(today, "import type { Clock } from './clock.ts';")).toEqual([]);
    expect(whyNot(today, "import { systemClock } from './clock.ts';")).toHaveLength(1);
  });

  it('sees what a glob reaches', () => {
    expect(whyNot('src/web/cache.ts', "import.meta.glob('../pages/*.astro');")).toHaveLength(1);
  });

  it('asks for the ending of a file', () => {
    expect(whyNot('src/feeds/rss.ts', "import { day } from '../domain/days';")).toEqual([
      'src/feeds/rss.ts imports src/domain/days without its ending: Node needs it.',
    ]);
  });

  it('asks for a line in the table when a folder is new', () => {
    expect(whyNot('src/utils/things.ts', "import { z } from 'zod';")).toEqual([
      'src/utils/things.ts has no layer: name its place in tests/layers/arrows.ts.',
    ]);
  });
});

import { globSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { projectPath } from '../../../../src/project-root.ts';
import { PROBLEM_PAGE } from '../../../../src/web/admin/admin-answers.ts';
import { ADMIN_ROUTES } from '../../../../src/web/admin/admin-routes.ts';
import { adminRouteAt } from '../../../../src/web/admin/match-admin-route.ts';

/** The addresses that files in src/pages/admin answer. */
const files = globSync('admin/**/*.{astro,ts}', { cwd: projectPath('src', 'pages') })
  .map((path) => `/${path.replaceAll('\\', '/').replace(/\.(?:astro|ts)$/, '')}`)
  .map((path) => path.replace(/\/index$/, ''));
const rows = ADMIN_ROUTES.map(({ path }) => path);

describe('the table of admin addresses', () => {
  it('has a line for every page there is, but for the one that nobody can ask for', () => {
    expect(files.filter((path) => !rows.includes(path))).toEqual([PROBLEM_PAGE]);
    expect(adminRouteAt(PROBLEM_PAGE)).toBeUndefined();
  });

  it('has a page for every line', () => {
    expect(rows.filter((path) => !files.includes(path))).toEqual([]);
  });

  it('names each address once, and gives every part in brackets a shape', () => {
    expect(new Set(rows).size).toBe(rows.length);
    for (const { path, shapes = {} } of ADMIN_ROUTES)
      expect([path, ...Object.keys(shapes)]).toEqual([
        path,
        ...[...path.matchAll(/\[(?:\.{3})?(\w+)\]/g)].map(([, name]) => name),
      ]);
  });

  it('asks for a fresh sign-in only for what it has', () => {
    for (const { path, fresh = [], actions = {} } of ADMIN_ROUTES)
      expect([path, fresh.filter((deed) => deed !== 'get' && !Object.hasOwn(actions, deed))]).toEqual([
        path,
        [],
      ]);
  });

  it('lets nobody do what they may not read, but for what is done without signing in', () => {
    const order = ['anyone', 'member', 'viewer', 'editor', 'approver', 'admin'];
    for (const { path, get, actions = {} } of ADMIN_ROUTES)
      expect([
        path,
        Object.entries(actions).filter(([, need]) => order.indexOf(need) < order.indexOf(get)),
      ]).toEqual([path, []]);
  });
});

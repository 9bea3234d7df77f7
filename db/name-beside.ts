import { join, parse } from 'node:path';

/**
 * A name beside a file's own: the mark before the ending, and a number when those before it are taken.
 * `registry.db` with `sample-2026-11-22` is `registry.sample-2026-11-22.db`, then `registry.sample-2026-11-22-2.db`.
 */
export function nameBeside(path: string, mark: string, count: number): string {
  const { dir, name, ext } = parse(path);
  const number = count === 1 ? '' : `-${String(count)}`;
  return join(dir, `${name}.${mark}${number}${ext}`);
}

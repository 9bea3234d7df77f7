import { posix } from 'node:path';
import { layerOf, type Layer } from './arrows.ts';
import type { Import } from './imports.ts';

/**
 * Why a file may not import what it imports; undefined when it may.
 *
 * @param from path from the project's root, with slashes
 */
export function whyForbidden(from: string, imported: Import): string | undefined {
  const layer = layerOf(from);
  if (layer === undefined) return `${from} has no layer: name its place in tests/layers/arrows.ts.`;
  return imported.specifier.startsWith('.')
    ? whyNotFile(from, layer, imported)
    : whyNotPackage(from, layer, imported.specifier);
}

function whyNotFile(from: string, layer: Layer, { specifier, typesOnly }: Import): string | undefined {
  const to = posix.join(posix.dirname(from), specifier);
  if (!/\.[a-z]+(\?[a-z]+)?$/.test(to)) return `${from} imports ${to} without its ending: Node needs it.`;
  const target = layerOf(to);
  if (target === undefined) return `${from} imports ${to}, which is in no layer.`;
  const allowed = [layer.name, ...layer.may, ...(typesOnly ? (layer.mayTypes ?? []) : [])];
  return allowed.includes(target.name) ? undefined : `${from} imports ${to}: ${ruleOf(layer)}.`;
}

function whyNotPackage(from: string, layer: Layer, specifier: string): string | undefined {
  if (layer.packages.some((name) => fits(name, specifier))) return undefined;
  return `${from} imports ${specifier}: ${layer.name} may use ${list(layer.packages)}.`;
}

/** Whether a module is of a package, or of Node. */
export function fits(name: string, specifier: string): boolean {
  return (
    name === specifier ||
    specifier.startsWith(`${name}/`) ||
    (name === 'node:*' && specifier.startsWith('node:'))
  );
}

function ruleOf({ name, may, mayTypes = [] }: Layer): string {
  const types = mayTypes.length === 0 ? '' : `, and types of ${list(mayTypes)}`;
  return `${name} may know itself and ${list(may)}${types}`;
}

function list(names: readonly string[]): string {
  return names.length === 0 ? 'nothing' : names.join(', ');
}
